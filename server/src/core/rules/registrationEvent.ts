import type { LogEvent } from "../evidence/events.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { Mention } from "../evidence/mention.ts"
import { isSuccess } from "../evidence/registrations.ts"
import { remembered } from "../evidence/remembered.ts"
import type { Phase } from "../knowledge/code.ts"
import { codeMeaning, phaseName } from "../knowledge/lookup.ts"
import type { Span } from "../text/span.ts"
import { said, verdictOn } from "./message.ts"
import type { Finding, Related } from "./rule.ts"
import { reason } from "./story.ts"

/** A failed attempt to register the device, as the events of one run of the join task report it. */
export interface FailedAttempt {
  /** The event that is nearest to the cause. */
  readonly event: LogEvent
  /** All events of the attempt that report a failure, that one too. */
  readonly events: readonly LogEvent[]
  /** What shows the failure: the exit code's value, else the code in the event's sentence. */
  readonly span: Span
  /** The code nearest to the cause. */
  readonly root: Mention | undefined
  readonly phase: Phase | undefined
  readonly time: number | undefined
  /** The event 306 that came after it, where the log has one. */
  readonly success: LogEvent | undefined
}

/** What the events of a log say about registering the device. */
interface Told {
  /** The newest attempt that failed and that nothing later takes back. */
  readonly last: FailedAttempt | undefined
  /** The failures before it. */
  readonly earlier: readonly FailedAttempt[]
  /** The newest failure that a later success takes back. */
  readonly history: FailedAttempt | undefined
}

/** The events of a log about registering the device, put together by their time. */
export const registrationEvents = remembered((log: Evidence): Told => {
  const attempts = attemptsOf(log)
  const standing = attempts.filter(({ success }) => !success)
  return {
    last: standing.at(-1),
    earlier: standing.slice(0, -1),
    history: attempts.findLast(({ success }) => success),
  }
})

/** The events of one attempt are written within seconds of each other. */
const ONE_ATTEMPT = 90_000

function attemptsOf(log: Evidence): readonly FailedAttempt[] {
  const groups: Group[] = []
  for (const event of log.events) {
    if (!isFailure(event)) continue
    const group = groups.at(-1)
    if (group && belongs(event, group)) group.events.push(event)
    else groups.push({ events: [event], ids: new Set() })
    if (event.entry?.about === "join") groups.at(-1)?.ids.add(event.entry.id)
  }
  const success = log.events.findLast(isSuccess)
  const hasScpError = log.events.some(({ entry }) => entry?.id === 220)
  return groups.flatMap(({ events }) => attemptOf(events, success, hasScpError) ?? [])
}

/** Events of one attempt, with the numbers of those that it writes once. */
interface Group {
  readonly events: LogEvent[]
  readonly ids: Set<number>
}

function isFailure({ entry, exit, root, sentence }: LogEvent): boolean {
  if (entry?.nature !== "failure") return false
  if (entry.about === "network") return root !== undefined
  return entry.about === "join" && (exit !== undefined || root !== undefined || sentence !== undefined)
}

/** An attempt writes each event once. Those without a time belong together where they stand together. */
function belongs({ entry, time }: LogEvent, { events: [first], ids }: Group): boolean {
  if (ids.has(entry?.id ?? 0)) return false
  if (time === undefined || first?.time === undefined) return time === first?.time
  return Math.abs(time - first.time) <= ONE_ATTEMPT
}

function attemptOf(
  events: readonly LogEvent[],
  success: LogEvent | undefined,
  hasScpError: boolean,
): FailedAttempt | undefined {
  const event = events.reduce((best, next) => (worth(next) > worth(best) ? next : best))
  const span = spanOf(event)
  if (!span) return undefined
  // Event 220 says that it was the computer's own object that could not be read, which is of the join phase.
  const ofScp = event.root?.code === SCP_NOT_READ && (hasScpError ? "join" : "discover")
  const own = events.find(({ entry, phase }) => entry?.id === 304 && phase !== undefined)
  const time = events.find((one) => one.time !== undefined)?.time
  return {
    event,
    events,
    span,
    root: event.root,
    phase: ofScp || (own?.phase ?? event.phase),
    time,
    success: success && isAfter(success, events, time) ? success : undefined,
  }
}

