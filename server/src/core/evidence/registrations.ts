import type { Phase } from "../knowledge/code.ts"
import { networkError } from "../knowledge/codeNumber.ts"
import { messageMeaning, onlyPhaseOf, phaseMeaning } from "../knowledge/lookup.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Block, Field } from "../log/log.ts"
import { blocksOf, fieldIn } from "../log/query.ts"
import type { LogEvent } from "./events.ts"
import { type Mention, mentionsIn } from "./mention.ts"
import type { NamedFields } from "./namedFields.ts"
import { failedTestOf, type Test } from "./tests.ts"
import { type Clock, DAY } from "./time.ts"

/** A registration attempt, from a `Previous Registration` block. */
export interface Registration {
  readonly block: Block
  /** As `Error Phase` says, else the one phase that Microsoft documents the code for; undefined where neither tells. */
  readonly phase: Phase | undefined
  /** `Client ErrorCode`. */
  readonly client: Mention | undefined
  readonly message: { readonly field: Field; readonly meaning: ServerMessage | undefined } | undefined
  /** Every test passes and the attempt is more than a day older than the log's own clock. */
  readonly isOutdated: boolean
  /** So many days, one at least, lie between it and the tests of this log: what the two say is of different times. */
  readonly daysBefore: number | undefined
  /** What it failed at is tested in this log, and passes now. */
  readonly passesNow: boolean
  /** No failed test tells of the same phase as its cause, so that the attempt is a story of its own. */
  readonly standsAlone: boolean
}

/** An attempt that failed, and the success that came after it. */
export interface Overtaken {
  readonly attempt: Field
  readonly success: LogEvent
}

/** The attempts of a capture, in the order of the text; time decides which ones count. */
export interface Registrations {
  /** The last attempt; several where the log holds it more than once or does not tell their times. */
  readonly last: readonly Registration[]
  /** Those after which an event says that the join succeeded, each with that event: they are history. */
  readonly overtaken: readonly Overtaken[]
  /** Those before it: a run tries federation first and the sync after it. */
  readonly earlier: readonly Registration[]
}

/** The attempts of a capture. */
export function registrationsOf(
  log: NamedFields,
  tests: readonly Test[],
  clock: () => Clock | undefined,
  events: readonly LogEvent[],
): Registrations {
  const overtaken: Overtaken[] = []
  const blocks = blocksOf(log.capture, "previous-registration").filter((block) => {
    const success = successAfter(timeOf(log, block), events)
    const attempt = fieldIn(block, "Previous Registration")
    if (success && attempt) overtaken.push({ attempt, success })
    return !success
  })
  const times = blocks.map((block) => timeOf(log, block))
  const newest = Math.max(...times.map((time) => time ?? Number.NEGATIVE_INFINITY))
  const all = blocks.map((block) => registrationOf(log, block, tests, clock()))
  const isEarlier = (_: Registration, index: number) => (times[index] ?? newest) < newest
  return { last: all.filter((one, index) => !isEarlier(one, index)), earlier: all.filter(isEarlier), overtaken }
}

/** Event 306: the automatic registration succeeded. Event 335: the PC is joined already. */
const SUCCEEDED: ReadonlySet<number | undefined> = new Set([306, 335, 389])

/** Whether an event says that a registration succeeded. */
export function isSuccess({ entry }: LogEvent): boolean {
  return SUCCEEDED.has(entry?.id)
}

/** A success that is later beyond doubt: an attempt has its time in UTC, an event in a zone that nobody names. */
function successAfter(tried: number | undefined, events: readonly LogEvent[]): LogEvent | undefined {
  if (tried === undefined) return undefined
  return events.find((event) => isSuccess(event) && event.earliest !== undefined && event.earliest > tried)
}

/** When an attempt took place, in milliseconds since 1970. */
function timeOf(log: NamedFields, block: Block): number | undefined {
  return log.timesOf(fieldIn(block, "Previous Registration"))[0]
}

function registrationOf(
  log: NamedFields,
  block: Block,
  tests: readonly Test[],
  clock: Clock | undefined,
): Registration {
  const failed = failedTestOf(tests)
  const code = fieldIn(block, "Client ErrorCode")
  const client = code && mentionsIn(code)[0]
  const phase = namedPhase(block) ?? (client && onlyPhaseOf(client.code))
  const answers = ["Server Message", "Server ErrorCode", "Server ErrorSubCode"].flatMap(
    (name) => fieldIn(block, name) ?? [],
  )
  const known = answers.find(({ value }) => messageMeaning(value))
  const text = known ?? fieldIn(block, "Server Message")
  return {
    block,
    phase,
    client,
    message: text && text.value !== "" ? { field: text, meaning: messageMeaning(text.value) } : undefined,
    daysBefore: tests.length > 0 ? daysBetween(timeOf(log, block), clock?.time) : undefined,
    isOutdated: !failed && isOutdated(log, block, tests, clock),
    passesNow: !failed && passesNow(tests, phase, client),
    standsAlone: !failed || (phase !== undefined && phase !== failed.phase),
  }
}

function daysBetween(tried: number | undefined, now: number | undefined): number | undefined {
  const days = tried !== undefined && now !== undefined ? Math.floor((now - tried) / DAY) : 0
  return days > 0 ? days : undefined
}

/** The phase that a registration attempt says it failed in. */
export function namedPhase(block: Block): Phase | undefined {
  return phaseMeaning(fieldIn(block, "Error Phase")?.value ?? "")?.id
}

/** The question whose domain a user name is of, which no test asks. */
const REALM_NOT_DISCOVERED = "0x801c003d"

/**
 * Whether the tests of a phase all pass. Those of the later phases say something of an attempt that the network
 * ended, and nothing of one that a server refused.
 */
function passesNow(tests: readonly Test[], phase: Phase | undefined, client: Mention | undefined): boolean {
  if (client?.code === REALM_NOT_DISCOVERED) return false
  const isOfServer = phase === "auth" || phase === "join"
  if (isOfServer && networkError(client?.code ?? "") === undefined) return false
  const ofPhase = tests.filter((test) => test.phase === phase)
  return ofPhase.length > 0 && ofPhase.every(({ outcome }) => outcome === "pass")
}

function isOutdated(log: NamedFields, block: Block, tests: readonly Test[], clock: Clock | undefined): boolean {
  const tried = timeOf(log, block)
  return (
    tried !== undefined &&
    clock !== undefined &&
    clock.time - tried > DAY &&
    tests.some(({ outcome }) => outcome === "pass")
  )
}
