import { codeEntries } from "./codes/catalogue.ts"
import { codeId, type ExplanationId, linkTo } from "./explanationId.ts"
import { fieldEntries } from "./fields/catalogue.ts"
import { eventEntries } from "./knowledge/events.ts"
import { phaseEntries } from "./knowledge/phases.ts"
import { sectionEntries } from "./knowledge/sections.ts"
import { signedDecimal } from "./mention.ts"
import { rules } from "./rules/catalogue.ts"

/** Everything that has a page, by every name that our own text has for it. */
const IDS: ReadonlyMap<string, ExplanationId> = new Map<string, ExplanationId>([
  ...rules.map(({ id }) => [id, `rule/${id}`] as const),
  ...sectionEntries.map(({ id, title }) => [title, `section/${id}`] as const),
  ...phaseEntries.flatMap(({ id, title }) =>
    [title, title.toLowerCase()].map((name) => [name, `phase/${id}`] as const),
  ),
  ...eventEntries.flatMap(({ id }) => [`Event ${id}`, `event ${id}`].map((name) => [name, `event/${id}`] as const)),
  ...codeEntries.flatMap(({ code, symbols }) =>
    [code, ...symbols, ...(code.startsWith("0x") ? [String(signedDecimal(code))] : [])].map(
      (name) => [name, codeId(code)] as const,
    ),
  ),
  ...fieldEntries.flatMap(({ name, aliases }) =>
    [name, ...(aliases ?? [])].map((spelling) => [spelling, `field/${name}`] as const),
  ),
])

/** Names that are no words of English, so that they mean their page even where no code quotes surround them. */
const UNMISTAKABLE =
  /^(?:0x[0-9a-f]{8}|AADSTS\d+|MSIS\d+|[A-Za-z]+[a-z][A-Z]\w*|[A-Z]\w*_\w+|[Ee]vent \d+|\w+ phase|(?:[A-Z][\w-]*)(?: [A-Z][\w-]*)+)$/

const NAME = [...IDS.keys()]
  .filter((name) => UNMISTAKABLE.test(name))
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  .join("|")

/** What is a link or code already, or a name: `[text](address)`, an address, a fence, `` `AzureAdPrt` ``, `AzureAdPrt`. */
const PIECES = new RegExp(
  `\\[(?:\\\\.|[^\\]\\\\])*\\]\\([^)]*\\)|https?://\\S+|\`\`\`[\\s\\S]*?\`\`\`|\`([^\`\\n]+)\`|(?<![\\w-])(${NAME})(?![\\w-])`,
  "g",
)

/** Our own Markdown with the first mention of everything that has a page made a link to it, on the page of this id. */
export function crossLinked(markdown: string, page: ExplanationId): string {
  const linked = new Set<ExplanationId>()
  return markdown.replace(PIECES, (piece: string, code: string | undefined, name: string | undefined) => {
    const id = IDS.get(code ?? name ?? "")
    if (!id || linked.has(id) || `${page}/`.startsWith(`${id}/`)) return piece
    linked.add(id)
    return `[${piece}](${linkTo(id, page)})`
  })
}
