import { ssoState, userState } from "../knowledge/headings.ts"
import { readAsUser } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** The command ran where no user is signed in, so what it says of users means nothing. */
export const noUserSession = rule({
  id: "no-user-session",
  severity: "info",
  about: ["no user session"],
  limit: "was made without a user's session",
  summary: "The log was made without a user's session.",
  why: "dsregcmd ran as SYSTEM, through remote management or from an agent. Sign-on, default account and Windows Hello belong to a user, so their lines say nothing about the person with the problem, and no finding is drawn from them.",
  fix: readAsUser,
  sources: [ssoState, userState],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
    Executing Account Name : SYSTEM
                             ^^^^^^ no-user-session`,
    `
             WamDefaultSet : ERROR (0xd0020017)
                             ^^^^^^^^^^^^^^^^^^ no-user-session`,
    `
             WamDefaultSet : ERROR
                             ^^^^^ no-user-session
             PolicyEnabled : UNKNOWN
            DeviceEligible : UNKNOWN`,
  ],
  good: ["    Executing Account Name : CONTOSO\\ann, ann@contoso.com", "             WamDefaultSet : YES"],
  *check(log) {
    const proof = log.withoutUser
    if (proof)
      yield {
        span: proof.valueSpan,
        message: "Made without a user's session: what it says about sign-on is not judged",
      }
  },
})
