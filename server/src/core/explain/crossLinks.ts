import { signedDecimal } from "../knowledge/codeNumber.ts"
import { codeEntries } from "../knowledge/codes/catalogue.ts"
import { eventEntries } from "../knowledge/events.ts"
import { fieldEntries } from "../knowledge/fields/catalogue.ts"
import { phaseEntries } from "../knowledge/phases.ts"
import { sectionEntries } from "../knowledge/sections.ts"
import { rules } from "../rules/catalogue.ts"
import { codeId, type ExplanationId, linkTo } from "./explanationId.ts"

/** Our own Markdown with the first mention of everything that has a page made a link to it, on the page of this id. */
export function crossLinked(markdown: string, page: ExplanationId): string {
  const { ids, pieces } = names()
  const linked = new Set<ExplanationId>()
  return markdown.replace(pieces, (piece: string, code: string | undefined, name: string | undefined) => {
    const id = ids.get(code ?? name ?? "")
    if (!id || linked.has(id) || `${page}/`.startsWith(`${id}/`)) return piece
    linked.add(id)
    return `[${piece}](${linkTo(id, page)})`
  })
}

/** Everything that has a page, by every name that our own text has for it, and what finds such names in a text. */
interface Names {
  readonly ids: ReadonlyMap<string, ExplanationId>
  readonly pieces: RegExp
}

let known: Names | undefined

/** Made when the first page is asked for: at the start of the server they would cost about 10 ms. */
function names(): Names {
  known ??= namesOf(idsByName())
  return known
}

function idsByName(): ReadonlyMap<string, ExplanationId> {
  return new Map<string, ExplanationId>([
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
}

/** Names that are no words of English, so that they mean their page even where no code quotes surround them. */
const UNMISTAKABLE =
  /^(?:0x[0-9a-f]{8}|AADSTS\d+|MSIS\d+|[A-Za-z]+[a-z][A-Z]\w*|[A-Z]\w*_\w+|[Ee]vent \d+|\w+ phase|(?:[A-Z][\w-]*)(?: [A-Z][\w-]*)+)$/

/** What is a link or code already, or a name: `[text](address)`, an address, a fence, `` `AzureAdPrt` ``, `AzureAdPrt`. */
function namesOf(ids: ReadonlyMap<string, ExplanationId>): Names {
  const name = [...ids.keys()]
    .filter((spelling) => UNMISTAKABLE.test(spelling))
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|")
  const pieces = new RegExp(
    `\\[(?:\\\\.|[^\\]\\\\])*\\]\\([^)]*\\)|https?://\\S+|\`\`\`[\\s\\S]*?\`\`\`|\`([^\`\\n]+)\`|(?<![\\w-])(${name})(?![\\w-])`,
    "g",
  )
  return { ids, pieces }
}
