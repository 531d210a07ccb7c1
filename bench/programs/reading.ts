import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { logText } from "../content/logText.ts"
import { milliseconds } from "../statistics.ts"
import { yardstick } from "../yardstick.ts"
import { tell } from "./tell.ts"

/* `reading BYTES ROUNDS`: the yardstick, parsing, and parsing with diagnosis take turns over one text, in a warm process. */

/** Rounds that are not counted. */
const WARMING = 3

const [bytes = 0, rounds = 0] = process.argv.slice(2).map(Number)
const text = logText(bytes)

const works = {
  loop: () => yardstick(text),
  parse: () => readLog(text),
  read: () => {
    let findings = 0
    for (const capture of readLog(text)) findings += diagnose(capture).findings.length
    return findings
  },
}

if (works.read() === 0) throw new Error("nothing was found")
for (let round = -WARMING; round < rounds; round++) {
  for (const [name, work] of Object.entries(works)) {
    const value = milliseconds(work)
    if (round >= 0) tell({ name: `warm ${name}`, value })
  }
}
