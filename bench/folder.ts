import { diagnose } from "../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../server/src/core/log/readLog.ts"
import { Folder } from "../server/src/documents/folder.ts"
import { defaultSettings } from "../server/src/features/settings.ts"
import { workspaceReports } from "../server/src/features/workspaceDiagnostics.ts"
import { workspaceSymbols } from "../server/src/features/workspaceSymbols.ts"
import { manyLogs } from "./logs.ts"
import { interleaved } from "./measure.ts"

/*
 * What an open folder costs, for each log that is read while it is closed: time against the bare reading of the same
 * logs, memory against their text, and what a question over all of them takes. Run with --expose-gc.
 */

const logs = readLog(manyLogs(5_000_000)).map(({ text }) => text)
const megabytes = logs.reduce((sum, log) => sum + log.length, 0) / 1_000_000

const { read, index } = interleaved({
  read: () => {
    for (const log of logs) readLog(log).map(diagnose)
  },
  index: () => filled(),
})
console.log(`${logs.length} logs, ${megabytes.toFixed(1)} MB`)
console.log(`into the index ${index.toFixed(0)} ms, ${(index / read).toFixed(2)} of the bare reading`)

const before = heap()
const folder = filled()
console.log(`memory ${(heap() - before).toFixed(1)} MB, ${((heap() - before) / megabytes).toFixed(2)} of the text`)

const question = { isOpen: () => false, settings: defaultSettings, settingsVersion: 0 }
const first = workspaceReports({ ...question, logs: folder.logs, known: new Map() })
const known = new Map(first.map(({ uri, resultId }) => [uri, resultId ?? ""]))
const { reports, symbols, references } = interleaved({
  reports: () => workspaceReports({ ...question, logs: folder.logs, known }),
  symbols: () => workspaceSymbols(folder.logs, "pc 77 contoso"),
  references: () => Array.from(folder.logs, (log) => log.occurrencesOf("0x80072ee2")),
})
console.log(
  `over all logs: what is new ${reports.toFixed(1)} ms, a symbol ${symbols.toFixed(1)} ms, references ${references.toFixed(1)} ms`,
)

function filled(): Folder {
  const folder = new Folder()
  for (const [number, log] of logs.entries()) folder.put(`file:///logs/${number}.dsreg`, log)
  return folder
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_000_000
}
