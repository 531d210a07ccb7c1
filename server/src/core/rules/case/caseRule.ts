import type { CaseFacts } from "../../evidence/caseFacts.ts"
import type { Finding, Rule } from "../rule.ts"

/** Something that a rule says about one log among several. */
export interface Compared {
  /** The place of that log among them. */
  readonly of: number
  readonly finding: Finding
}

/** A fault that no log shows alone: one shows it beside others, of the same file or of a folder. */
export interface CaseRule<Id extends string = string> extends Rule<Id> {
  /** Looks at logs in the order they stand in. */
  compare(logs: readonly CaseFacts[]): Iterable<Compared>
}

/** Writes such a rule down; asked about one log alone, it says nothing. */
export function caseRule<const Id extends string>(written: Omit<CaseRule<Id>, "check" | "about">): CaseRule<Id> {
  return { ...written, about: ["AzureAdJoined"], check: () => [] }
}

/** The logs that share a value, by that value, in their order. */
export function grouped(
  logs: readonly CaseFacts[],
  shared: (facts: CaseFacts) => string | undefined,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const [index, facts] of logs.entries()) {
    const value = shared(facts)
    if (value === undefined) continue
    const known = groups.get(value)
    if (known) known.push(index)
    else groups.set(value, [index])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/**
 * The logs of each device that several are of, from the oldest to the newest: those with one computer name. They are in
 * the order they stand in, unless their clocks say otherwise.
 */
export function historiesOf(logs: readonly CaseFacts[]): readonly (readonly number[])[] {
  return grouped(logs, ({ computer }) => computer?.value).map((group) => {
    const facts = group.flatMap((index) => logs[index] ?? [])
    return isOrderedByTime(facts) ? group.toSorted((a, b) => (logs[a]?.time ?? 0) - (logs[b]?.time ?? 0)) : group
  })
}

/**
 * Whether the times of logs tell which is older. The last thing that a joined log tells of, as its token, can be much
 * older than the log: beside the clock of another log it proves only that its own one is later.
 */
function isOrderedByTime(logs: readonly CaseFacts[]): boolean {
  if (logs.some(({ time }) => time === undefined)) return false
  const exact = logs.filter(({ isTimeExact }) => isTimeExact).length
  if (exact === 0 || exact === logs.length) return true
  return logs.some((log, index) =>
    logs.slice(index + 1).some((below) => !log.isTimeExact && below.isTimeExact && (log.time ?? 0) > (below.time ?? 0)),
  )
}

/** What a log says of the user who ran it, and not of the device. */
const OF_USER: ReadonlySet<string> = new Set([
  "AzureAdPrt",
  "EnterprisePrt",
  "WamDefaultSet",
  "NgcSet",
  "WorkplaceJoined",
])

/** Whether a state of two logs can be compared: what is a user's is another's in a log of somebody else. */
export function isComparable(name: string, one: CaseFacts, other: CaseFacts): boolean {
  if (!OF_USER.has(name)) return true
  return !one.account || !other.account || one.account.value === other.account.value
}
