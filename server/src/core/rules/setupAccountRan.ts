import { ssoState } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** dsregcmd was run while Windows is being set up, before a user signs in. */
export const setupAccountRan = rule({
  id: "setup-account-ran",
  severity: "info",
  about: ["Executing Account Name"],
  explains: [
    "local-account-ran",
    "prt-missing",
    "wam-default-missing",
    "wam-default-error",
    "hello-not-offered",
    "hello-blocked",
  ],
  limit: "was made during the setup of Windows, before a user signed in",
  summary: "dsregcmd ran during the setup of Windows, before a user signed in.",
  why: "The account `defaultuser0` is the one that Windows uses while it is being set up, as with Windows Autopilot. It has no primary refresh token (PRT), no default account and no Windows Hello. On a PC that joins by synchronization, the enrollment status page of the user waits too until the join is done.",
  fix: reads("Let the setup end, sign in as the user, and run `dsregcmd /status` there, un-elevated.", {
    rights: "user",
    proves:
      "Only that log tells whether the user gets a token. One that joined in the same session gets it at the next sign-in.",
  }),
  sources: [ssoState],
  bad: [
    `
               Device Name : DESKTOP-4711AB
             AzureAdJoined : YES
                AzureAdPrt : NO
    Executing Account Name : DESKTOP-4711AB\\defaultuser0
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ setup-account-ran`,
  ],
  good: [
    `
             AzureAdJoined : YES
    Executing Account Name : CONTOSO\\ann, ann@contoso.com`,
  ],
  *check(log) {
    const account = log.field("Executing Account Name")
    if (!account || !/^(?:[^\\,@]{1,40}\\)?defaultuser\d{1,3}\s*(?:,|$)/i.test(account.value)) return
    yield { span: account.valueSpan, message: "Made during the setup of Windows, before a user signed in" }
  },
})
