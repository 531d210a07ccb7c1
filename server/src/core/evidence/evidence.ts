import type { Place } from "../knowledge/code.ts"
import type { EventEntry } from "../knowledge/events/eventEntry.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Capture, Field, Section } from "../log/log.ts"
import { fieldIn } from "../log/query.ts"
import { type CodeMention, codesOf, placeOfField, placeOfText } from "./codes.ts"
import { codesOfRecord, eventIn, eventsOf, type LogEvent } from "./events.ts"
import { detailsWithoutJoin, joinTypeOf } from "./joinState.ts"
import type { Mention } from "./mention.ts"
import { CaptureFields, type NamedFields } from "./namedFields.ts"
import { type Overtaken, type Registration, type Registrations, registrationsOf } from "./registrations.ts"
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
  /** The first test that failed; what stands behind it follows from it. On a joined device no test decides anything. */
  readonly failedTest: Test | undefined
  /** The last registration attempt on record; dsregcmd prints one, a ticket may quote it twice. */
  readonly registrations: readonly Registration[]
  /** The attempts before that one, where the log tells of several. */
  readonly earlierRegistrations: readonly Registration[]
  /** The attempts that an event overrules, which says that the join succeeded later. */
  readonly overtakenRegistrations: readonly Overtaken[]
  /** The attempts to get a token that the log has diagnostics of. */
  readonly tokenAttempts: readonly TokenAttempt[]
  /** The user's last failed attempt to get the Microsoft Entra PRT, where the log holds one; that of another user does not count. */
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

/** Nothing but the join type is worked out before it is asked for: most captures have no event and no failed attempt. */
class CaptureEvidence extends CaptureFields implements Evidence {
  readonly joinType: JoinType
  #tests: readonly Test[] | undefined
  #registrations: Registrations | undefined
  #tokenAttempts: readonly TokenAttempt[] | undefined
  #events: readonly LogEvent[] | undefined
  #codes: readonly CodeMention[] | undefined
  /** What may turn out not to be there is kept in a list of one. */
  #failedTest: readonly [Test | undefined] | undefined
  #withoutUser: readonly [Field | undefined] | undefined
  #clock: readonly [Clock | undefined] | undefined

  constructor(capture: Capture) {
    super(capture)
    this.joinType = joinTypeOf(this)
  }

  get isJoined(): boolean {
    return this.joinType === "entra-joined" || this.joinType === "hybrid-joined" || this.says("AzureAdJoined", "YES")
  }

  /** A PC in no domain has no hybrid join to test for. */
  get #mayJoin(): boolean {
    return this.joinType !== "registered" && this.joinType !== "none"
  }

  get contradictingDetails(): Section | undefined {
    return detailsWithoutJoin(this)
  }

  get tests(): readonly Test[] {
    this.#tests ??= testsOf(this)
    return this.#tests
  }

  get failedTest(): Test | undefined {
    this.#failedTest ??= [this.isJoined || !this.#mayJoin ? undefined : failedTestOf(this.tests)]
    return this.#failedTest[0]
  }

  get registrations(): readonly Registration[] {
    return this.#allRegistrations.last
  }

  get earlierRegistrations(): readonly Registration[] {
    return this.#allRegistrations.earlier
  }

  get overtakenRegistrations(): readonly Overtaken[] {
    return this.#allRegistrations.overtaken
  }

  get #allRegistrations(): Registrations {
    this.#registrations ??= registrationsOf(this, this.isJoined ? [] : this.tests, () => this.clock, this.events)
    return this.#registrations
  }

  get tokenAttempts(): readonly TokenAttempt[] {
    this.#tokenAttempts ??= tokenAttemptsOf(this, () => this.withoutUser)
    return this.#tokenAttempts
  }

  get prtAttempt(): TokenAttempt | undefined {
    const timeOf = ({ block }: TokenAttempt) => this.timesOf(fieldIn(block, "Previous Prt Attempt"))[0] ?? 0
    return this.tokenAttempts
      .filter((attempt) => attempt.of === "entra" && attempt.isFailure && !attempt.isOfAnotherUser)
      .reduce<TokenAttempt | undefined>((last, next) => (last && timeOf(last) >= timeOf(next) ? last : next), undefined)
  }

  get events(): readonly LogEvent[] {
    this.#events ??= eventsOf(this.capture)
    return this.#events
  }

  get codes(): readonly CodeMention[] {
    this.#codes ??= codesOf(this.capture, this.tests.length > 0)
    return this.#codes
  }

  get withoutUser(): Field | undefined {
    this.#withoutUser ??= [proofOfNoUser(this)]
    return this.#withoutUser[0]
  }

  get clock(): Clock | undefined {
    this.#clock ??= [clockOf(this)]
    return this.#clock[0]
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
