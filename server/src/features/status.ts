import type { Say } from "../core/explain/say.ts"
import type { Severity } from "../core/rules/rule.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { failures, isTold, severityOf } from "./failures.ts"
import type { Settings } from "./settings.ts"
import { shortVerdict } from "./shortVerdict.ts"

/** What a whole log comes to. */
export interface Status {
  /** The verdict of the worst capture. */
  readonly verdict: string
  /** What it rests on, in a few words for a place that wraps no lines. */
  readonly summary: string
  /** The line of the log at which that capture begins, from 0. */
  readonly line: number
  /** Which capture that is, where there are several: `capture 2 of 3`. */
  readonly capture?: string
  readonly severity: Severity
}

/** The state of the capture that is worst off, of equal ones the first; undefined where there is no capture. */
export function status(document: LogDocument, settings: Settings, say: Say): Status | undefined {
  const captures = document.chunks.filter(({ chunk }) => isTold(chunk.diagnosis))
  const severities = captures.map(({ chunk }) => chunk.once(worst, settings))
  const severity = ORDER.find((each) => severities.includes(each))
  const index = severity ? severities.indexOf(severity) : -1
  const placed = captures[index]
  if (!severity || !placed) return undefined
  const found = placed.chunk.diagnosis
  return {
    verdict: found.verdict,
    summary: shortVerdict(found, captures.length > 1 ? 40 : 56),
    line: placed.firstLine,
    ...(captures.length > 1 && { capture: say("capture {0} of {1}", index + 1, captures.length) }),
    // Where findings are switched off, none is to draw the eye, except that something could not be read.
    severity: settings.enable || found.faults.length > 0 ? severity : "info",
  }
}

const ORDER: readonly Severity[] = ["error", "warning", "info"]

function worst({ diagnosis }: Chunk, settings: Settings): Severity {
  const failing = failures(diagnosis, settings).map((finding) => severityOf(finding, settings))
  return ORDER.find((severity) => failing.includes(severity)) ?? "info"
}
