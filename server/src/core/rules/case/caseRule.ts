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
 * The logs of each device that several are of, from the oldest to the newest: those with one computer name. Where one of
 * two has no clock, they are in the order they stand in.
 */
export function historiesOf(logs: readonly CaseFacts[]): readonly (readonly number[])[] {
  return grouped(logs, ({ computer }) => computer?.value).map((group) =>
    group.every((index) => logs[index]?.time !== undefined)
      ? group.toSorted((a, b) => (logs[a]?.time ?? 0) - (logs[b]?.time ?? 0))
      : group,
  )
}
