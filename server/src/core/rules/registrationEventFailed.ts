import type { Phase } from "../code.ts"
import type { Field, Section } from "../log.ts"
import { codeMeaning, messageMeaning, phaseName } from "../lookup.ts"
import { type Mention, mentionsIn } from "../mention.ts"
import type { Rule } from "../rule.ts"
import { eventOf, eventPhase, mentionsOf } from "../situation.ts"
import { textAt } from "../span.ts"
import { reason } from "./story.ts"

/** An event says that the registration of the device failed. */
export const registrationEventFailed: Rule = {
  id: "registration-event-failed",
  severity: "error",
  phase: "join",
  summary: "An event reports that the registration failed.",
  why: "The log User Device Registration records each attempt. The exit code is the outer one; the code of the authentication library or the server's message inside the event is nearer to the cause. Where hybrid join was never set up, such events are expected and mean nothing.",
  fix: "Follow the steps of the innermost code, and note the time of the event.",
  sources: [
    {
      page: "hybridJoin",
      heading: "Step 3: Find the phase in which the join failed, and the error code",
      anchor: "step-3-find-the-phase-in-which-the-join-failed-and-the-error-code",
    },
  ],
  bad: [
    `
Log Name:      Microsoft-Windows-User Device Registration/Admin
Event ID:      304
Level:         Error
Description:
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c03f2
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-failed
Server error: The device object by the given id (e92325d0) is not found.`,
    `
Automatic registration failed at authentication phase. Unable to acquire access token.
Exit code: Unknown HResult Error code: 0x801c0515
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-event-failed
AdalErrorCode: 0xcaa90017`,
  ],
  good: [
    `
Event ID:      306
Automatic registration Succeeded.`,
    "Exit code: 0x0",
  ],
  *check(log) {
    for (const section of log.capture.sections) {
      const event = section.id === "event" ? eventOf(log.capture, section) : undefined
      if (event?.nature !== "failure" || event.log !== "User Device Registration") continue
      const exit = fieldOf(section, "exit code")
      const root = rootOf(section, exit) ?? mentionsOf(log.capture, section)[0]
      const span = exit?.valueSpan ?? root?.span
      if (!span) continue
      const phase = eventPhase(log.capture, section)
      const message = messageMeaning(textAt(log.capture.text, section.span))
      const entry = message ?? (root && codeMeaning(root.code, phase))
      yield {
        span,
        message: told(phase, message?.title ?? reason(root, phase)),
        ...(root && { code: root.code }),
        ...(entry && { entry }),
        ...(phase && { phase }),
        related: root && root.span.start > span.end ? [{ span: root.span, message: "The innermost code" }] : [],
      }
    }
  },
}

function told(phase: Phase | undefined, why: string): string {
  const where = phase ? ` in the ${phaseName(phase)}` : ""
  return `An event reports a failed registration${where}${why && `: ${why}`}`
}

/** The code nearest to the cause: that of the authentication library where it is a failure, else the exit code. */
function rootOf(section: Section, exit: Field | undefined): Mention | undefined {
  for (const name of ["adalerrorcode", "adalresponsecode"]) {
    const field = fieldOf(section, name)
    const inner = field && mentionsIn(field)[0]
    if (inner) return inner
  }
  return exit && mentionsIn(exit).at(-1)
}

function fieldOf(section: Section, key: string): Field | undefined {
  return section.blocks.flatMap(({ fields }) => fields).find((field) => field.key === key)
}
