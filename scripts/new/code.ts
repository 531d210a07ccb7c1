import { canonicalCode } from "../../server/src/core/knowledge/codeNumber.ts"
import { command, filesIn, type Make, Refusal, write } from "./files.ts"

interface Neighbor {
  readonly file: string
  readonly number: number
  /** Where its entry ends. */
  readonly end: number
}

/**
 * `npm run new:code CODE [FAMILY]` puts an entry with places to fill in behind the next lower number of its family. The
 * family, which is the name of its file, is found by the number where it is not given.
 */
export const newCode: Make = (root, [word = "", family]) => {
  const code = canonicalCode(word)
  if (!code) throw new Refusal("A code is a number or a name with one: 0x80072ee2, -2147012894, AADSTS50126, MSIS9682.")
  const files = filesIn(root, "knowledge/codes")
  const all = Array.from(files, ([file, text]) => neighborsIn(file, text, code)).flat()
  if (all.some(({ number }) => number === numberOf(code)))
    throw new Refusal(
      `There is an entry for ${code} already. If it means something else in another place, write that one beside it by hand.`,
    )
  const own = all.filter(({ file }) => !family || file.endsWith(`/${family}.ts`))
  const below = own.filter(({ number }) => number < numberOf(code)).sort((a, b) => b.number - a.number)[0] ?? own[0]
  if (!below) {
    const names = [...files.keys()].map((file) => file.replace(/^.*\/|\.ts$/g, "")).join(", ")
    throw new Refusal(`No family has codes like ${code}. Name one of its files: ${names}.`)
  }
  const text = files.get(below.file) ?? ""
  write(root, below.file, `${text.slice(0, below.end)}${template(code)}${text.slice(below.end)}`)
  return [
    `wrote an entry for ${code} in ${below.file}`,
    "Next: fill in what says Write:, with the public page of each fact. Then: npm run docs, npm test.",
  ]
}

command(import.meta.url, newCode)

/** The entries of a file whose code is of the same family: the same letters, or the same upper half of the number. */
function neighborsIn(file: string, text: string, code: string): readonly Neighbor[] {
  return Array.from(text.matchAll(/^ {2}\{\n {4}kind: "code",\n {4}code: "([^"]+)"/gm)).flatMap((match) => {
    const other = match[1] ?? ""
    if (familyOf(other) !== familyOf(code)) return []
    const end = text.indexOf("\n  },\n", match.index)
    return end < 0 ? [] : [{ file, number: numberOf(other), end: end + "\n  },\n".length }]
  })
}

function familyOf(code: string): string {
  return code.startsWith("0x") ? code.slice(0, 6) : code.replace(/\d+$/, "")
}

function numberOf(code: string): number {
  return code.startsWith("0x") ? Number.parseInt(code, 16) : Number(/\d+$/.exec(code)?.[0])
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
    sources: [{ page: "hybridJoin" }],
  },
`
}
