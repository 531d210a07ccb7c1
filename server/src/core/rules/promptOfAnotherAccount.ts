import type { Evidence } from "../evidence/evidence.ts"
import { localAccount } from "../evidence/localAccount.ts"
import { ranElevated } from "../evidence/session.ts"
import { ssoState, userState } from "../knowledge/headings.ts"
import { readAsUser } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"

/** The log was read from a prompt that is not the user's own. */
export const promptOfAnotherAccount = rule({
  id: "prompt-of-another-account",
  severity: "info",
  about: ["WamDefaultSet : ERROR…"],
  explains: ["prt-missing", "wam-default-missing", "wam-default-error", "hello-not-offered", "hello-blocked"],
  limit: "was made in a prompt that is not the user's own",
  summary: "The log comes from a prompt that is not the user's own.",
  why: "The token broker answers with an error, there is no token, and the account is none of Microsoft Entra ID, or the prompt was elevated. The three together are what such a prompt shows, also where the user's own sign-on is fine.",
  fix: readAsUser,
  sources: [userState, ssoState],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : ERROR
                             ^^^^^ prompt-of-another-account
                AzureAdPrt : NO
             IsUserAzureAD : NO`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : ERROR (0x80070520)
                             ^^^^^^^^^^^^^^^^^^ prompt-of-another-account
                AzureAdPrt : NO
               KeySignTest : PASSED`,
  ],
  good: [
    `
             AzureAdJoined : YES
             WamDefaultSet : ERROR (0x80070520)
                AzureAdPrt : YES`,
    `
             AzureAdJoined : YES
             WamDefaultSet : ERROR
                AzureAdPrt : NO
             IsUserAzureAD : YES`,
    `
             AzureAdJoined : YES
             WamDefaultSet : ERROR (0x80070520)
                AzureAdPrt : NO
    Executing Account Name : CONTOSO\\ann, ann@contoso.com
               KeySignTest : MUST Run elevated to test.
             IsUserAzureAD : NO`,
  ],
  *check(log) {
    const broker = log.field("WamDefaultSet")
    if (!broker || !/^ERROR\b/i.test(broker.value) || !log.isJoined || log.withoutUser || localAccount(log)) return
    if (log.prtAttempt || !log.says("AzureAdPrt", "NO") || !isOfAnotherAccount(log)) return
    if (isOwnPrompt(log)) return
    yield {
      span: broker.valueSpan,
      message: "Read from a prompt that is not the user's own: the sign-on is not judged",
    }
  },
})

/** Whether the account is none of Microsoft Entra ID; where the log does not say, an elevated prompt shows the same. */
function isOfAnotherAccount(log: Evidence): boolean {
  return log.says("IsUserAzureAD", "NO") || (!log.field("IsUserAzureAD") && ranElevated(log))
}

/** Whether the log says that its prompt was not elevated, and an account with a sign-in name: then it may be the user's. */
function isOwnPrompt(log: Evidence): boolean {
  return (
    /elevated/i.test(log.field("KeySignTest")?.value ?? "") &&
    (log.field("Executing Account Name")?.value ?? "").includes("@")
  )
}
