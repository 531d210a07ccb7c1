import type { ExplainedStep, PageLink } from "../explain/explanation.ts"
import type { Say } from "../explain/say.ts"
import type { Severity } from "../rules/rule.ts"
import type { LogLine } from "./place.ts"
import type { Report, Stage } from "./report.ts"
import { identityWords } from "./words.ts"

/** Things of one kind in a part of a report. Their texts are ours, with their marks, but for lines and names. */
export type Content =
  /** Paragraphs. */
  | { readonly kind: "text"; readonly items: readonly string[] }
  | { readonly kind: "stages"; readonly items: readonly Stage[] }
  | { readonly kind: "steps"; readonly items: readonly ExplainedStep[] }
  /** Lines of the log, each with what it says. */
  | { readonly kind: "evidence"; readonly items: readonly (LogLine & { readonly message?: string })[] }
  /** What else is wrong, each with the line that shows it. */
  | { readonly kind: "findings"; readonly items: readonly OtherFinding[] }
  | { readonly kind: "table"; readonly heads: readonly [string, string, string]; readonly items: readonly Row[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "pages"; readonly items: readonly PageLink[] }

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
}

/** Everything below the verdict of a report, in the order in which it is read; a part that would be empty is left out. */
export function partsOf({ root, limit, findings, identities, unshown, stages, timeline }: Report, say: Say): Part[] {
  const cause = findings.find(({ isRoot }) => isRoot)
  const others = findings.filter(({ isRoot }) => !isRoot)
  const hasLocalTimes = timeline.some(({ isUtc }) => !isUtc)
  const parts: Part[] = [
    part("flow", say("How far it got"), { kind: "stages", items: stages }),
    part(
      "steps",
      say("What to do"),
      { kind: "steps", items: root?.steps ?? [] },
      { kind: "text", items: root || limit ? [] : [say("Nothing: the log shows no fault.")] },
    ),
    part("shows", say("What shows it"), { kind: "evidence", items: cause?.lines ?? [] }),
    part("also", say("Also found"), {
      kind: "findings",
      items: others.map(({ severity, message, lines: [place] }) => ({ severity, message, ...(place && { place }) })),
    }),
    part(
      "times",
      say("Times"),
      {
        kind: "table",
        heads: [say("When"), say("What"), say("Where")],
        items: timeline.map(({ at, isUtc, what, place }) => ({
          term: isUtc ? `${at} UTC` : at,
          told: { text: what },
          place,
          times: 1,
        })),
      },
      {
        kind: "text",
        items: hasLocalTimes
          ? [say("Times of copied events stand as they are written, in a zone that the log need not name.")]
          : [],
      },
    ),
    part("names", say("Names and numbers"), {
      kind: "table",
      heads: [say("What"), say("Name or number"), say("Where")],
      items: identities.map((one) => ({
        term: identityWords(one, say),
        told: { name: one.name },
        place: one.place,
        times: one.times,
      })),
    }),
    part("unshown", say("What the log does not show"), { kind: "list", items: unshown }),
    part("more", say("To see more"), { kind: "steps", items: limit?.steps ?? [] }),
    part("sources", say("Sources"), { kind: "pages", items: root?.sources ?? [] }),
  ]
  return parts.filter(({ contents }) => contents.length > 0)
}

function part(name: string, title: string, ...contents: readonly Content[]): Part {
  return { name, title, contents: contents.filter(({ items }) => items.length > 0) }
}
