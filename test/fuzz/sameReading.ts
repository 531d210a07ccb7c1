import fc from "fast-check"
import { diagnoseCase } from "../../server/src/core/diagnosis/case.ts"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { fileText } from "../../server/src/core/text/fileText.ts"
import { samples } from "./samples.ts"

/** What a log says whatever it stands in: findings in their order with the letters that show them, and the verdict. */
export function saidOf(text: string) {
  return diagnoseCase(readLog(text).map(diagnose)).map(({ verdict, phase, joinType, findings, folded, evidence }) => ({
    verdict,
    phase,
    joinType,
    findings: findings.map(({ rule, severity, message, code, span }) => [
      rule.id,
      severity,
      message,
      code,
      evidence.capture.text.slice(span.start, span.end),
    ]),
    folded: folded.map(({ finding }) => finding.rule.id),
  }))
}

/** Another form of the same log, in which it says the same. */
export interface OtherForm {
  readonly what: string
  readonly of: (text: string) => string
}

/** Forms in which people send logs; each is put on by itself or around the one before. */
export const otherForms: readonly OtherForm[] = [
  { what: "line ends of Windows", of: (text) => text.replace(/\r?\n/g, "\r\n") },
  { what: "line ends of Unix", of: (text) => text.replace(/\r\n/g, "\n") },
  { what: "line ends of old Macs", of: (text) => text.replace(/\r?\n/g, "\r") },
  { what: "four blanks more", of: (text) => text.replace(/^(?=.)/gm, "    ") },
  { what: "a tab more", of: (text) => text.replace(/^(?=.)/gm, "\t") },
  { what: "no blanks at the start of lines", of: (text) => text.replace(/^ +/gm, "") },
  { what: "blanks at the end of lines", of: (text) => text.replace(/(?<=.)$/gm, "  ") },
  { what: "narrow boxes", of: (text) => text.replace(/^\+-{20,}\+/gm, "+------------+").replace(/ {10,}\|$/gm, " |") },
  { what: "wide boxes", of: (text) => text.replace(/^\+-{20,}\+/gm, `+${"-".repeat(200)}+`) },
  { what: "a quote", of: (text) => text.replace(/^/gm, "> ") },
  { what: "a quote of a quote", of: (text) => text.replace(/^/gm, ">> ") },
  { what: "a fence", of: (text) => `\`\`\`\n${text}\n\`\`\`\n` },
  { what: "words around", of: (text) => `Hello,\nthis is what it says:\n\n${text}\n\nThanks!\n` },
  { what: "a mark of the byte order", of: (text) => fileText(Buffer.from(`\ufeff${text}`, "utf8")) },
  { what: "wide characters", of: (text) => fileText(Buffer.from(`\ufeff${text}`, "utf16le")) },
]

/** One form or two, the second around the first. */
export const anyForms = fc.array(fc.nat(otherForms.length - 1), { minLength: 1, maxLength: 2 })

/** The events of all logs, each on a day of its own that can be read in one way only, and of no tenant in particular. */
const events: readonly string[] = samples
  .flatMap(({ text }) => text.match(/^Log Name:.*\n(?:.*\S.*\n)+(?:\n(?![+|\n]|Log Name:)(?:.*\S.*\n)+)?/gm) ?? [])
  .filter((event) => /^Date: /m.test(event))
  .map((event, index) => {
    const [year, day] = [2000 + Math.floor(index / 16), 13 + (index % 16)]
    return `${event
      .replace(/^Date: .*$/m, `Date:          6/${day}/${year} 9:14:04 AM`)
      .replace(/^tenantId:.*\n/m, "")
      .trimEnd()}\n\n`
  })

/** Some of them, in the order of their place here and in any other one. */
export const shuffledEvents = fc
  .uniqueArray(fc.nat(events.length - 1), { minLength: 2, maxLength: 5 })
  .chain((chosen) => fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })))
  .map((orders) => orders.map((order) => order.map((at) => events[at] ?? "")))
