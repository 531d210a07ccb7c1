import type { Explained, Rule } from "../rules/rule.ts"
import type { Reported } from "./reported.ts"

/** A finding that follows from another one, which is told in its place. */
export interface Folded {
  readonly finding: Reported
  readonly cause: Reported
}

/**
 * Puts what follows from something else under it. Of two causes the one that nothing explains counts, so that a chain
 * ends at its root. The order of what comes in decides nothing; what goes out is in the order of the text.
 */
export function folded(found: readonly Reported[]): {
  readonly findings: readonly Reported[]
  readonly folded: readonly Folded[]
} {
  const sorted = found.length > 1 ? found.toSorted(inOrder) : found
  const causes = sorted.filter(({ rule }) => rule.explains)
  if (causes.length === 0) return { findings: sorted, folded: [] }
  const under = new Map<Reported, Reported>()
  for (const finding of sorted) {
    const cause = causes.find((other) => other !== finding && explains(other, finding))
    if (cause) under.set(finding, cause)
  }
  return {
    findings: sorted.filter((finding) => !under.has(finding)),
    folded: Array.from(under, ([finding, cause]) => ({ finding, cause: rootOf(cause, under) })),
  }
}

function inOrder(a: Reported, b: Reported): number {
  return a.span.start - b.span.start || (a.rule.id < b.rule.id ? -1 : 1)
}

/** Rules explain each other in no circle, which a test makes sure of. */
function rootOf(cause: Reported, under: ReadonlyMap<Reported, Reported>): Reported {
  const above = under.get(cause)
  return above ? rootOf(above, under) : cause
}

function explains(cause: Reported, finding: Reported): boolean {
  return cause.rule.explains?.some((explained) => meets(explained, cause, finding)) === true
}

function meets(explained: Explained<Rule["id"]>, cause: Reported, finding: Reported): boolean {
  if (typeof explained === "string") return explained === finding.rule.id
  if (explained.rule !== finding.rule.id || finding.code === undefined) return false
  return "codes" in explained
    ? explained.codes.includes(finding.code)
    : explained.sameCode && finding.code === cause.code
}
