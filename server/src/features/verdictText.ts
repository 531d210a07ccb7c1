import { joinTypeName, type Reported } from "../core/diagnosis/diagnose.ts"
import { explainFinding, nextSteps } from "../core/explain/finding.ts"
import { printable } from "../core/text/printable.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import { failures, isTold, severityOf, toldWithRoot } from "./failures.ts"
import type { Settings } from "./settings.ts"

/**
 * The verdict of the capture at a line, as plain text for a ticket: the join type, what was found, the cause first, what
 * to do about that and the pages it rests on. It is
 * knowledge and stays English, and of the log it holds nothing but codes. Undefined where there is no capture.
 */
export function verdictText(document: LogDocument, line: number, settings: Settings): string | undefined {
  const placed = document.chunkAt(line)
  const { diagnosis } = placed.chunk
  const { verdict, joinType, root } = diagnosis
  if (!isTold(diagnosis)) return undefined
  const failing = failures(diagnosis, settings)
  // The verdict can rest on mere information, which then has to be told as well; so is what it does not speak of.
  const isLimit = ({ rule }: Reported) => LIMITS.has(rule.id)
  const told = toldWithRoot(diagnosis, settings).filter(
    (finding) => failing.includes(finding) || finding === root || isLimit(finding),
  )
  return [
    `Verdict: ${printable(verdict)}`,
    `Join type: ${joinTypeName(joinType)}`,
    ...(told.length > 0 ? ["Findings:", ...told.map((finding) => findingLine(placed, finding, settings))] : []),
    ...(root ? advice(root) : []),
    "",
  ].join("\n")
}

function advice(root: Reported): readonly string[] {
  const steps = nextSteps(root).map((step, index) => `${index + 1}. ${printable(step)}`)
  const pages = explainFinding(root).sources.flatMap(({ url }) => (url ? [`- ${url}`] : []))
  return [
    ...(steps.length > 0 ? ["What to do:", ...steps] : []),
    ...(pages.length > 0 ? ["Read more:", ...new Set(pages)] : []),
  ]
}

/** The rules that say what a log cannot show, by their ids. */
export const LIMITS: ReadonlySet<string> = new Set(["no-user-session", "tests-not-as-system", "key-sign-test-not-run"])

function findingLine(placed: PlacedChunk, finding: Reported, settings: Settings): string {
  const { message, code, span } = finding
  const severity = severityOf(finding, settings)
  const word = severity === "error" || severity === "warning" ? severity : "information"
  const unsaid = code && !message.includes(code) ? ` (${code})` : ""
  return `- line ${rangeOf(placed, span).start.line + 1}, ${word}: ${printable(message)}${unsaid}`
}
