import { isBesideLog } from "../evidence/codes.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { codeMeaning, codeMeanings } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** What stands beside the log names an answer to a sign-in. */
export const signInCodeBesideLog = rule({
  id: "sign-in-code-beside-log",
  severity: "info",
  about: ["sign-in code"],
  summary: "The text beside the log names an answer to a sign-in or to an app that asked for a token.",
  why: "An error of an app, of a script or of another program's log has the answer that Microsoft Entra ID gave there. dsregcmd did not print it, so that it says nothing of the join and of the primary refresh token by itself.",
  fix: [
    reads(
      "In the Microsoft Entra admin center open Entra ID > Monitoring & health > Sign-in logs, and look for the sign-in by the correlation ID beside the code, or by the user and the minute.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves: "The app and the failure reason of that sign-in say whom the answer concerns.",
      },
    ),
    reads("Run `dsregcmd /status` in the session of the user, and read `AzureAdPrt`.", {
      rights: "user",
      proves:
        "YES: single sign-on works, and the answer concerns that app. NO: follow the codes below that line first.",
    }),
  ],
  sources: [{ page: "aadsts" }],
  bad: [
    `
Failed to acquire AAD user token. ERROR CODE: 0xcaa2000c ERROR DESC: AADSTS50076: multi-factor authentication
                                                                     ^^^^^^^^^^^ sign-in-code-beside-log`,
    `
Teams says: we could not sign you in, 0xCAA20003
                                      ^^^^^^^^^^ sign-in-code-beside-log

             AzureAdJoined : YES
                AzureAdPrt : YES`,
  ],
  good: [
    `
Teams says AADSTS50126

             AzureAdJoined : YES
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
  Server Error Description : AADSTS50126: Error validating credentials due to invalid username or password.`,
    `
             AzureAdJoined : YES

Event ID: 1098
Error: 0xCAA20003 Authorization grant failed for this assertion.`,
  ],
  *check(log) {
    if (isToldOtherwise(log)) return
    const beside = log.codes.filter(({ code }) => SIGN_IN.test(code)).filter((one) => isBesideLog(log.capture, one))
    const inward = [
      ...beside.filter(({ code }) => !code.startsWith("0x")),
      ...beside.filter(({ code }) => code.startsWith("0x")),
    ]
    const told = inward.find(({ code }) => codeMeanings(code).length > 0) ?? inward[0]
    if (!told) return
    const entry = codeMeaning(told.code, "any")
    yield {
      span: told.span,
      ...said(reason(told, "any"), "The text names an answer to a sign-in"),
      code: told.code,
      ...(entry && { entry }),
    }
  },
})

/** Answers of Microsoft Entra ID and of AD FS, and the errors of the library that asks them. */
const SIGN_IN = /^(?:AADSTS|MSIS|0xcaa)/

/** Whether the log itself tells of a request that failed, which is what people quote. */
function isToldOtherwise(log: Evidence): boolean {
  return (
    log.events.some(({ entry }) => entry !== undefined) ||
    log.registrations.length > 0 ||
    log.failedTest !== undefined ||
    log.tokenAttempts.some(({ isFailure }) => isFailure) ||
    log.capture.sections.some(({ id }) => id === "join-debug")
  )
}
