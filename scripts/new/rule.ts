import { CORE, command, filesIn, inserted, type Make, Refusal } from "./files.ts"

const CATALOGUE = `${CORE}/rules/catalogue.ts`

/** `npm run new:rule NAME` writes a rule with places to fill in, and its lines in the catalogue. */
export const newRule: Make = (root, [id = "", ...others]) => {
  if (others.length > 0 || !/^[a-z]+(?:-[a-z0-9]+)*$/.test(id))
    throw new Refusal("Name the rule in kebab-case, for its fault: npm run new:rule prt-missing")
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const files = filesIn(root, "rules")
  const file = `${CORE}/rules/${name}.ts`
  if (files.has(file)) throw new Refusal(`There is ${file} already.`)
  const imported = inserted(
    files.get(CATALOGUE) ?? "",
    /(?:^import [^\n]*\n)+/,
    `import { ${name} } from "./${name}.ts"\n`,
  )
  const listed = inserted(imported, /^const written = \[[^\]]*/m, `  ${name},\n`)
  return {
    files: new Map([
      [file, template(id, name)],
      [CATALOGUE, listed],
    ]),
    next: [
      "Next: fill in what says Write: in it, and say what it explains.",
      "Then write a log that shows it, test/logs/NAME.dsreg, and by hand what that must say, NAME.expected.",
      "Then: npm run golden -- NAME, npm run docs, npm test.",
    ],
  }
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
  sources: [{ page: "dsregcmd", heading: "Write: the heading it stands under, of the page that says so." }],
  bad: [
    // Write: an excerpt that shows the fault, and under it the characters to report.
    \`
             AzureAdJoined : NO
                             ^^ ${id}\`,
  ],
  good: [
    // Write: the nearest excerpt that does not.
    \`
             AzureAdJoined : YES\`,
  ],
  *check(log) {
    const state = log.field("AzureAdJoined")
    if (!state || !log.says("AzureAdJoined", "Write: the word that shows the fault.")) return
    yield { span: state.valueSpan, message: "Write: what is wrong, then why" }
  },
})
`
}
