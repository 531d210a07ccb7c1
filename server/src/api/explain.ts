import { explanationId, found, explain as meanings } from "../core/explain/explain.ts"
import type { Explanation } from "../core/explain/explanation.ts"

/**
 * The documents about a code in any spelling (`0x80072ee2`, `-2147012894`, `WININET_E_TIMEOUT`, `AADSTS50034`), a field,
 * a rule, an event (`event 304`), a section or a phase; or about the page of a finding, which names one meaning:
 * `code/0x80072ee2/discover`. None where nothing is known; a number that is no known code is taken apart, and its
 * document says `known: false`.
 */
export function explain(subject: string): readonly Explanation[] {
  const id = explanationId(subject) ?? found(subject)
  return id === undefined ? [] : meanings(id)
}
