import type { Diagnosis, Reported } from "../diagnosis/diagnose.ts"
import { stopsJoin } from "../diagnosis/verdict.ts"
import type { Say } from "../explain/say.ts"
import { ONLY_IF } from "../rules/message.ts"

/** How a log is to be taken: something is broken, perhaps something is, nothing is, or one cannot tell. */
export type Judged = "fault" | "depends" | "none" | "unknown"

/** What the finding that the verdict rests on comes to. */
export function judgedOf({ faults, root, limit, joinType }: Diagnosis): Judged {
  if (faults.length > 0 || root?.rule.doubts || root?.rule.id === "dsreg-fault") return "unknown"
  if (!root) return limit || joinType === "unknown" ? "unknown" : "none"
  if (conditionOf(root) !== undefined) return "depends"
  if (root.severity === "error") return "fault"
  return root.severity === "warning" || stopsJoin(root) ? "depends" : "none"
}

/** The same in words; on what it depends, where the finding says so. */
export function judgementWords(judged: Judged, { root, evidence }: Diagnosis, say: Say): string {
  switch (judged) {
    case "fault":
      return say("Yes")
    case "depends": {
      const condition = root && conditionOf(root)
      return condition
        ? say("Only if {0}", condition)
        : say("Perhaps: the steps that only read show it. Change nothing before")
    }
    case "none":
      return say("No")
    case "unknown":
      return evidence.joinType === "unknown" && !root
        ? say("The log does not hold enough to tell")
        : say("This log alone cannot tell")
  }
}

function conditionOf({ verdict, message }: Reported): string | undefined {
  return withCondition(verdict ?? message).condition
}

/** The words of a finding, and on what it depends whether it is a fault, where they say that. */
export function withCondition(words: string): { readonly words: string; readonly condition?: string } {
  const at = words.indexOf(ONLY_IF)
  if (at < 0) return { words }
  const code = words.indexOf(" (", at)
  const end = code < 0 ? words.length : code
  return { words: words.slice(0, at) + words.slice(end), condition: words.slice(at + ONLY_IF.length, end) }
}
