import type { ExplainedStep, PageLink } from "../explain/explanation.ts"
import type { Severity } from "../rules/rule.ts"
import type { HeadLine } from "./head.ts"
import type { LogLine } from "./place.ts"
import type { Stage } from "./report.ts"

/** Things of one kind in a part of a report. Their texts are ours, with their marks, but for lines and names. */
export type Content =
  /** Paragraphs; those of the catalogue are English in every language. */
  | { readonly kind: "text"; readonly items: readonly string[]; readonly isCatalogued?: true }
  /** The first thing one wants to know, a line each. */
  | { readonly kind: "head"; readonly items: readonly HeadLine[] }
  | { readonly kind: "stages"; readonly items: readonly Stages[] }
  | { readonly kind: "steps"; readonly items: readonly ExplainedStep[] }
  /** Lines of the log, each with what it says. */
  | { readonly kind: "evidence"; readonly items: readonly (LogLine & { readonly message?: string })[] }
  /** What else is wrong, each with the line that shows it. */
  | { readonly kind: "findings"; readonly items: readonly OtherFinding[] }
  | { readonly kind: "table"; readonly heads: readonly [string, string, string]; readonly items: readonly Row[] }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly isCatalogued?: true }
  | { readonly kind: "pages"; readonly items: readonly PageLink[] }

/** A stage, or several in a row of which the same is said. */
export interface Stages extends Omit<Stage, "name" | "phase"> {
  readonly names: readonly string[]
}

/** A finding that the verdict does not rest on. */
export interface OtherFinding {
  readonly severity: Severity
  readonly message: string
  readonly place?: LogLine
}

/** A row of a table: a term, what is told of it, and the line that it stands in. */
export interface Row {
  readonly term: string
  /** A sentence of ours, or a name by which a stranger calls something. */
  readonly told: { readonly text: string } | { readonly name: string }
  readonly place: LogLine
  /** How often it stands in the log. */
  readonly times: number
}

/** A part of a report under its heading. */
export interface Part {
  readonly name: string
  readonly title: string
  readonly contents: readonly Content[]
  /** Only for who compares numbers: folded where a page can fold, and left out where not. */
  readonly isAside?: true
}
