import type { Place } from "../knowledge/code.ts"
import { canonicalCode } from "../knowledge/codeNumber.ts"
import { serverMessages } from "../knowledge/codes/serverMessages.ts"
import { codeMeaning, eventMeaning, fieldMeanings, sectionMeaning } from "../knowledge/lookup.ts"
import { phaseEntries } from "../knowledge/phases.ts"
import { sectionEntries } from "../knowledge/sections.ts"
import { topics } from "../knowledge/topics.ts"
import { rules } from "../rules/catalogue.ts"
import { contents } from "./contents.ts"
import { crossLinked } from "./crossLinks.ts"
import {
  explainCode,
  explainEvent,
  explainField,
  explainMeanings,
  explainMessage,
  explainPhase,
  explainRule,
  explainSection,
  explainTopic,
} from "./explain.ts"
import { type ExplanationId, linkTo } from "./explanationId.ts"
import type { Reference } from "./reference.ts"
import {
  besideCode,
  besideEvent,
  besideField,
  besideMessage,
  besidePhase,
  besideRule,
  besideSection,
  besideTopic,
  type Related,
} from "./seeAlso.ts"

/** A page about one thing, in Markdown that links to the other pages. Holds no text of a log. */
export interface ExplanationPage {
  readonly title: string
  readonly markdown: string
}

/** A page before its links are made. */
interface Draft {
  readonly title: string
  readonly text: string
  readonly related: readonly Related[]
}

/** The page of an id; undefined for an id that names nothing. */
export function explanationPage(id: ExplanationId): ExplanationPage | undefined {
  if (id === "index") return { title: "Index", markdown: indexPage() }
  const list = contents.get(id)
  if (list) return { title: list.title, markdown: [`# ${list.title}`, bullets(list.pages, id), back(id)].join("\n\n") }
  const [kind = "", name = "", place] = id.split("/")
  const draft = KINDS.get(kind)?.(name, place as Place | undefined)
  return draft && { title: draft.title, markdown: finished(draft, id) }
}

/** What stands in place of a page where an id names nothing; it repeats nothing of the id. */
export function pageOfNothing(id: ExplanationId): ExplanationPage {
  return {
    title: "Nothing known",
    markdown: ["# Nothing known", "The catalogue has no page of this name.", back(id)].join("\n\n"),
  }
}

type Drafting = (name: string, place: Place | undefined) => Draft | undefined

/** How a page comes about, by the first word of its id. */
const KINDS: ReadonlyMap<string, Drafting> = new Map<string, Drafting>([
  ["code", codeDraft],
  ["field", fieldDraft],
  ["rule", ruleDraft],
  ["event", (name) => drafted(eventMeaning(Number(name)), ({ id }) => `Event ${id}`, explainEvent, besideEvent)],
  ["message", (name) => drafted(named(serverMessages, name), titleOf, explainMessage, besideMessage)],
  ["phase", (name) => drafted(named(phaseEntries, name), titleOf, explainPhase, besidePhase)],
  ["section", (name) => drafted(named(sectionEntries, name), titleOf, explainSection, besideSection)],
  ["topic", (name) => drafted(named(topics, name), titleOf, explainTopic, besideTopic)],
])

function codeDraft(name: string, place: Place | undefined): Draft | undefined {
  const entry = codeMeaning(name, place)
  const code = entry?.code ?? canonicalCode(name)
  if (!code) return undefined
  return place
    ? { title: code, text: explainCode(code, entry), related: besideCode(code, entry) }
    : { title: code, text: explainMeanings(code), related: besideCode(code) }
}

/** What holds fields and has no title. */
const RECORDS: Readonly<Record<string, string>> = { event: "an event", "join-debug": "the output of /join /debug" }

/** A field of several sections has a heading for each of its meanings. */
function fieldDraft(name: string): Draft | undefined {
  const entries = fieldMeanings(name)
  const [first, ...others] = entries
  if (!first) return undefined
  const text = entries.map((entry) => {
    const section = RECORDS[entry.sections[0]] ?? sectionMeaning(entry.sections[0])?.title
    return others.length > 0 ? `## In ${section}\n\n${explainField(entry)}` : explainField(entry)
  })
  return { title: first.name, text: text.join("\n\n"), related: besideField(entries) }
}

function ruleDraft(name: string): Draft | undefined {
  const rule = named(rules, name)
  if (!rule) return undefined
  const example = `## In a log\n\n\`\`\`text\n${rule.bad[0].replace(/^\n/, "")}\n\`\`\``
  return { title: rule.id, text: `${explainRule(rule)}\n\n${example}`, related: besideRule(rule) }
}

function drafted<Entry>(
  entry: Entry | undefined,
  title: (entry: Entry) => string,
  text: (entry: Entry) => string,
  related: (entry: Entry) => readonly Related[],
): Draft | undefined {
  return entry && { title: title(entry), text: text(entry), related: related(entry) }
}

function named<Entry extends { readonly id: string }>(entries: readonly Entry[], name: string): Entry | undefined {
  return entries.find(({ id }) => id === name)
}

function titleOf({ title }: { readonly title: string }): string {
  return title.charAt(0).toUpperCase() + title.slice(1)
}

function finished({ title, text, related }: Draft, id: ExplanationId): string {
  const known = related.filter(({ pages }) => pages.length > 0)
  // Most explanations begin with the title in bold; on a page it is the heading.
  const [bold, heading] = [`**${title}**`, `# ${title}`]
  return [
    crossLinked(text.startsWith(bold) ? text.replace(bold, heading) : `${heading}\n\n${text}`, id),
    ...(known.length > 0 ? ["## See also", ...known.map((group) => listed(group, id))] : []),
    back(id),
  ].join("\n\n")
}

/** Lists longer than this have a page of their own. */
const LONG = 100

function indexPage(): string {
  const groups = Array.from(contents, ([id, { title, pages }]) =>
    pages.length > LONG
      ? `## ${title}\n\n[All ${pages.length} ${title.toLowerCase()}](${linkTo(id, "index")})`
      : `## ${title}\n\n${bullets(pages, "index")}`,
  )
  return ["# Index", "Everything that the catalogue explains.", ...groups].join("\n\n")
}

function listed({ title, pages }: Related, from: ExplanationId): string {
  return `**${title}**\n\n${bullets(pages, from)}`
}

function bullets(pages: readonly Reference[], from: ExplanationId): string {
  return pages.map(({ id, name, text }) => `- [${name}](${linkTo(id, from)}): ${text}`).join("\n")
}

function back(from: ExplanationId): string {
  return `[Everything that is explained](${linkTo("index", from)})`
}
