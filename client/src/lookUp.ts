import { canonicalCode } from "../../server/src/core/knowledge/codeNumber.ts"

/** One thing of the server's catalogue, as it stands in the list to choose from. */
export interface CatalogueItem {
  /** What its page is known by. */
  readonly id: string
  readonly label: string
  readonly description: string
  readonly detail: string
  /** Everything that names exactly this, in lower case. */
  readonly keys: readonly string[]
}

/** A list as long as this is typed on, not read. */
const LONGEST = 200

/**
 * What a typed text finds, the best first: what it names exactly, what has all its words in label and description,
 * then what has them anywhere. An item that is named by one of its numbers shows the number in front, because VS Code lists those
 * first whose label begins with what was typed.
 */
export function foundItems(items: readonly CatalogueItem[], typed: string): readonly CatalogueItem[] {
  const text = typed.trim()
  if (text === "") return items
  const code = canonicalCode(text)?.toLowerCase()
  const named = items.filter(({ keys }) => keys.includes(text.toLowerCase()))
  const exact = [
    ...items.filter(({ keys }) => code !== undefined && keys[0] === code),
    ...named.filter(({ keys }) => keys[0] !== code),
  ]
  const words = plain(text).split(/\s+/)
  const holds = (where: string) => words.every((word) => where.includes(word))
  const rest = items.filter((item) => !exact.includes(item))
  const inTitle = rest.filter(({ label, description }) => holds(plain(`${label} ${description}`)))
  const anywhere = rest.filter(
    (item) => !inTitle.includes(item) && holds(plain(`${item.label} ${item.description} ${item.detail}`)),
  )
  return [...exact.map((item) => led(item, text)), ...inTitle, ...anywhere].slice(0, LONGEST)
}

/** The code that a typed text is, where none of the items is named by it. */
export function unknownCode(items: readonly CatalogueItem[], typed: string): string | undefined {
  const code = canonicalCode(typed)
  const key = typed.trim().toLowerCase()
  const known = items.some(({ keys }) => keys.includes(key) || (code !== undefined && keys[0] === code.toLowerCase()))
  return known ? undefined : code
}

function led(item: CatalogueItem, text: string): CatalogueItem {
  const starts = item.label.toLowerCase().startsWith(text.toLowerCase())
  return starts ? item : { ...item, label: `${text}: ${item.label}` }
}

/** Words as people type them: `time-out` is `timeout`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/(?<=[a-z])-(?=[a-z])/g, "")
}
