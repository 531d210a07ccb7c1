import { diagnose } from "../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../server/src/core/log/readLog.ts"
import { LogDocument } from "../server/src/documents/logDocument.ts"
import { manyLogs } from "./logs.ts"
import { interleaved } from "./measure.ts"

/*
 * Ratios side by side in one run, medians of interleaved rounds. The yardstick is the plainest useful pass over a
 * text in JavaScript: a loop that counts line feeds.
 */

/** Counts line feeds, one character after the other. */
function yardstick(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 10) lines++
  return lines
}

function read(text: string): number {
  let findings = 0
  for (const capture of readLog(text)) findings += diagnose(capture).findings.length
  return findings
}

/** Types and takes back one character in the middle of a document. */
function edit(document: LogDocument): void {
  const { firstLine } = document.chunks[document.chunks.length >> 1] ?? { firstLine: 0 }
  const start = { line: firstLine + 5, character: 30 }
  const end = { line: firstLine + 5, character: 31 }
  document.update([{ range: { start, end: start }, text: "x" }], 2)
  document.update([{ range: { start, end }, text: "" }], 3)
}

const small = manyLogs(6_000)
const large = manyLogs(10_000_000)
console.log(`10 MB: ${readLog(large).length} captures, ${yardstick(large)} lines`)

const whole = interleaved({
  yardstick: () => yardstick(large),
  parse: () => readLog(large),
  read: () => read(large),
})
console.log(
  `yardstick ${whole.yardstick.toFixed(1)} ms, parse ${whole.parse.toFixed(1)} ms, read ${whole.read.toFixed(1)} ms`,
)
console.log(`reading 10 MB against the yardstick: ${(whole.yardstick / whole.read).toFixed(3)} of its speed`)

const smallDocument = new LogDocument("file:///small", 1, small)
const largeDocument = new LogDocument("file:///large", 1, large)
const edits = interleaved({ small: () => edit(smallDocument), large: () => edit(largeDocument) })
console.log(
  `two edits: ${edits.small.toFixed(3)} ms at 6 KB, ${edits.large.toFixed(3)} ms at 10 MB, ratio ${(edits.large / edits.small).toFixed(1)}`,
)
