import type { Place } from "../knowledge/code.ts"
import type { EventEntry } from "../knowledge/events.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Capture, Field, Section } from "../log/log.ts"
import { type CodeMention, codesOf, placeOfField, placeOfText } from "./codes.ts"
import { codesOfRecord, eventIn, eventsOf, type LogEvent } from "./events.ts"
import { detailsWithoutJoin, joinTypeOf } from "./joinState.ts"
import type { Mention } from "./mention.ts"
import { CaptureFields, type NamedFields } from "./namedFields.ts"
import { type Registration, registrationsOf } from "./registrations.ts"
import { proofOfNoUser } from "./session.ts"
import { failedTestOf, type Test, testsOf } from "./tests.ts"
import { type Clock, clockOf } from "./time.ts"
import { type TokenAttempt, tokenAttemptsOf } from "./tokenAttempts.ts"

/**
 * What one capture says, in place and in time: what rules ask together is worked out here, each thing once and when it
 * is first asked for. A rule asks this and nothing else, and no other rule.
 */
export interface Evidence extends NamedFields {
  /** How the device is known to Microsoft Entra ID, as far as the capture shows it. */
  readonly joinType: JoinType
  /** Joined to Microsoft Entra ID, as hybrid or not, also where the domain is not shown. */
  readonly isJoined: boolean
  /** The details of a joined device in a log that says it is none; such a log does not tell whether it is joined. */
  readonly contradictingDetails: Section | undefined
  /** The tests printed, in the order of the phases. */
  readonly tests: readonly Test[]
  /** The first test that failed; what stands behind it follows from it. */
  readonly failedTest: Test | undefined
  /** The registration attempts on record; dsregcmd prints one, a ticket may quote it twice. */
  readonly registrations: readonly Registration[]
  /** The attempts to get a token that the log has diagnostics of. */
  readonly tokenAttempts: readonly TokenAttempt[]
  /** The user's failed attempt to get the Microsoft Entra PRT, where the log holds one; that of another user does not count. */
  readonly prtAttempt: TokenAttempt | undefined
  /** The events in it, in the order of the text. */
  readonly events: readonly LogEvent[]
  /** Every code that stands in it, with the place its meaning depends on. */
  readonly codes: readonly CodeMention[]
  /**
   * The field that proves that no user's session was there: run as SYSTEM, through WinRM or by an agent. What the
   * log says about users then means nothing.
   */
  readonly withoutUser: Field | undefined
  /** The log's own clock. */
  readonly clock: Clock | undefined
}

/** What a capture says. */
export function evidenceOf(capture: Capture): Evidence {
  return new CaptureEvidence(capture)
}

/** Nothing is worked out before it is asked for, since most captures have no event and no failed attempt. */
class CaptureEvidence extends CaptureFields implements Evidence {
  readonly joinType: JoinType
  readonly #known = new Map<keyof Evidence, unknown>()

  constructor(capture: Capture) {
    super(capture)
    this.joinType = joinTypeOf(this)
  }

  get isJoined(): boolean {
    return this.joinType === "entra-joined" || this.joinType === "hybrid-joined" || this.says("AzureAdJoined", "YES")
  }

  get contradictingDetails(): Section | undefined {
    return detailsWithoutJoin(this)
  }

  get tests(): readonly Test[] {
    return this.#once("tests", () => testsOf(this))
  }

  get failedTest(): Test | undefined {
    return failedTestOf(this.tests)
  }

  get registrations(): readonly Registration[] {
    return this.#once("registrations", () => registrationsOf(this.capture, this.tests, this.clock))
  }

  get tokenAttempts(): readonly TokenAttempt[] {
    return this.#once("tokenAttempts", () => tokenAttemptsOf(this, this.withoutUser))
  }

  get prtAttempt(): TokenAttempt | undefined {
    return this.tokenAttempts.find((attempt) => attempt.of === "entra" && attempt.isFailure && !attempt.isOfAnotherUser)
  }

  get events(): readonly LogEvent[] {
    return this.#once("events", () => eventsOf(this.capture))
  }

  get codes(): readonly CodeMention[] {
    return this.#once("codes", () => codesOf(this.capture, this.tests.length > 0))
  }

  get withoutUser(): Field | undefined {
    return this.#once("withoutUser", () => proofOfNoUser(this))
  }

  get clock(): Clock | undefined {
    return this.#once("clock", () => clockOf(this))
  }

  #once<Value>(what: keyof Evidence, work: () => Value): Value {
    if (this.#known.has(what)) return this.#known.get(what) as Value
    const value = work()
    this.#known.set(what, value)
    return value
  }
}

/** Where a code stands when it stands in this field of this capture: the place its meaning depends on. */
export function placeOf(log: Evidence, { field }: { readonly field: Field }): Place | undefined {
  return placeOfField(field, log.tests.length > 0)
}

/** Where a code stands when it stands in a line that is no field. */
export function textPlace(_capture: Capture, section: Section | undefined): Place | undefined {
  return placeOfText(section)
}

/** Which event a record is. */
export function eventOf(_capture: Capture, section: Section): EventEntry | undefined {
  return section.id === "event" ? eventIn(section).entry : undefined
}

/** Every code of a record, in the order of the text. */
export function mentionsOf(_capture: Capture, section: Section): readonly Mention[] {
  return codesOfRecord(section)
}
