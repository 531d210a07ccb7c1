import type { Explained, Rule } from "../rules/rule.ts"
import type { Reported } from "./reported.ts"

/** A finding that follows from another one, which is told in its place. */
export interface Folded {
  readonly finding: Reported
  /** What nothing explains, at the end of the chain. */
  readonly cause: Reported
  /** The whole chain, from what explains the finding itself to that. */
  readonly causes: readonly [Reported, ...Reported[]]
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
  const causes = causesIn(sorted)
  if (causes.size === 0) return { findings: sorted, folded: [] }
  const under = new Map<Reported, Reported>()
  for (const finding of sorted) {
    const { rule, code } = finding
    const cause = causes.get(rule.id) ?? (code === undefined ? undefined : causes.get(`${rule.id} ${code}`))
    if (cause && cause !== finding) under.set(finding, cause)
  }
  return {
    findings: sorted.filter((finding) => !under.has(finding)),
    folded: Array.from(under, ([finding, cause]) => foldedUnder(finding, cause, under)),
  }
}

/** The first cause of what it explains, by the rule of that, with the code where it has to have one: `prt-refused AADSTS700003`. */
function causesIn(sorted: readonly Reported[]): ReadonlyMap<string, Reported> {
  const causes = new Map<string, Reported>()
  for (const cause of sorted) {
    for (const explained of [cause.rule.explains, cause.explains]) {
      for (const one of explained ?? NONE) {
        for (const key of keysOf(one, cause)) if (!causes.has(key)) causes.set(key, cause)
      }
    }
  }
  return causes
}

const NONE: readonly never[] = []

function keysOf(explained: Explained<Rule["id"]>, { code }: Reported): readonly string[] {
  if (typeof explained === "string") return [explained]
  if ("codes" in explained) return explained.codes.map((one) => `${explained.rule} ${one}`)
  return code === undefined ? [] : [`${explained.rule} ${code}`]
}

function inOrder(a: Reported, b: Reported): number {
  return a.span.start - b.span.start || (a.rule.id < b.rule.id ? -1 : 1)
}

/** Rules explain each other in no circle, which a test makes sure of. */
function foldedUnder(finding: Reported, cause: Reported, under: ReadonlyMap<Reported, Reported>): Folded {
  const causes: [Reported, ...Reported[]] = [cause]
  let last = cause
  for (let above = under.get(last); above; above = under.get(last)) {
    causes.push(above)
    last = above
  }
  return { finding, cause: last, causes }
}
