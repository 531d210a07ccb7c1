import type { FieldEntry } from "./fieldEntry.ts"
import { type ByJoin, type JoinType, valuesFor } from "./joinType.ts"
import type { SectionId } from "./sectionId.ts"
import { SPELLINGS } from "./yesNo.ts"

/** What one can say of a value without a rule: it is as it should be, or it says nothing. */
export type Judgement = "healthy" | "notApplicable"

/** What says nothing in a whole section, whatever its fields are, for the check was not made; in lower case. */
const SAYS_NOTHING: Readonly<Partial<Record<SectionId, string>>> = {
  ngc: "unknown",
  "join-debug": "undefined",
  event: "not tested",
}

/** The judgement of a field's value in a section of a log of such a device; undefined where nothing is known. */
export function judgement(
  entry: FieldEntry | undefined,
  value: string,
  section: SectionId,
  device: JoinType,
): Judgement | undefined {
  const word = value.toLowerCase().replace(/\.$/, "")
  const plain = WORDS[word] ?? word
  if (isAmong(plain, entry?.healthy, device)) return "healthy"
  if (plain === SAYS_NOTHING[section]) return "notApplicable"
  return isAmong(plain, entry?.notApplicable, device) ? "notApplicable" : undefined
}

/** dsregcmd's words for what a script that makes objects of a log puts in their place. */
const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SPELLINGS).flatMap(([word, others]) =>
    others.map((other) => [other.toLowerCase(), word.toLowerCase()] as const),
  ),
)

/** Whether a value is one of these, in any case, with or without a full stop behind it. */
function isAmong(plain: string, values: ByJoin | undefined, device: JoinType): boolean {
  return values !== undefined && valuesFor(values, device).some((one) => one.toLowerCase().replace(/\.$/, "") === plain)
}
