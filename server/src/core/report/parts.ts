import type { Say } from "../explain/say.ts"
import type { Content, Part, Row, Stages } from "./content.ts"
import { sentencesOf, wordsExplained } from "./glossary.ts"
import type { ReportIdentity } from "./identities.ts"
import type { Report, Stage } from "./report.ts"
import type { Happening } from "./timeline.ts"
import { identityWords } from "./words.ts"

/**
 * Everything below the headline of a report, in the order in which it is read; a part that would be empty is left out.
 * What only a machine compares stands last.
 */
export function partsOf(report: Report, say: Say): readonly Part[] {
  const { root, limit, findings, identities, unshown, stages, timeline, head } = report
  const cause = findings.find(({ isRoot }) => isRoot)
  const others = findings.filter(({ isRoot }) => !isRoot)
  const happened = timeline.filter(({ isBound }) => !isBound)
  const bounds = timeline.filter(({ isBound }) => isBound)
  const numbers = identities.filter(({ kind }) => kind === "other")
  const parts: Part[] = [
    part(
      "head",
      say("In short"),
      { kind: "head", items: head },
      { kind: "text", items: root?.why ?? [], isCatalogued: true },
    ),
    part(
      "steps",
      say("What to do"),
      { kind: "steps", items: root?.steps ?? [] },
      { kind: "text", items: root?.ending ?? [] },
      { kind: "text", items: root || limit ? [] : [nothingWrong(report, say)] },
    ),
    part("flow", say("How far it got"), { kind: "stages", items: alike(stages) }),
    part("shows", say("What shows it"), { kind: "evidence", items: cause?.lines ?? [] }),
    part("also", say("Also found"), {
      kind: "findings",
      items: others.map(({ severity, message, lines: [place] }) => ({ severity, message, ...(place && { place }) })),
    }),
    part("times", say("Times"), timesTable(happened, say), {
      kind: "text",
      items: happened.some(({ isUtc }) => !isUtc)
        ? [say("Times of copied events stand as they are written, in a zone that the log need not name.")]
        : [],
    }),
    part(
      "names",
      say("Names and numbers"),
      namesTable(
        identities.filter(({ kind }) => kind !== "other"),
        say,
      ),
    ),
    part("unshown", say("What the log does not show"), { kind: "list", items: unshown }),
    part("more", say("To see more"), { kind: "steps", items: limit?.steps ?? [] }),
  ]
  const sentences = parts.flatMap(({ contents }) => contents.flatMap(sentencesOf))
  return [
    ...parts,
    part("words", say("Words"), {
      kind: "list",
      items: wordsExplained([report.headline, ...sentences]),
      isCatalogued: true,
    }),
    part("sources", say("Sources"), { kind: "pages", items: root?.sources ?? [] }),
    aside(part("rest", say("Further times and numbers"), timesTable(bounds, say), namesTable(numbers, say))),
  ].filter(({ contents }) => contents.length > 0)
}

/** What to do where nothing is wrong: nothing, unless too little is there to say that. */
function nothingWrong({ judged }: Report, say: Say): string {
  return judged === "unknown"
    ? say("Ask for the whole output of `dsregcmd /status`: what is here shows no fault, and is too little to tell.")
    : say("Nothing: the log shows no fault.")
}

function timesTable(timeline: readonly Happening[], say: Say): Content {
  return {
    kind: "table",
    heads: [say("When"), say("What"), say("Where")],
    items: timeline.map(({ at, isUtc, what, place }) => ({
      term: isUtc ? `${at} UTC` : at,
      told: { text: what },
      place,
      times: 1,
    })),
  }
}

/** Names that one field gives to one thing, such as both forms of an account, are one row. */
function namesTable(identities: readonly ReportIdentity[], say: Say): Content {
  const rows: Row[] = []
  for (const one of identities) {
    const term = identityWords(one, say)
    const last = rows.at(-1)
    if (last && "name" in last.told && last.term === term && last.place.line === one.place.line)
      rows[rows.length - 1] = { ...last, told: { name: `${last.told.name}, ${one.name}` } }
    else rows.push({ term, told: { name: one.name }, place: one.place, times: one.times })
  }
  return { kind: "table", heads: [say("What"), say("Name or number"), say("Where")], items: rows }
}

/** Stages in a row of which the same is said are told as one. */
function alike(stages: readonly Stage[]): readonly Stages[] {
  const told: (Stages & { names: string[] })[] = []
  for (const { name, phase: _, ...stage } of stages) {
    const last = told.at(-1)
    if (last && last.state === stage.state && last.said === stage.said && last.place?.line === stage.place?.line)
      last.names.push(name)
    else told.push({ ...stage, names: [name] })
  }
  return told
}

function aside(shown: Part): Part {
  return { ...shown, isAside: true }
}

function part(name: string, title: string, ...contents: readonly Content[]): Part {
  return { name, title, contents: contents.filter(({ items }) => items.length > 0) }
}
