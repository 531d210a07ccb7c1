import type { Connection } from "vscode-languageserver"
import { ProgressType } from "../features/lsp.ts"
import type { FoundLogs, LogsSource, LogText } from "./logsSource.ts"

/**
 * The request by which a client is asked for closed logs. It finds and reads the files, because only it knows its file
 * systems, and sends the texts as partial results while it goes on.
 */
const LOGS_REQUEST = "dsreg/logs"

/** Some logs, while the client reads on. */
interface LogsPart {
  readonly logs: readonly LogText[]
}

const PART = new ProgressType<LogsPart>()

/** The logs that a client hands over. */
export function handedLogs(connection: Connection): LogsSource {
  let token = 0
  return async (wanted, take) => {
    const partialResultToken = ++token
    const parts = connection.onProgress(PART, partialResultToken, ({ logs }) => void take(logs))
    try {
      return await connection.sendRequest<FoundLogs>(LOGS_REQUEST, { ...wanted, partialResultToken })
    } finally {
      parts.dispose()
    }
  }
}
