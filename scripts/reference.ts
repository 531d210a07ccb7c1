import { kinds } from "../server/src/core/explain/kinds/catalogue.ts"
import type { Kind } from "../server/src/core/explain/kinds/kind.ts"
import { markdown } from "../server/src/core/explain/print/markdown.ts"
import { everyRule } from "../server/src/core/rules/case/catalogue.ts"

/** Everything the product can explain, on one page, in the words of its hovers. */
export function referencePage(): string {
  const parts = [
    "# Reference",
    "This page is generated from the catalogue; `npm run docs` writes it anew. Every entry says what the hover says.",
    contents(),
    ...kinds.flatMap(chapter),
  ]
  return `${parts.join("\n\n")}\n`
}

function contents(): string {
  return kinds.map(({ title }) => `- [${title}](#${title.toLowerCase().replace(/ /g, "-")})`).join("\n")
}

function chapter({ title, all }: Kind): string[] {
  const entries = all().flatMap((explanation) => [
    `### ${explanation.fullTitle}`,
    ...(explanation.wording ? [`> ${explanation.wording}`] : []),
    markdown(explanation),
  ])
  return [`## ${title}`, ...entries]
}

/** The manifest with one property of `dsreg.severity` for each rule; everything else stays as it is. */
export function manifestWithRules(old: string): string {
  const manifest = JSON.parse(old)
  const groups = [manifest.contributes?.configuration].flat().filter(Boolean)
  const severity = groups.flatMap((group) => group.properties?.["dsreg.severity"] ?? [])[0]
  if (!severity) return old
  severity.properties = Object.fromEntries(
    everyRule.map((rule) => [
      rule.id,
      {
        type: "string",
        enum: ["error", "warning", "info", "off"],
        default: rule.severity,
        markdownDescription: rule.summary,
      },
    ]),
  )
  severity.additionalProperties = false
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}
