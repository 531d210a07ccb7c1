import { plainName } from "../../server/src/core/knowledge/plainName.ts"
import { command, filesIn, insertedAt, type Make, Refusal } from "./files.ts"

/** An entry as it stands in a file: its names, its sections and the offset behind it. */
interface Entry {
  readonly file: string
  readonly names: readonly string[]
  readonly sections: readonly string[]
  readonly end: number
}

/** `npm run new:field NAME SECTION` puts an entry with places to fill in behind the other fields of its section. */
export const newField: Make = (root, [name = "", section = "", ...others]) => {
  if (others.length > 0 || !/^[A-Za-z][\w ():+./-]{0,78}[\w)]$/.test(name))
    throw new Refusal(
      'Name the field as dsregcmd prints it, then its section: npm run new:field "Client Time" sso-state',
    )
  const files = filesIn(root, "knowledge/fields")
  const entries = Array.from(files, ([file, text]) => entriesIn(file, text)).flat()
  const own = entries.filter(({ sections }) => sections.includes(section))
  const last = own.findLast(({ sections }) => sections[0] === section)
  if (!last) {
    const known = [...new Set(entries.map(({ sections }) => sections[0] ?? ""))]
    throw new Refusal(`Name the section that it stands in, one of: ${known.join(", ")}.`)
  }
  const key = plainName(name)
  if (own.some(({ names }) => names.some((other) => plainName(other) === key)))
    throw new Refusal(`${name} has an entry in ${section} already.`)
  const text = files.get(last.file) ?? ""
  return {
    files: new Map([[last.file, insertedAt(text, last.end, template(name, section))]]),
    next: [
      `Next: fill in what says Write: in the entry of ${name}, and what else is known of it (knowledge/fieldEntry.ts has what there is).`,
      "Then: npm run docs, npm test.",
    ],
  }
}

command(import.meta.url, newField)

function entriesIn(file: string, text: string): readonly Entry[] {
  return Array.from(text.matchAll(/^ {2}\{\n {4}kind: "field-entry",\n([\s\S]*?)^ {2}\},\n/gm), (match) => {
    const [whole, body = ""] = match
    return {
      file,
      names: [...wordsOf(body, "name"), ...wordsOf(body, "aliases")],
      sections: wordsOf(body, "sections"),
      end: match.index + whole.length,
    }
  })
}

/** The strings that a property of an entry holds, one or a list. */
function wordsOf(body: string, property: string): readonly string[] {
  const value = new RegExp(`^ {4}${property}: ("[^"]*"|\\[[^\\]]*\\])`, "m").exec(body)?.[1] ?? ""
  return Array.from(value.matchAll(/"([^"]*)"/g), ([, word = ""]) => word)
}

function template(name: string, section: string): string {
  return `  {
    kind: "field-entry",
    name: "${name}",
    sections: ["${section}"],
    meaning: "Write: what it says.",
    expected: "Write: what it should say, or \`unjudged\` in the place of this line and why nothing can be said of that.",
    sources: [{ page: "dsregcmd", heading: "Write: the heading it stands under, or no source and a \`confidence\`." }],
  },
`
}
