import { type Cause, causeOfValue } from "../core/diagnosis/cause.ts"
import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import type { Evidence } from "../core/evidence/evidence.ts"
import { type Mention, mentionsIn } from "../core/evidence/mention.ts"
import { upperFirst } from "../core/explain/explanation.ts"
import { explainFinding } from "../core/explain/finding.ts"
import { inAddress } from "../core/explain/print/inAddress.ts"
import { inline } from "../core/explain/print/markdown.ts"
import type { Found } from "../core/log/query.ts"
import type { Span } from "../core/text/span.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import type { Reader } from "./reader.ts"

/** What a value is in this very log, when the answer stands at another place of it. */
export interface Lead {
  /** Markdown of our own words. */
  readonly text: string
  /** Where the cause is told, for what leads there. */
  readonly span: Span
  readonly finding?: Reported
}

/** The place of a log that a reader may be sent to. */
export interface Place {
  readonly document: LogDocument
  readonly placed: PlacedChunk
}

/** Leads from a value that only follows to what it follows from; undefined where it stands for itself. */
export function leadOf(diagnosis: Diagnosis, found: Found, mention: Mention | undefined, place: Place, reader: Reader) {
  const cause = causeOfValue(diagnosis, found)
  if (cause) return following(cause, place, reader)
  return mention && innerCause(diagnosis, found, mention, reader)
}

/** `Follows from line 43: …. Nothing to do here.` and the first step there. */
function following({ span, field, finding }: Cause, place: Place, reader: Reader): Lead {
  const { say } = reader
  const { evidence } = place.placed.chunk.diagnosis
  const line = lineLink(place, span, reader)
  const told = finding
    ? say("Follows from {0}: {1}.", line, inline(finding.message))
    : say("Follows from {0} in {1}.", `\`${field?.entry?.name ?? ""} : ${wordOf(field?.value)}\``, line)
  const step = finding && firstStep(finding, evidence)
  const text = `${told} ${say("Nothing to do here.")}${step ? `\n\n**${say("Do there first")}**: ${inline(step)}` : ""}`
  return { text, span, ...(finding && { finding }) }
}

/** Of several codes in one value only the last tells the reason. */
function innerCause(
  { findings, evidence }: Diagnosis,
  { field }: Found,
  mention: Mention,
  { say }: Reader,
): Lead | undefined {
  const codes = mentionsIn(field)
  const last = codes.at(-1)
  if (!last || last.code === mention.code) return undefined
  const finding = findings.find(
    ({ span, code }) => code === last.code && span.start <= last.span.start && last.span.end <= span.end,
  )
  if (!finding) return undefined
  const told = say(
    "A general code. The reason is {0}: {1}.",
    `\`${last.code}\``,
    inline(finding.entry?.title ?? finding.message),
  )
  const step = firstStep(finding, evidence)
  return { text: `${told}${step ? `\n\n**${say("Do first")}**: ${inline(step)}` : ""}`, span: last.span, finding }
}

/** What to do first about a finding, with the marks of our texts. */
function firstStep(finding: Reported, log: Evidence): string | undefined {
  const step = explainFinding(finding, log).steps[0]?.text
  return step && upperFirst(step)
}

/** `line 43`, which goes there where the client can. */
function lineLink({ document, placed }: Place, span: Span, { commands, say }: Reader): string {
  const line = rangeOf(placed, span).start.line
  const words = say("line {0}", line + 1)
  if (!commands.has("dsreg.goToLine")) return words
  return `[${words}](command:dsreg.goToLine?${inAddress(JSON.stringify([document.uri, line]))})`
}

/** The first word of a value, of letters only: it is `NO` or `ERROR`. */
function wordOf(value = ""): string {
  return /^[A-Za-z]+/.exec(value)?.[0] ?? ""
}
