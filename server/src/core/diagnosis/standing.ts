import type { Diagnosis } from "./diagnose.ts"
import { phaseOf } from "./verdict.ts"

/** Whether a device stands better or worse than before. */
export type Outcome = "better" | "same" | "worse"

/** What became of a line: it says something better or worse than before, or merely something else. */
export type Change = "better" | "worse" | "other"

/**
 * The first of these that differs decides: the device is joined, how bad the fault is that the verdict rests on, how far
 * the join gets, how many errors and warnings are left; where all of it is the same, what became of the lines.
 */
export function outcomeOf(before: Diagnosis, after: Diagnosis, changes: readonly Change[]): Outcome {
  const known = before.joinType !== "unknown" && after.joinType !== "unknown"
  const [old, now] = [standing(before, known), standing(after, known)]
  const at = now.findIndex((value, index) => value !== old[index])
  if (at >= 0) return (now[at] ?? 0) > (old[at] ?? 0) ? "better" : "worse"
  if (changes.includes("better") === changes.includes("worse")) return "same"
  return changes.includes("better") ? "better" : "worse"
}

const PHASES: readonly (string | undefined)[] = ["precheck", "discover", "auth", "join", "post-join", undefined]
const SEVERITIES: readonly string[] = ["error", "warning", "info"]

/** Higher is better, from what matters most to what matters least. */
function standing({ evidence, root, findings }: Diagnosis, isJoinKnown: boolean): readonly number[] {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return [
    isJoinKnown && evidence.isJoined ? 1 : 0,
    root ? SEVERITIES.indexOf(root.severity) : SEVERITIES.length,
    PHASES.indexOf(root && phaseOf(root)),
    -count("error"),
    -count("warning"),
  ]
}
