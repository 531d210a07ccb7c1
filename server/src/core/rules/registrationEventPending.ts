import { joinPhase } from "../knowledge/headings.ts"
import { waitForSync } from "../knowledge/joinLadders.ts"
import { reads } from "../knowledge/step.ts"
import { attemptFinding, isPending, registrationEvents } from "./registrationEvent.ts"
import { rule } from "./rule.ts"
/** An event with an answer of the server that passes by itself. */
export const registrationEventPending = rule({
  id: "registration-event-pending",
  severity: "warning",
  about: ["event"],
  phase: "join",
  explains: ["hybrid-join-incomplete"],
  summary: "An event reports a registration that has to wait.",
  why: "The registration service answered with a message that asks to wait: the computer object or its certificate is not synchronized yet, or the requests came too fast.",
  fix: [
    reads("Look for later events of the log User Device Registration > Admin.", {
      rights: "user",
      proves:
        "If event 306 follows, the wait is over and the PC is joined. If the same failure comes again an hour later, the sync does not bring the computer: go on.",
    }),
    ...waitForSync,
  ],
  sources: [joinPhase],
  bad: [
    `
Event ID:      304
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c03f2
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-pending
Server error: The device object by the given id (e92325d0) is not found.`,
  ],
  good: [
    `
Event ID:      304
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c000e`,
  ],
  *check(log) {
    const { last, earlier } = registrationEvents(log)
    if (last && isPending(last) && !log.isJoined) yield attemptFinding(last, earlier)
  },
})
