import type { FieldEntry } from "./fieldEntry.ts"
import { type ByJoin, type JoinType, valuesFor } from "./joinType.ts"
import type { SectionId } from "./sectionId.ts"

/** What one can say of a value without a rule: it is as it should be, or it says nothing. */
export type Judgement = "healthy" | "notApplicable"

/** What says nothing in a whole section, whatever its fields are: the check was not made. */
const SAYS_NOTHING: Readonly<Partial<Record<SectionId, string>>> = {
  ngc: "UNKNOWN",
  "join-debug": "undefined",
  event: "Not Tested",
}

/** The judgement of a field's value in a section of a log of such a device; undefined where nothing is known. */
export function judgement(
  entry: FieldEntry | undefined,
  value: string,
  section: SectionId,
  device: JoinType,
): Judgement | undefined {
  if (isOneOf(value, valuesOn(entry?.healthy, device))) return "healthy"
  const nothing = SAYS_NOTHING[section]
  if (nothing !== undefined && isOneOf(value, [nothing])) return "notApplicable"
  return isOneOf(value, valuesOn(entry?.notApplicable, device)) ? "notApplicable" : undefined
}

function valuesOn(values: ByJoin | undefined, device: JoinType): readonly string[] {
  return values ? valuesFor(values, device) : []
}

/** Whether a value is one of some, in any case, with or without a full stop behind it. */
function isOneOf(value: string, words: readonly string[]): boolean {
  return words.some((word) => plain(word) === plain(value))
}

function plain(value: string): string {
  return value.toLowerCase().replace(/\.$/, "")
}
