import { type Evidence, eventOf, eventPhase, mentionsOf } from "../evidence/evidence.ts"
import { type Mention, mentionsIn } from "../evidence/mention.ts"
import type { Phase } from "../knowledge/code.ts"
import { codeMeaning, messageMeaning, phaseName } from "../knowledge/lookup.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Field, Section } from "../log/log.ts"
import { type Span, textAt } from "../text/span.ts"
import type { Finding } from "./rule.ts"
import { reason } from "./story.ts"

/** An event of User Device Registration that reports a failure which no later event takes back. */
export interface FailedEvent {
  readonly section: Section
  /** What shows the failure: the exit code's value, else the code in the event's sentence. */
  readonly span: Span
  /** The innermost code. */
  readonly root?: Mention
  /** The server's message inside, where it is a known one. */
  readonly message?: ServerMessage
  readonly phase?: Phase
}

/** The failed registrations that events of this log report. */
export function* failedEvents(log: Evidence): Iterable<FailedEvent> {
  const { capture } = log
  const ofId = (id: number) => capture.sections.filter((section) => eventOf(capture, section)?.id === id)
  const isTakenBack = isLaterIn(ofId(SUCCEEDED))
  const hasScpError = ofId(220).length > 0
  for (const section of capture.sections) {
    const event = eventOf(capture, section)
    if (event?.nature !== "failure" || event.log !== "User Device Registration") continue
    const exit = fieldOf(section, "exit code")
    const root = rootOf(section, exit) ?? mentionsOf(capture, section)[0]
    const span = exit?.valueSpan ?? root?.span
    if (!span || isTakenBack(section)) continue
    const message = messageMeaning(textAt(capture.text, section.span))
    const phase = root?.code === SCP_NOT_READ && !hasScpError ? "discover" : eventPhase(capture, section)
    yield { section, span, ...(root && { root }), ...(message && { message }), ...(phase && { phase }) }
  }
}

/** The finding on such an event. */
export function eventFinding({ span, root, message, phase }: FailedEvent): Finding {
  const where = phase ? ` in the ${phaseName(phase)}` : ""
  const why = message ? `${message.title}${root ? ` (${root.code})` : ""}` : reason(root, phase)
  const entry = message ?? (root && codeMeaning(root.code, phase))
  return {
    span,
    message: `An event reports a failed registration${where}${why && `: ${why}`}`,
    ...(why && { verdict: why }),
    ...(root && { code: root.code }),
    ...(entry && { entry }),
    ...(phase && { phase }),
    related: root && root.span.start > span.end ? [{ span: root.span, message: "The innermost code" }] : [],
  }
}

/** DSREG_AUTOJOIN_ADCONFIG_READ_FAILED: no service connection point was read. */
const SCP_NOT_READ = "0x801c001d"

/** Whether an event only says that no service connection point was read, which is expected without hybrid join. */
export function isWithoutScp({ root, phase }: FailedEvent): boolean {
  return root?.code === SCP_NOT_READ && phase === "discover"
}

/** Messages of the server that pass by themselves. */
const PENDING: ReadonlySet<string> = new Set([
  "device-object-not-found",
  "registration-throttled",
  "computer-sid-mismatch",
])

/** Whether the server only asks to wait. */
export function isPending({ message }: FailedEvent): boolean {
  return message !== undefined && PENDING.has(message.id)
}

/** Event 306: the automatic registration succeeded. */
const SUCCEEDED = 306

/** Whether one of these events is later than another one; without dates to compare, later is further down. */
function isLaterIn(successes: readonly Section[]): (failed: Section) => boolean {
  const starts = successes.map(({ span }) => span.start)
  const dates = successes.map(dateOf)
  const lastDate = latest(dates.flatMap((date) => date ?? []))
  const lastStart = latest(starts)
  const lastUndated = latest(starts.filter((_, index) => dates[index] === undefined))
  return (failed) => {
    const date = dateOf(failed)
    if (date === undefined) return lastStart > failed.span.start
    return lastDate > date || lastUndated > failed.span.start
  }
}

function latest(numbers: readonly number[]): number {
  return numbers.reduce((last, number) => Math.max(last, number), Number.NEGATIVE_INFINITY)
}

/** The date of an event in milliseconds, in the form Event Viewer copies it; undefined where it cannot be read. */
function dateOf(section: Section): number | undefined {
  const time = Date.parse(fieldOf(section, "date")?.value ?? "")
  return Number.isNaN(time) ? undefined : time
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
