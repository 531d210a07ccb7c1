import { reads } from "../knowledge/step.ts"
import { YES } from "../knowledge/yesNo.ts"
import { lapse, registrationEvents } from "./registrationEvent.ts"
import { rule } from "./rule.ts"

/** An event reports a failed registration, and a later one that the device was joined after all. */
export const registrationEventOvertaken = rule({
  id: "registration-event-overtaken",
  severity: "info",
  about: ["event"],
  summary: "A failed registration is history: a later event says that the device was joined.",
  why: "The join task tries again until it succeeds, so failures before the success stay in the log. Event 306 or 335 with a later time takes them back, wherever it stands in the text.",
  fix: [
    reads("Run `dsregcmd /status` and read `AzureAdJoined`.", {
      rights: "user",
      inLog: [
        { fields: ["AzureAdJoined"], when: YES, leaves: "`AzureAdJoined` says {0} here: nothing is left to do." },
      ],
      proves: "With YES nothing is left to do. With NO the PC has left the join since, and newer events say why.",
    }),
  ],
  sources: [{ page: "prtConcept" }],
  bad: [
    `
Date:          7/15/2026 9:01:10 AM
Event ID:      306
Automatic registration Succeeded.

Date:          7/15/2026 8:01:08 AM
Event ID:      304
Exit code: Unknown HResult Error code: 0x80072ee7
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-overtaken`,
    `
             AzureAdJoined : YES

Event ID:      304
Exit code: Unknown HResult Error code: 0x80072ee7
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-overtaken`,
    `
              DomainJoined : YES
     Previous Registration : 2026-07-14 08:01:08.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-overtaken
               Error Phase : join
          Client ErrorCode : 0x80072ee7

Date:          7/15/2026 9:01:10 AM
Event ID:      306
Automatic registration Succeeded.`,
  ],
  good: [
    `
              DomainJoined : YES
     Previous Registration : 2026-07-15 08:01:08.000 UTC
               Error Phase : join
          Client ErrorCode : 0x80072ee7

Date:          7/15/2026 11:01:10 AM
Event ID:      306
Automatic registration Succeeded.`,
    `
              DomainJoined : YES
     Previous Registration : 2026-07-15 08:01:08.000 UTC
               Error Phase : join
          Client ErrorCode : 0x80072ee7

Date:          10/7/2026 9:01:10 AM
Event ID:      306
Automatic registration Succeeded.`,
    `
Date:          7/15/2026 9:01:10 AM
Event ID:      304
Exit code: Unknown HResult Error code: 0x80072ee7

Date:          7/15/2026 8:01:08 AM
Event ID:      306
Automatic registration Succeeded.`,
  ],
  *check(log) {
    for (const { attempt, success } of log.isJoined ? [] : log.overtakenRegistrations)
      yield {
        span: attempt.valueSpan,
        message: "This attempt failed and is history: a later event says that the device was joined",
        related: [{ span: success.section.span, message: `Event ${success.entry?.id}: ${success.entry?.title}` }],
      }
    const { last, history } = registrationEvents(log)
    if (last && log.isJoined) yield { span: last.span, message: "This failure is history: the device is joined" }
    if (last || !history?.success) return
    const { time, success, span } = history
    const when = time === undefined || success.time === undefined ? "" : ` ${lapse(success.time - time)} later`
    const what = success.entry?.id === 335 ? "the device was found joined" : "the join succeeded"
    yield {
      span,
      message: `This failure is history: ${what}${when}`,
      related: [{ span: success.section.span, message: `Event ${success.entry?.id}: ${success.entry?.title}` }],
    }
  },
})
