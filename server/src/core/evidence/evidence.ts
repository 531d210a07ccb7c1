import type { Phase, Place } from "../knowledge/code.ts"
import type { EventEntry } from "../knowledge/events.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import { eventBySentence, eventMeaning, messageMeaning, phaseMeaning } from "../knowledge/lookup.ts"
import { plainName } from "../knowledge/plainName.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Block, Capture, Field, Section } from "../log/log.ts"
import { allFields, blocksOf, type Found, fieldIn, standsIn } from "../log/query.ts"
import { textAt } from "../text/span.ts"
import { type Mention, mentionsIn, mentionsInText } from "./mention.ts"
import { remembered } from "./remembered.ts"
import { type Clock, clockOf } from "./time.ts"

/** One test of the pre-join diagnostics: `DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]`. */
export interface Test {
  readonly field: Field
  readonly phase: Phase
  /** Undefined for a value dsregcmd is not known to print. */
  readonly outcome: "pass" | "fail" | "skipped" | undefined
  readonly codes: readonly Mention[]
}

/** A registration attempt, from a `Previous Registration` block. */
export interface Registration {
  readonly block: Block
  readonly phase?: Phase
  /** `Client ErrorCode`. */
  readonly client?: Mention
  readonly message?: { readonly field: Field; readonly meaning?: ServerMessage }
}

/** A capture with what every rule needs to know first, worked out once. */
export interface Evidence {
  readonly capture: Capture
  readonly joinType: JoinType
  /** The tests printed, in their order. */
  readonly tests: readonly Test[]
  /** The first test that failed; what stands behind it follows from it. */
  readonly failedTest?: Test
  /** The registration attempts on record; dsregcmd prints one, a ticket may quote it twice. */
  readonly registrations: readonly Registration[]
  /**
   * The field that proves that no user's session was there: run as SYSTEM, through WinRM or by an agent. What the
   * log says about users then means nothing.
   */
  readonly withoutUser?: Field
  /** The log's own clock, worked out when first asked for. */
  readonly clock: Clock | undefined
  /** All fields of this name, in the order of the text. */
  fields(name: string): readonly Field[]
  /** The first field of this name, in one of the sections where some are given. */
  field(name: string, ...sections: readonly SectionId[]): Field | undefined
  /** Whether that field says exactly this word, in any case. */
  says(name: string, word: string): boolean
}

const TESTS: Readonly<Record<string, Phase>> = {
  "ad connectivity test": "precheck",
  "ad configuration test": "discover",
  "drs discovery test": "discover",
  "drs connectivity test": "join",
  "kerberos ticket test": "auth",
  "token acquisition test": "auth",
}

/** Reads from a capture what the rules build on. */
export function evidenceOf(capture: Capture): Evidence {
  const named = new Map<string, Found[]>()
  for (const found of allFields(capture)) {
    const known = named.get(found.field.key)
    if (known) known.push(found)
    else named.set(found.field.key, [found])
  }
  const fields = (name: string): readonly Field[] => named.get(plainName(name))?.map(({ field }) => field) ?? []
  const field = (name: string, ...sections: readonly SectionId[]): Field | undefined => {
    const found = named.get(plainName(name))
    return sections.length === 0
      ? found?.[0]?.field
      : found?.find(({ section }) => standsIn(section.id, sections))?.field
  }
  // The lengths differ nearly always; comparing them first spares the copy in lower case.
  const says = (name: string, word: string): boolean => {
    const value = named.get(plainName(name))?.[0]?.field.value
    return value?.length === word.length && value.toLowerCase() === word.toLowerCase()
  }
  const tests = Object.keys(TESTS).flatMap((name) => testOf(field(name)))
  const failedTest = tests.find((test) => test.outcome === "fail" && !/^kerberos/i.test(test.field.name))
  const withoutUser = proofOfNoUser(field)
  let clock: Clock | undefined
  let clockKnown = false
  return {
    capture,
    joinType: joinTypeOf(says, field),
    tests,
    ...(failedTest && { failedTest }),
    registrations: blocksOf(capture, "previous-registration").map(registrationOf),
    ...(withoutUser && { withoutUser }),
    get clock() {
      if (!clockKnown) {
        clock = clockOf(fields)
        clockKnown = true
      }
      return clock
    },
    fields,
    field,
    says,
  }
}

/** Where a code stands when it stands in this field of this capture: the place its meaning depends on. */
export function placeOf(log: Evidence, { field, block, section }: Found): Place | undefined {
  const test = TESTS[field.key]
  if (test) return test
  if (block.id === "previous-registration") return phaseOf(block) ?? "join"
  if (section.id === "event") return eventPhase(log.capture, section)
  if (section.id === "join-debug" || (section.id === "diagnostic-data" && log.tests.length > 0)) return undefined
  return "post-join"
}

/** The phase that a registration attempt says it failed in. */
const phaseOf = remembered(
  (block: Block): Phase | undefined => phaseMeaning(fieldIn(block, "Error Phase")?.value ?? "")?.id,
)

