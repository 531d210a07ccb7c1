import { joinTypeName, type Reported } from "../core/diagnosis/diagnose.ts"
import { explainFinding, nextSteps } from "../core/explain/finding.ts"
import { plainText } from "../core/explain/print/plain.ts"
import { printable } from "../core/text/printable.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import { failures, isTold, severityOf } from "./failures.ts"
import type { Settings } from "./settings.ts"

/**
 * The verdict of the capture at a line, as plain text for a ticket: the join type, what was found, and of what the
 * verdict rests on the cause, the first steps and pages. It is knowledge and stays English, and of the log it holds
 * nothing but codes. Undefined where there is no capture.
 */
export function verdictText(document: LogDocument, line: number, settings: Settings): string | undefined {
  const placed = document.chunkAt(line)
  const { diagnosis } = placed.chunk
  const { verdict, joinType, root, findings } = diagnosis
  if (!isTold(diagnosis)) return undefined
  const failing = failures(diagnosis, settings)
  // The verdict can rest on mere information, which then has to be told as well; so is what it does not speak of.
  const isLimit = (finding: Reported) => LIMITS.has(finding.rule.id) && severityOf(finding, settings) !== "off"
  const told = findings.filter((finding) => failing.includes(finding) || finding === root || isLimit(finding))
  return [
    `Verdict: ${printable(verdict)}`,
    `Join type: ${joinTypeName(joinType)}`,
    ...(told.length > 0 ? ["Findings:", ...told.map((finding) => findingLine(placed, finding, settings))] : []),
    ...(root && told.includes(root) ? advice(root) : []),
    "",
  ].join("\n")
}

/** The rules that say what a log cannot show, by their ids. */
const LIMITS: ReadonlySet<string> = new Set(["no-user-session", "tests-not-as-system", "key-sign-test-not-run"])

function findingLine(placed: PlacedChunk, finding: Reported, settings: Settings): string {
  const { message, code, span } = finding
  const severity = severityOf(finding, settings)
  const word = severity === "error" || severity === "warning" ? severity : "information"
  const unsaid = code && !message.includes(code) ? ` (${code})` : ""
  return `- line ${rangeOf(placed, span).start.line + 1}, ${word}: ${printable(message)}${unsaid}`
}

/** So many steps and pages are enough to begin with; the explanation has them all. */
const FIRST = 3

function advice(root: Reported): readonly string[] {
  const { why, sources } = explainFinding(root)
  const steps = nextSteps(root).slice(0, FIRST)
  const pages = sources.flatMap(({ title, url }) => (url ? [`- ${title}: ${url}`] : [])).slice(0, FIRST)
  return [
    ...why.slice(0, 1).map((cause) => `Cause: ${plainText(cause)}`),
    ...(steps.length > 0 ? ["What to do first:", ...steps.map((step, index) => `${index + 1}. ${step}`)] : []),
    ...(pages.length > 0 ? ["Pages:", ...pages] : []),
  ]
}