/** What shows that an event reports a failure. */
function spanOf({ exit, root, sentence }: LogEvent): Span | undefined {
  return exit?.valueSpan ?? root?.span ?? sentence
}

/** Later by its time; without times to compare, further down. */
function isAfter(later: LogEvent, events: readonly LogEvent[], time: number | undefined): boolean {
  if (later.time !== undefined && time !== undefined) return later.time > time
  const last = events.reduce((end, { section }) => Math.max(end, section.titleSpan.start), 0)
  return later.section.titleSpan.start > last
}

/** Codes that only say that something inside them failed; what an event has inside is told in their place. */
export const OUTER_CODES: readonly string[] = ["0xcaa1000e", "0x801c0515", "0xcaa5001c", "0x801c000c", "0x80004005"]

const OUTER: ReadonlySet<string> = new Set(OUTER_CODES)

/** How near an event is to the cause: a server's message that is known, then a code that says more than that it failed. */
function worth({ root, message, phase, entry }: LogEvent): number {
  const meaning = root && codeMeaning(root.code, phase)
  const isInner = root !== undefined && !OUTER.has(root.code)
  return (message ? 16 : 0) + (isInner && meaning ? 8 : 0) + (isInner ? 4 : 0) + (entry?.id === 304 ? 0 : 1)
}

/** The finding on such an attempt, with what else tells of it and what failed before. */
export function attemptFinding(
  { event: { message, exit }, root, span, phase, events, event }: FailedAttempt,
  earlier: readonly FailedAttempt[],
): Finding {
  const where = phase ? ` in the ${phaseName(phase)}` : ""
  const why = message ? `${message.title}${root ? ` (${root.code})` : ""}` : reason(root, phase)
  const entry = message ?? (root && codeMeaning(root.code, phase))
  const noCode = exit && exit.value !== "" ? IN_WORDS : CUT_OFF
  return {
    span,
    ...said(
      why || noCode,
      `An event reports a failed registration${where}`,
      "An event reports a failed registration",
      "Registration failed",
    ),
    verdict: verdictOn(root?.code, why || noCode),
    ...(root && { code: root.code }),
    ...(entry && { entry }),
    ...(phase && { phase }),
    related: [
      ...(root && root.span.start > span.end ? [{ span: root.span, message: "The innermost code" }] : []),
      ...events.flatMap((other) => (other === event ? [] : [...alsoTold(other)])),
      ...earlier.map(told),
    ],
  }
}

/** Where the event has no code, as in the rows of a table. */
const CUT_OFF = "its text ends before the code"

/** Where Windows has a message for the code, which it prints in its own language. */
const IN_WORDS = "its exit code is given in words"

/** Another event of the same attempt. */
function* alsoTold(event: LogEvent): Iterable<Related> {
  const span = spanOf(event)
  if (span) yield { span, message: `Event ${event.entry?.id} of the same attempt`, sameFailure: true }
}

/** An attempt before the one that counts. */
function told({ span, root, phase, event: { message } }: FailedAttempt): Related {
  const why = message?.title ?? reason(root, phase)
  return { span, message: `An earlier attempt failed as well${why && `: ${why}`}`, sameFailure: true }
}

/** DSREG_AUTOJOIN_ADCONFIG_READ_FAILED: no service connection point was read. */
const SCP_NOT_READ = "0x801c001d"

/** Whether an attempt only failed for want of a service connection point, which is expected without hybrid join. */
export function isWithoutScp({ root, phase }: FailedAttempt): boolean {
  return root?.code === SCP_NOT_READ && phase === "discover"
}

/** Messages of the server that pass by themselves. */
const PENDING: ReadonlySet<string> = new Set([
  "device-object-not-found",
  "registration-throttled",
  "computer-sid-mismatch",
])

/** Whether the server only asks to wait. */
export function isPending({ event: { message } }: FailedAttempt): boolean {
  return message !== undefined && PENDING.has(message.id)
}

/** How long it took from one thing to the other, in words. */
export function lapse(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  const [count, unit] =
    minutes < 120
      ? [minutes, "minute"]
      : minutes < 2880
        ? [Math.round(minutes / 60), "hour"]
        : [Math.round(minutes / 1440), "day"]
  return `${count} ${unit}${count === 1 ? "" : "s"}`
}