/** Which event a record of a capture is: by its number, else by the sentence it begins with. */
export function eventOf(capture: Capture, section: Section): EventEntry | undefined {
  return eventsOf(capture).get(section)
}

/** The events of a capture, for the many that ask: each rule, and each code of an event for its place. */
const eventsOf = remembered(
  ({ text, sections }: Capture): ReadonlyMap<Section, EventEntry | undefined> =>
    new Map(sections.filter(({ id }) => id === "event").map((section) => [section, eventIn(text, section)])),
)

function eventIn(text: string, section: Section): EventEntry | undefined {
  const id = section.blocks.flatMap(({ fields }) => fields).find(({ key }) => key === "event id")
  const numbered = id && eventMeaning(Number(id.value))
  if (numbered) return numbered
  const fields = section.blocks.flatMap((block) => block.fields)
  const lines = [
    ...section.texts,
    ...fields.map(({ nameSpan, valueSpan }) => ({ start: nameSpan.start, end: valueSpan.end })),
  ].sort((a, b) => a.start - b.start)
  for (const line of lines) {
    const known = eventBySentence(textAt(text, line))
    if (known) return known
  }
  return undefined
}

/** The phase an event stands for: the one that its own text names, else the one of its kind. */
export function eventPhase(capture: Capture, section: Section): Phase | undefined {
  return namedPhase(section) ?? eventOf(capture, section)?.phase
}

const namedPhase = remembered(({ blocks }: Section): Phase | undefined => {
  const named = blocks.flatMap(({ fields }) => fields).find(({ key }) => key === "errorphase")
  return named && phaseMeaning(named.value)?.id
})

/** Where a code stands when it stands in a line that is no field: the place its meaning depends on. */
export function textPlace(capture: Capture, section: Section | undefined): Place | undefined {
  return section?.id === "event" ? eventPhase(capture, section) : undefined
}

/** Every code of a record, in the order of the text, whether it stands in a field or in a sentence. */
export function mentionsOf({ text }: Capture, { blocks, texts }: Section): readonly Mention[] {
  const inFields = blocks.flatMap(({ fields }) => fields.flatMap(mentionsIn))
  return [...inFields, ...texts.flatMap((line) => mentionsInText(text, line))].sort(
    (a, b) => a.span.start - b.span.start,
  )
}

function joinTypeOf(says: Evidence["says"], field: (name: string) => Field | undefined): JoinType {
  if (says("AzureAdJoined", "YES")) {
    if (says("DomainJoined", "YES")) return "hybrid-joined"
    return says("DomainJoined", "NO") ? "entra-joined" : "unknown"
  }
  if (!says("AzureAdJoined", "NO")) return "unknown"
  if (says("EnterpriseJoined", "YES")) return "enterprise-joined"
  if (says("DomainJoined", "YES")) return "domain-joined"
  if (!says("DomainJoined", "NO")) return "unknown"
  if (says("WorkplaceJoined", "YES") || field("WorkplaceDeviceId")) return "registered"
  return says("WorkplaceJoined", "NO") ? "none" : "unknown"
}

function testOf(field: Field | undefined): Test[] {
  const phase = field && TESTS[field.key]
  if (!field || !phase) return []
  const word = /^(PASS|FAIL|SKIPPED)/i.exec(field.value)?.[1]?.toLowerCase()
  return [{ field, phase, outcome: word as Test["outcome"], codes: mentionsIn(field) }]
}

function registrationOf(block: Block): Registration {
  const phase = phaseMeaning(fieldIn(block, "Error Phase")?.value ?? "")?.id
  const code = fieldIn(block, "Client ErrorCode")
  const client = code && mentionsIn(code)[0]
  const text = fieldIn(block, "Server Message")
  const meaning = text && messageMeaning(text.value)
  return {
    block,
    ...(phase && { phase }),
    ...(client && { client }),
    ...(text && text.value !== "" && { message: { field: text, ...(meaning && { meaning }) } }),
  }
}

/** Lines of the check for Windows Hello that say UNKNOWN where there is no user to ask about. */
const HELLO_OF_USER: readonly string[] = ["PolicyEnabled", "DeviceEligible", "SessionIsNotRemote"]

/**
 * The account SYSTEM, or the code by which the token broker says that no user's session is there
 * (RPC server unavailable), which a run through WinRM or an agent shows. Without that code, an error of the broker
 * beside unknown answers for Windows Hello says the same.
 */
function proofOfNoUser(field: (name: string) => Field | undefined): Field | undefined {
  const account = field("Executing Account Name")
  if (account && /^(?:NT AUTHORITY\\)?SYSTEM\b/i.test(account.value)) return account
  const broker = field("WamDefaultSet")
  const coded = [broker, field("NgcPreReq")].find((at) => at && /0xd0020017/i.test(at.value))
  if (coded) return coded
  const unknown = HELLO_OF_USER.some((name) => /^UNKNOWN$/i.test(field(name)?.value ?? ""))
  return unknown && broker && /^ERROR/i.test(broker.value) ? broker : undefined
}
