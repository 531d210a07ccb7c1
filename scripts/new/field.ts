import { sectionEntries } from "../../server/src/core/knowledge/sections.ts"
import { knownName } from "../../server/src/core/log/names.ts"
import { command, filesIn, type Make, Refusal, write } from "./files.ts"

/**
 * `npm run new:field NAME SECTION` puts an entry with places to fill in behind the fields of its section.
 */
export const newField: Make = (root, [name = "", section = ""]) => {
  if (!/^[A-Za-z][\w ().-]{1,60}$/.test(name))
    throw new Refusal("A field is named as dsregcmd prints it: Client ErrorCode.")
  const ids = [...sectionEntries.map(({ id }) => id as string), "event", "join-debug"]
  if (!ids.includes(section)) throw new Refusal(`Name the section it stands in, one of: ${ids.join(", ")}.`)
  if (knownName(name)?.entries.some(({ sections }) => (sections as readonly string[]).includes(section)))
    throw new Refusal(`${name} has an entry in ${section} already.`)
  const home = Array.from(filesIn(root, "knowledge/fields")).find(([, text]) =>
    text.includes(`sections: ["${section}"`),
  )
  if (!home) throw new Refusal(`No file has fields of ${section}.`)
  const [file, text] = home
  const end = text.lastIndexOf("\n])")
  write(root, file, `${text.slice(0, end + 1)}${template(name, section)}${text.slice(end + 1)}`)
  return [
    `wrote an entry for ${name} in ${file}`,
    "Next: fill in what says Write:, and what else is known of it (knowledge/fieldEntry.ts says what there is). Then: npm run docs, npm test.",
  ]
}

command(import.meta.url, newField)

function template(name: string, section: string): string {
  return `  {
    kind: "field-entry",
    name: "${name}",
    sections: ["${section}"],
    meaning: "Write: what it says.",
    expected: "Write: what it should say, or why nothing can be said of that (\`unjudged\`).",
    sources: [],
  },
`
}
