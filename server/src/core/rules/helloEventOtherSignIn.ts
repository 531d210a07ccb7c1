import { helloPrerequisites } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** An event says that Windows Hello was not looked at, because the user signed in with an account of another kind. */
export const helloEventOtherSignIn = rule({
  id: "hello-event-other-sign-in",
  severity: "info",
  about: ["event"],
  phase: "post-join",
  summary: "An event reports that Windows Hello is not offered to a user who did not sign in with Microsoft Entra ID.",
  why: "Event 360 is written at a sign-in at which Windows Hello is not set up. Where the user did not sign in with Microsoft Entra ID, Windows stops there: whether the device is joined and whether a policy asks for Windows Hello is not tested then, and nothing is known of it.",
  fix: [
    reads("Run `dsregcmd /status` in the session of the user, and read `AzureAdPrt`.", {
      rights: "user",
      proves:
        "YES: the user signed in with Microsoft Entra ID after all; sign out and in, and read the newest event. NO: Windows Hello waits for that token, so follow the codes below that line. For a local account NO is right.",
    }),
  ],
  sources: [helloPrerequisites],
  bad: [
    `
Windows Hello for Business provisioning will not be launched.
Device is AAD joined ( AADJ or DJ++ ): Not Tested
User has logged on with AAD credentials: No
                                         ^^ hello-event-other-sign-in
Windows Hello for Business policy is enabled: Not Tested`,
  ],
  good: [
    `
Event ID:      360
Windows Hello for Business provisioning will not be launched.
User has logged on with AAD credentials: No
Windows Hello for Business policy is enabled: No`,
    `
Event ID:      362
Windows Hello for Business provisioning will not be launched.
User has logged on with AAD credentials: Yes
Windows Hello for Business policy is enabled: Yes
User has successfully authenticated to the enterprise STS: No`,
    `
Event ID:      358
Windows Hello for Business provisioning will be launched.
User has logged on with AAD credentials: Yes`,
  ],
  *check(log) {
    const event = log.events.findLast(({ entry }) => HELLO.has(entry?.id ?? 0))
    if (!event || event.entry?.id === 358) return
    const { start, end } = event.section.span
    const match = OTHER_SIGN_IN.exec(event.section.capture.text.slice(start, end))
    if (!match) return
    const last = start + match.index + match[0].length
    yield {
      span: { start: last - "No".length, end: last },
      message: "Windows Hello is not offered: the user did not sign in with Microsoft Entra ID",
      verdict: "Windows Hello is not offered, because the user did not sign in with Microsoft Entra ID",
    }
  },
})

/** The events about whether Windows Hello will be set up; the newest counts. */
const HELLO: ReadonlySet<number> = new Set([358, 360, 361, 362])

/** The answer about the sign-in, with the policy left untested below it. */
const OTHER_SIGN_IN =
  /logged\s+on\s+with\s+(?:AAD|Azure\s+Active\s+Directory)\s+credentials:\s{0,4}No\b(?=[\s\S]{0,100}policy\s+is\s+enabled:\s{0,4}Not\s+Tested)/i
