import { joinErrorCode } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { attemptFinding, isPending, isWithoutScp, OUTER_CODES, registrationEvents } from "./registrationEvent.ts"
import { rule } from "./rule.ts"
/** An event says that the registration of the device failed. */
export const registrationEventFailed = rule({
  id: "registration-event-failed",
  severity: "error",
  about: ["event"],
  phase: "join",
  explains: [
    "hybrid-join-incomplete",
    { rule: "registration-failed", sameCode: true },
    { rule: "registration-failed", codes: OUTER_CODES },
    { rule: "token-acquisition-failed", sameCode: true },
    { rule: "token-acquisition-failed", codes: OUTER_CODES },
    { rule: "token-acquisition-fell-back", codes: OUTER_CODES },
  ],
  summary: "An event reports that the registration failed.",
  why: "The log User Device Registration records each attempt. The exit code is the outer one; the code of the authentication library or the server's message inside the event is nearer to the cause.",
  fix: [
    reads("Look up the innermost code of the event for the phase that the event names, and note its time.", {
      rights: "user",
      proves:
        "The exit code of event 304 is the outer one. Event 305 or 204 of the same minute, or the server's message, is nearer to the cause.",
    }),
    reads("Open a command prompt as administrator, run `dsregcmd /status` and read `AzureAdJoined`.", {
      rights: "administrator",
      inLog: [{ fields: ["AzureAdJoined"] }],
      proves: "With YES the failure is history. With NO, the tests in that log show what stands in the way now.",
    }),
    startJoin,
  ],
  sources: [joinErrorCode],
  bad: [
    `
Log Name:      Microsoft-Windows-User Device Registration/Admin
Event ID:      304
Level:         Error
Description:
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c000e
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-failed`,
    `
Automatic registration failed at authentication phase. Unable to acquire access token.
Exit code: Unknown HResult Error code: 0x801c0515
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-failed
AdalErrorCode: 0xcaa90017`,
    `
Date:          7/14/2026 9:31:22 AM
Event ID:      304
Exit code: Unknown HResult Error code: 0xcaa1000e
errorPhase: auth

Date:          7/14/2026 9:31:21 AM
Event ID:      305
Exit code: Unknown HResult Error code: 0xcaa9002c
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-failed`,
  ],
  good: [
    `
Event ID:      306
Automatic registration Succeeded.`,
    "Exit code: 0x0",
    `
Event ID:      304
Exit code: Unknown HResult Error code: 0x80072ee7

Event ID:      306
Automatic registration Succeeded.`,
    `
Date:          7/15/2026 9:01:10 AM
Event ID:      306
Automatic registration Succeeded.

Date:          7/15/2026 8:01:08 AM
Event ID:      304
Exit code: Unknown HResult Error code: 0x80072ee7`,
    `
             AzureAdJoined : YES

Event ID:      304
Exit code: Unknown HResult Error code: 0x80072ee7`,
  ],
  *check(log) {
    const { last, earlier } = registrationEvents(log)
    if (last && !isPending(last) && !isWithoutScp(last) && !log.isJoined) yield attemptFinding(last, earlier)
  },
})
