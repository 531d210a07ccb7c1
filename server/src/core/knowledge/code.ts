import type { Confidence } from "./confidence.ts"
import type { Advice, SharedText } from "./shared.ts"
import type { Source } from "./source.ts"

/** The phases of a join in their order, and what comes after it. */
export type Phase = "precheck" | "discover" | "auth" | "join" | "post-join"

/**
 * Where a code can stand. Besides the phases: `hello` for Windows Hello key registration, `enrollment` for
 * mobile device management, and `any` for codes whose meaning does not depend on the place.
 */
export type Place = Phase | "hello" | "enrollment" | "any"

/**
 * What one code means in one place. The same number can have several entries, one for each place it means
 * something else in: 0x80072ee2 is a discovery that timed out, or a registration that did.
 */
export interface CodeEntry {
  readonly kind: "code"
  /** `0x` and eight lower-case digits, or the code's text where it is not a number: `AADSTS50126`, `MSIS9682`, `invalid_grant`. */
  readonly code: string
  /** All names in use for it, the one its documentation uses first. Empty where the documentation names none. */
  readonly symbols: readonly string[]
  readonly places: readonly [Place, ...Place[]]
  /** Whether this meaning holds only where the log itself names the phase, while the other one is meant where it names none. */
  readonly onlyWhereNamed?: true
  /** A few words for a list or a line end, lower case, no full stop: `network time-out`. */
  readonly title: string
  /** What went wrong, in one to three plain sentences. */
  readonly cause: string | SharedText
  /** What to do, in order, one sentence or two each. */
  readonly resolution: readonly [Advice, ...Advice[]]
  /** A limit of what is known, said openly. */
  readonly note?: string
  /** Absent where the sources say what stands here; `inferred` for advice that follows from a meaning they give. */
  readonly confidence?: Confidence
  readonly sources: readonly [Source, ...Source[]]
  /** The code of the entry that this one repeats under another number, cause and advice being the very same. */
  readonly twinOf?: string
  /** `information` codes report progress and are never a failure. */
  readonly nature?: "information" | "warning"
}
