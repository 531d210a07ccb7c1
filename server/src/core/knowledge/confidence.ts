/**
 * How sure a piece of knowledge is: `documented` on a public page, `reported` and confirmed by public reports, or
 * `inferred` from what is documented. An entry that says nothing and has a source is documented.
 */
export type Confidence = "documented" | "reported" | "inferred"
