import type { Phase } from "../knowledge/code.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Field } from "../log/log.ts"
import type { Span } from "../text/span.ts"
import type { Evidence } from "./evidence.ts"

/** What one log is compared with others by: little enough to be kept of every log of a folder, and no text but names. */
export interface CaseFacts {
  /** The host name without its domain, in lower case; undefined where it is masked or not shown. */
  readonly computer: Fact | undefined
  /** `DeviceId` and `Thumbprint` of the device's own registration. */
  readonly deviceId: Fact | undefined
  readonly thumbprint: Fact | undefined
  readonly joinType: JoinType
  /** The log's own clock, in milliseconds since 1970. */
  readonly time: number | undefined
  /** The log says itself when it was made; else `time` is only the latest thing that it tells of. */
  readonly isTimeExact: boolean
  /** Who ran it, as `Executing Account Name` begins. */
  readonly account: Fact | undefined
  /** As whom the tests ran, `system` or `user`. */
  readonly context: Fact | undefined
  /** The tests that passed or failed, by their fields: `PASS`, `FAIL`. */
  readonly tests: ReadonlyMap<string, TestFact>
  /** What the log says of the states that are worth comparing, by their fields. */
  readonly states: ReadonlyMap<string, Fact>
}

/** How a test ended, and the phase it stands for. */
export interface TestFact extends Fact {
  readonly phase: Phase
}

/** A value, in lower case where case means nothing, and where it stands. */
export interface Fact {
  readonly value: string
  readonly span: Span
}

/** The fields whose change between two logs of a device tells something, the cause before what follows from it. */
const COMPARED = [
  "AzureAdJoined",
  "DomainJoined",
  "EnterpriseJoined",
  "WorkplaceJoined",
  "DeviceAuthStatus",
  "KeySignTest",
  "TpmProtected",
  "AzureAdPrt",
  "EnterprisePrt",
  "WamDefaultSet",
  "NgcSet",
] as const

/** The facts of one log. */
export function caseFactsOf(log: Evidence): CaseFacts {
  return {
    computer: factOf(log.field("Device Name"), computerIn),
    deviceId: factOf(log.field("DeviceId", "device-details", "device-state"), (value) => GUID.exec(value)?.[0]),
    thumbprint: factOf(log.field("Thumbprint", "device-details", "device-state"), (value) => SHA1.exec(value)?.[0]),
    joinType: log.joinType,
    time: log.clock?.time,
    isTimeExact: log.clock?.field.key === "client time",
    account: factOf(log.field("Executing Account Name"), (value) => /^[^,]{1,80}/.exec(value)?.[0]),
    context: factOf(log.field("User Context"), (value) => CONTEXT.exec(value)?.[0]),
    tests: new Map(
      log.tests.flatMap(({ field, outcome, phase }) =>
        outcome === "pass" || outcome === "fail"
          ? [[field.name, { value: outcome.toUpperCase(), span: field.valueSpan, phase }] as const]
          : [],
      ),
    ),
    states: new Map(
      COMPARED.flatMap((name) => {
        const fact = factOf(log.field(name), (value) => WORD.exec(value)?.[0].toUpperCase())
        return fact ? [[name, fact] as const] : []
      }),
    ),
  }
}

/** The name of a computer in front of its domain; one of a single letter over and over, or a word for a name, is nobody's. */
export function computerIn(name: string): string | undefined {
  return NAME.exec(name)?.[2]
}

/** All repetitions are bounded: a value of some millions of letters would end the engine's stack. */
const NAME =
  /^(?!(.)\1{1,62}(?:\.|$)|(?:redacted|removed|masked|hostname|computer(?:name)?|device(?:name)?)\b)([a-z0-9][a-z0-9-]{0,62})(?:\.|$)/i

/** Identities as they are printed; masked ones, and those of one digit over and over, are nobody's. */
const GUID = /^(?!(.)(?:\1|-){35}$)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const SHA1 = /^(?!(.)\1{39}$)[0-9a-f]{40}$/i

/** As whom the tests ran: as SYSTEM, or as a user, elevated or not. */
const CONTEXT = /^SYSTEM|USER$/i

/** The program's own words for a state. */
const WORD = /^(?:YES|NO|SUCCESS|FAILED|PASSED|ERROR)\b/i

function factOf(field: Field | undefined, valueIn: (value: string) => string | undefined): Fact | undefined {
  const value = field && valueIn(field.value)
  return field && value ? { value: WORD.test(value) ? value : value.toLowerCase(), span: field.valueSpan } : undefined
}

/** What a record leaves open that is kept of a log only to find clones by. */
export const notOfClones = {
  time: undefined,
  isTimeExact: false,
  account: undefined,
  context: undefined,
  states: new Map(),
  tests: new Map(),
} satisfies Partial<CaseFacts>
