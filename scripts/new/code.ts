import { canonicalCode } from "../../server/src/core/knowledge/codeNumber.ts"
import { command, filesIn, insertedAt, type Make, Refusal } from "./files.ts"

const CODES = "knowledge/codes"

/** An entry as it stands in a file. */
interface Entry {
  readonly file: string
  readonly code: string
  readonly start: number
  readonly end: number
}

/**
 * `npm run new:code CODE [FAMILY]` puts an entry with places to fill in behind the next lower number of its family. A
 * family is a file of `knowledge/codes` or a folder there; without one, codes of the same range tell where it stands.
 */
export const newCode: Make = (root, [word = "", family, ...others]) => {
  const code = canonicalCode(word) ?? (family && /^[A-Za-z]\w+$/.test(word) ? word : undefined)
  if (!code || others.length > 0)
    throw new Refusal(
      "Give a number, a name with one, or a word with its family: npm run new:code 0x80072ee2, AADSTS50126, MSIS9682, invalid_grant oauth",
    )
  const files = filesIn(root, CODES)
  const entries = Array.from(files, ([file, text]) => entriesIn(file, text)).flat()
  const there = Array.from(files).find(([, text]) => text.includes(`"${code}"`))
  if (there)
    throw new Refusal(
      `${there[0]} has ${code} already. If it means something else in another place, write that entry beside it by hand.`,
    )
  const own = family ? entries.filter(({ file }) => isOf(file, family)) : entries
  const near = own.filter((entry) => rangeOf(entry.code) === rangeOf(code))
  const neighbors = (near.length > 0 || !family ? near : own).toSorted((a, b) => orderOf(a.code) - orderOf(b.code))
  const [first] = neighbors
  if (!first) {
    const known = [...new Set(entries.map(({ file }) => file.replace(/^.*\/codes\/(\w+).*$/, "$1")))].join(", ")
    const why = family ? `There is no family ${family}` : `No entry has a number like ${code}, so name its family`
    throw new Refusal(`${why}. The families are: ${known}.`)
  }
  const below = neighbors.findLast((entry) => orderOf(entry.code) <= orderOf(code))
  const { file } = below ?? first
  const text = insertedAt(files.get(file) ?? "", below?.end ?? first.start, template(code))
  return {
    files: new Map([[file, text]]),
    next: [
      `Next: fill in what says Write: in the entry of ${code}. If another file of the family suits it better, move it there.`,
      "Then: npm run docs, npm test.",
    ],
  }
}

command(import.meta.url, newCode)

function entriesIn(file: string, text: string): readonly Entry[] {
  return Array.from(text.matchAll(/^ {2}\{\n {4}kind: "code",\n {4}code: "([^"]+)"[\s\S]*?^ {2}\},\n/gm), (match) => ({
    file,
    code: match[1] ?? "",
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Whether a file is of a family, which is named by a path below the folder of codes: `oauth`, `adal`, `adal/token`. */
function isOf(file: string, family: string): boolean {
  return file.endsWith(`/${CODES}/${family}.ts`) || file.includes(`/${CODES}/${family}/`)
}

/** What codes of one range begin with: the upper half of a number, or letters. */
function rangeOf(code: string): string {
  return code.startsWith("0x") ? code.slice(0, 6) : code.replace(/\d+$/, "")
}

/** A number to sort codes of one range by; words have none, and stand one behind the other. */
function orderOf(code: string): number {
  return code.startsWith("0x") ? Number.parseInt(code, 16) : Number(/\d+$/.exec(code)?.[0] ?? 0)
}

function template(code: string): string {
  return `  {
    kind: "code",
    code: "${code}",
    symbols: [],
    places: ["any"],
    title: "Write: a few words that read inside a sentence",
    cause: "Write: what went wrong.",
    resolution: ["Write: the first thing to do."],
    sources: [{ page: "hybridJoin", heading: "Write: the heading it stands under, of the page that has it." }],
  },
`
}
