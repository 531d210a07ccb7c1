import type { LogEvent } from "../evidence/events.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { Phase } from "../knowledge/code.ts"
import { codeMeaning, phaseName } from "../knowledge/lookup.ts"
import type { Span } from "../text/span.ts"
import type { Finding } from "./rule.ts"
import { reason } from "./story.ts"
/** An event of User Device Registration that reports a failure which no later event takes back. */
export interface FailedEvent {
  readonly event: LogEvent
  /** What shows the failure: the exit code's value, else the code in the event's sentence. */
  readonly span: Span
  readonly phase: Phase | undefined
}

/** The failed registrations that events of this log report. */
export function* failedEvents(log: Evidence): Iterable<FailedEvent> {
  const { events } = log
  const isTakenBack = isLaterIn(events.filter(({ entry }) => entry?.id === SUCCEEDED))
  const hasScpError = events.some(({ entry }) => entry?.id === 220)
  for (const event of events) {
    if (event.entry?.nature !== "failure" || event.entry.log !== "User Device Registration") continue
    const span = event.exit?.valueSpan ?? event.root?.span
    if (!span || isTakenBack(event)) continue
    yield { event, span, phase: event.root?.code === SCP_NOT_READ && !hasScpError ? "discover" : event.phase }
  }
}

/** The finding on such an event. */
export function eventFinding({ event: { root, message }, span, phase }: FailedEvent): Finding {
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
export function isWithoutScp({ event: { root }, phase }: FailedEvent): boolean {
  return root?.code === SCP_NOT_READ && phase === "discover"
}

/** Messages of the server that pass by themselves. */
const PENDING: ReadonlySet<string> = new Set([
  "device-object-not-found",
  "registration-throttled",
  "computer-sid-mismatch",
])

/** Whether the server only asks to wait. */
export function isPending({ event: { message } }: FailedEvent): boolean {
  return message !== undefined && PENDING.has(message.id)
}

/** Event 306: the automatic registration succeeded. */
const SUCCEEDED = 306

/** Whether one of these events is later than another one; without dates to compare, later is further down. */
function isLaterIn(successes: readonly LogEvent[]): (failed: LogEvent) => boolean {
  const startOf = ({ section }: LogEvent) => section.titleSpan.start
  const lastTime = latest(successes.flatMap(({ time }) => time ?? []))
  const lastStart = latest(successes.map(startOf))
  const lastUndated = latest(successes.filter(({ time }) => time === undefined).map(startOf))
  return (failed) => {
    if (failed.time === undefined) return lastStart > startOf(failed)
    return lastTime > failed.time || lastUndated > startOf(failed)
  }
}

function latest(numbers: readonly number[]): number {
  return numbers.reduce((last, number) => Math.max(last, number), Number.NEGATIVE_INFINITY)
}
