import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { Folder } from "../../server/src/documents/folder.ts"
import { defaultSettings } from "../../server/src/features/settings.ts"
import { workspaceReports } from "../../server/src/features/workspaceDiagnostics.ts"
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols.ts"
import { manyLogs } from "../content/deviceLogs.ts"
import { milliseconds } from "../statistics.ts"
import { tell } from "./tell.ts"

/*
 * `folder ROUNDS`: what an open folder costs for each log that is read while it is closed: time against the bare
 * reading of the same logs, memory against their text, and what a question over all of them takes.
 */

const rounds = Number(process.argv[2])
const logs = readLog(manyLogs(5_000_000)).map(({ text }) => text)
const megabytes = logs.reduce((sum, log) => sum + log.length, 0) / 1_000_000

for (let round = 0; round < rounds; round++) {
  const read = milliseconds(() => {
    for (const log of logs) readLog(log).map(diagnose)
  })
  tell({ name: "folder, reading", value: read })
  tell({ name: "folder, index", value: milliseconds(filled) })
}

const before = heap()
const folder = filled()
tell({ name: "folder, memory per MB", value: (heap() - before) / megabytes })

const question = { isOpen: () => false, settings: defaultSettings, settingsVersion: 0 }
const first = workspaceReports({ ...question, logs: folder.logs, known: new Map() })
const known = new Map(first.map(({ uri, resultId }) => [uri, resultId ?? ""]))
const questions = {
  "what is new": () => workspaceReports({ ...question, logs: folder.logs, known }),
  "a symbol": () => workspaceSymbols(folder.logs, "pc 77 contoso"),
  references: () => Array.from(folder.logs, (log) => log.occurrencesOf("0x80072ee2")),
}
for (let round = 0; round < rounds; round++) {
  for (const [name, work] of Object.entries(questions)) tell({ name: `folder, ${name}`, value: milliseconds(work) })
}

function filled(): Folder {
  const folder = new Folder()
  for (const [number, log] of logs.entries()) folder.put(`file:///logs/${number}.dsreg`, log)
  return folder
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_000_000
}
