import { dsreg } from "./commandLine.ts"

/** A command line whose output is kept, each in the form that it has for a reader. */
export interface CommandLineGolden {
  /** The file in `test/golden`. */
  readonly file: string
  readonly words: readonly string[]
  readonly code: 0 | 1 | 2
}

const FAILING = "test/logs/discover-time-out.dsreg"
const TWO = "test/logs/two-captures-before-after.dsreg"
const CLONES = "test/logs/cloned-image-two-desktops.dsreg"
const FOLDER = [FAILING, TWO, CLONES, "test/logs/certificate-expired.dsreg"]

/** Every command and every format, by few logs: one that fails, one before and after its repair, two desktops of one image. */
export const commandLineGoldens: readonly CommandLineGolden[] = [
  { file: "check-text.txt", words: ["check", FAILING, TWO], code: 1 },
  { file: "check-markdown.md", words: ["check", "--format", "markdown", FAILING, TWO], code: 1 },
  { file: "check-html.html", words: ["check", "--format", "html", FAILING, TWO], code: 1 },
  { file: "check-json.json", words: ["check", "--format", "json", FAILING, TWO], code: 1 },
  { file: "check-sarif.sarif", words: ["check", "--format", "sarif", FAILING, TWO], code: 1 },
  { file: "check-csv.csv", words: ["check", "--format", "csv", FAILING, TWO], code: 1 },
  { file: "summary-text.txt", words: ["summary", ...FOLDER], code: 1 },
  { file: "summary-json.json", words: ["summary", "--format", "json", ...FOLDER], code: 1 },
  { file: "summary-csv.csv", words: ["summary", "--format", "csv", ...FOLDER], code: 1 },
  { file: "compare-text.txt", words: ["compare", TWO], code: 0 },
  { file: "compare-markdown.md", words: ["compare", "--format", "markdown", TWO], code: 0 },
  { file: "compare-json.json", words: ["compare", "--format", "json", CLONES], code: 0 },
  { file: "redact.dsreg", words: ["redact", TWO], code: 0 },
]

/** What a command line prints, without what is not its own: the style of a page, the descriptions of all rules. */
export async function keptOutput({ words }: Pick<CommandLineGolden, "words">): Promise<string> {
  const { out } = await dsreg(...words)
  return out
    .replace(/(<style>)[\s\S]*?(<\/style>)/, "$1$2")
    .replace(/("version": )"\d+\.\d+\.\d+"(,\s+"rules": \[)[\s\S]*?\n {10}\]/, '$1"1.2.3"$2]')
    .replace(/"ruleIndex": \d+/g, '"ruleIndex": 0')
}
