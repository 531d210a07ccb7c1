import { type ExplanationId, linkTo } from "./explanationId.ts"
import { kinds } from "./kinds/catalogue.ts"
import type { Linker, Piece } from "./print/markdown.ts"

/** Makes the first mention of everything that has a page a link to it, on the page of this id. */
export function crossLinks(page: ExplanationId): Linker {
  const { ids, names } = known()
  const linked = new Set<ExplanationId>()
  const address = (name: string): string | undefined => {
    const id = ids.get(name)
    if (!id || linked.has(id) || `${page}/`.startsWith(`${id}/`)) return undefined
    linked.add(id)
    return linkTo(id, page)
  }
  const piece = (text: string): Piece => {
    const to = address(text)
    return to ? { text, address: to } : { text }
  }
  return ({ kind, text }) => (kind === "code" ? [piece(text)] : [...pieces(text, names, piece)])
}

/** The pattern goes on where it stopped; `matchAll` would copy it for each text, and it is large. */
function* pieces(text: string, names: RegExp, piece: (name: string) => Piece): Iterable<Piece> {
  let end = 0
  names.lastIndex = 0
  for (let found = names.exec(text); found; found = names.exec(text)) {
    const { 0: word, 1: name, index } = found
    if (!name) continue
    if (index > end) yield { text: text.slice(end, index) }
    yield piece(name)
    end = index + word.length
  }
  if (end < text.length) yield { text: text.slice(end) }
}

/** Everything that has a page, by every name that our own texts have for it, and what finds such names in a text. */
interface Names {
  readonly ids: ReadonlyMap<string, ExplanationId>
  readonly names: RegExp
}

let made: Names | undefined

/** Made when the first page is asked for: at the start of the server they would cost about 10 ms. */
function known(): Names {
  made ??= namesOf(new Map(kinds.flatMap((kind) => [...kind.spellings()])))
  return made
}

/** Names that are no words of English, so that they mean their page even where no code quotes surround them. */
const UNMISTAKABLE =
  /^(?:0x[0-9a-f]{8}|AADSTS\d+|MSIS\d+|(?:[A-Z]+[a-z]|[a-z]{2})[a-z]*[A-Z]\w*|[A-Z]\w*_\w+|[Ee]vent \d+|\w+ phase|(?:[A-Z][\w-]*)(?: [A-Z][\w-]*)+)$/

/** The pattern takes an address first, so that no name inside one is found. */
function namesOf(ids: ReadonlyMap<string, ExplanationId>): Names {
  const name = [...ids.keys()]
    .filter((spelling) => UNMISTAKABLE.test(spelling))
    .sort((a, b) => b.length - a.length)
    .map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|")
  return { ids, names: new RegExp(`https?://\\S+|(?<![\\w-])(${name})(?![\\w-])`, "g") }
}
