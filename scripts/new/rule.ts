import { CORE, command, filesIn, inserted, type Make, Refusal, write } from "./files.ts"

const CATALOGUE = `${CORE}/rules/catalogue.ts`

/**
 * `npm run new:rule NAME` writes a rule with places to fill in, and its lines in the catalogue.
 */
export const newRule: Make = (root, [id = ""]) => {
  if (!/^[a-z]+(?:-[a-z0-9]+)*$/.test(id))
    throw new Refusal("A rule is named in kebab-case, for its fault: prt-missing.")
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const files = filesIn(root, "rules")
  const file = `${CORE}/rules/${name}.ts`
  if (files.has(file)) throw new Refusal(`There is a rule ${id} already: ${file}.`)
  write(root, file, template(id, name))
  const catalogue = files.get(CATALOGUE) ?? ""
  const imported = inserted(catalogue, /(?:^import [^\n]*\n)+/, `import { ${name} } from "./${name}.ts"\n`)
  write(root, CATALOGUE, inserted(imported, /^const written = \[[^\]]*/m, `  ${name},\n`))
  return [
    `wrote ${file}, and its lines in ${CATALOGUE}`,
    "Next: fill in what says Write:, then a log of your own in test/logs/NAME.dsreg and, before the first run, what it must say in NAME.expected.",
    "Then: npm run golden -- NAME, npm run docs, npm test.",
  ]
}

command(import.meta.url, newRule)

function template(id: string, name: string): string {
  return `import { rule } from "./rule.ts"

/** Write: the fault, in a sentence. */
export const ${name} = rule({
  id: "${id}",
  severity: "warning",
  about: ["AzureAdJoined : NO"],
  summary: "Write: the fault, in a sentence.",
  why: "Write: why it matters, and what in the log shows it.",
  fix: "Write: the first thing to do.",
  sources: [{ page: "dsregcmd" }],
  bad: [
    \`
             AzureAdJoined : NO
                             ^^ ${id}\`,
  ],
  good: ["             AzureAdJoined : YES"],
  *check(log) {
    const state = log.field("AzureAdJoined")
    if (state && log.says("AzureAdJoined", "Write: the word")) {
      yield { span: state.valueSpan, message: "Write: what, then why" }
    }
  },
})
`
}
