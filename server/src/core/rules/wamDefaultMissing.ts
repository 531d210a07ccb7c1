import { postJoinAuthentication, userState } from "../knowledge/headings.ts"
import { readAsUser, readElevated } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The token broker has no default account although the user has a primary refresh token. */
export const wamDefaultMissing = rule({
  id: "wam-default-missing",
  severity: "warning",
  about: ["WamDefaultSet : NO"],
  phase: "post-join",
  summary: "The token broker has no default account.",
  why: "Applications ask the Web Account Manager (WAM) for a token, and it has no default account for this user. Single sign-on to Microsoft 365 apps then fails or prompts.",
  fix: [
    readAsUser,
    readElevated,
    reads("Check whether the user signs in with an alternate login ID, and whether the PC finds its proxy.", {
      rights: "user",
      proves: "Microsoft names both as causes of a default account that is missing.",
    }),
  ],
  sources: [postJoinAuthentication, userState],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : NO
                             ^^ wam-default-missing
                AzureAdPrt : YES`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : YES
                AzureAdPrt : YES`,
    `
             AzureAdJoined : NO
              DomainJoined : NO
           WorkplaceJoined : YES
             WamDefaultSet : NO`,
  ],
  *check(log) {
    const wam = log.field("WamDefaultSet")
    if (!wam || !log.isJoined || log.withoutUser || !log.says("WamDefaultSet", "NO")) return
    if (!log.says("AzureAdPrt", "YES")) return
    yield { span: wam.valueSpan, message: "The token broker has no default account for this user" }
  },
})
