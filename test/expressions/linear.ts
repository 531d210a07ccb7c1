import { isAmbiguous } from "./ambiguity.ts"
import { automatonOf } from "./automaton.ts"
import type { Expression } from "./sources.ts"

/** Without its own compiler in another process the checker is slower, and starts nothing. */
process.env.RECHECK_BACKEND = "pure"
const { checkSync } = await import("recheck")

/** As long as the library may try, in milliseconds: what it can prove takes a few. */
const TIMEOUT = 10_000

/**
 * Whether an expression takes a number of steps in proportion to its text, whatever the text: by the ways of its
 * automaton, which are quick to look at and know assertions; else by a library, which knows where a way that is begun
 * always ends well.
 */
export function isLinear(expression: Expression): boolean {
  try {
    if (!isAmbiguous(automatonOf(expression))) return true
  } catch {
    // Of more places than are worth laying out, the library knows a shorter form.
  }
  const { source, flags } = expression
  return checkSync(source, flags, { checker: "automaton", timeout: TIMEOUT }).status === "safe"
}
