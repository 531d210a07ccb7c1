import { reads } from "../knowledge/step.ts"
import type { Capture } from "../log/log.ts"
import type { Finding, Rule } from "../rules/rule.ts"
import type { Span } from "../text/span.ts"

/** Something of ours that broke while a capture was read. It is told to whoever reads the log, and never looks healthy. */
export interface Fault {
  /** What broke, in words for a sentence: `rule prt-missing`, `the reading`. */
  readonly what: string
  /** What was thrown, for the log of the server. */
  readonly error: unknown
}

/** Stands in the place of a rule where dsreg itself is at fault; it is in no catalogue, and no setting turns it off. */
export const faultRule: Rule = {
  id: "dsreg-fault",
  severity: "error",
  about: ["AzureAdJoined"],
  summary: "A fault in dsreg kept a part of this log from being read.",
  why: "A part of dsreg itself broke on this log. What it would have said is missing, so a log that looks healthy here may not be.",
  fix: [
    reads("Read by hand the lines on which dsreg marks nothing.", {
      rights: "user",
      proves: "Only what it marks was read; of the other lines nothing is known.",
    }),
    reads("Report the fault with the stack from dsreg's output.", {
      rights: "user",
      proves: "The stack names the part that broke, and holds nothing of the log.",
    }),
  ],
  sources: [{ page: "dsregcmd" }],
  bad: [""],
  good: [""],
  *check() {},
}

/** The finding that tells of a fault, on the first line of the capture that has text. */
export function faultFinding({ text }: Pick<Capture, "text">, { what }: Fault): Finding {
  return { span: firstLine(text), message: `dsreg could not apply ${what}: a fault in dsreg` }
}

/** The finding that tells that a log could not be read at all, in the same place. */
export function unreadFinding(text: string): Finding {
  return { span: firstLine(text), message: "dsreg could not read this log: a fault in dsreg" }
}

/** The first line that has text, without the blanks around it. */
function firstLine(text: string): Span {
  const start = Math.max(0, text.search(/\S/))
  const length = /^[^\r\n]*/.exec(text.slice(start, start + 200))?.[0].trimEnd().length ?? 0
  return { start, end: start + length }
}
