import { inline, markdownForm } from "../explain/print/markdown.ts"
import { printedSteps } from "../explain/print/printed.ts"
import { quoted } from "../explain/text.ts"
import { spelledOutInMarkdown } from "./abbreviations.ts"
import type { LogLine } from "./place.ts"
import type { Report, Stage } from "./report.ts"
import type { Subject } from "./subject.ts"
import {
  hasLocalTimes,
  identityWords,
  LOCAL_TIMES,
  NOTHING_TO_DO,
  SEVERITIES,
  SHARING,
  STATES,
  times,
} from "./words.ts"

/**
 * A report as Markdown for a ticket. It has no table and no HTML, so that it can be read as plain text too, and all
 * that is of the log stands in code spans.
 */
export function markdownReport(report: Report, { file, line }: Subject): string {
  const { root, limit, findings, timeline, identities, unshown, stages } = report
  const cause = findings.find(({ isRoot }) => isRoot)
  const form = markdownForm()
  const parts = [
    `# dsreg report: ${inline(quoted(file))}${line === undefined ? "" : `, log at line ${line}`}`,
    `**${inline(report.verdict)}**`,
    ...(root?.why ?? []).map(form.text),
    ...section("What to do", [root ? form.numbered(printedSteps(root, form)) : limit ? "" : NOTHING_TO_DO]),
    ...section("What shows it", [
      bulleted(
        (cause?.lines ?? []).map((place) => `${where(place)}${place.message ? ` – ${inline(place.message)}` : ""}`),
      ),
    ]),
    ...section("How far it got", [
      bulleted(
        alike(stages).map(
          ({ names, state, said, place }) =>
            `${STATES[state].sign} **${names.join(", ")}**: ${STATES[state].word}. ${inline(said)}${place ? `: ${where(place)}` : ""}`,
        ),
      ),
    ]),
    ...section("Also found", [
      bulleted(
        findings.flatMap(({ isRoot, severity, message, lines: [first] }) =>
          isRoot || !first ? [] : [`${SEVERITIES[severity]}: ${inline(message)}: ${where(first)}`],
        ),
      ),
    ]),
    ...section("Times", [
      bulleted(
        timeline.map(
          ({ at, isUtc, what, place }) => `${at}${isUtc ? " UTC" : ""} ${inline(what)} (line ${place.line})`,
        ),
      ),
      hasLocalTimes(report) ? LOCAL_TIMES : "",
    ]),
    ...section("Names and numbers", [
      bulleted(
        identities.map(
          (one) => `${inline(identityWords(one))}: ${inline(quoted(one.name))} (line ${one.place.line}${times(one)})`,
        ),
      ),
    ]),
    ...section("What the log does not show", [bulleted(unshown.map(form.text))]),
    ...section("To see more", [limit ? form.numbered(printedSteps(limit, form)) : ""]),
    ...section("Sources", [bulleted((root?.sources ?? []).map((page) => form.link(page, { before: "", behind: "" })))]),
    SHARING,
  ]
  return spelledOutInMarkdown(`${parts.join("\n\n")}\n`)
}

/** Stages in a row of which the same is said are told in one line. */
function alike(stages: readonly Stage[]): readonly (Omit<Stage, "name"> & { readonly names: readonly string[] })[] {
  const told: (Omit<Stage, "name"> & { names: string[] })[] = []
  for (const { name, ...stage } of stages) {
    const last = told.at(-1)
    if (last && last.state === stage.state && last.said === stage.said && last.place?.line === stage.place?.line)
      last.names.push(name)
    else told.push({ ...stage, names: [name] })
  }
  return told
}

/** A part with its heading; nothing where it would be empty. */
function section(title: string, content: readonly string[]): readonly string[] {
  const told = content.filter((part) => part !== "")
  return told.length > 0 ? [`## ${title}`, ...told] : []
}

function bulleted(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n")
}

function where({ line, text }: LogLine): string {
  return `line ${line} ${inline(quoted(text))}`
}
