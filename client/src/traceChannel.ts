import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, workspace } from "vscode"

/** Where the protocol's trace goes. */
export interface TraceChannel extends Disposable {
  readonly channel: LogOutputChannel
}

/**
 * The output channel as the language client sees it for its trace. By itself the client traces only at log level
 * Trace, and there it takes the setting `off` for `messages`; here `dsreg.trace.server` alone decides.
 */
export function traceChannel(output: LogOutputChannel): TraceChannel {
  const changed = new EventEmitter<LogLevel>()
  const listening = workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration("dsreg.trace.server")) changed.fire(level())
  })
  const channel: LogOutputChannel = Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: { value: (message: string) => output.info(message) },
  })
  return {
    channel,
    dispose: () => {
      listening.dispose()
      changed.dispose()
    },
  }
}

function level(): LogLevel {
  return workspace.getConfiguration("dsreg").get("trace.server", "off") === "off" ? LogLevel.Info : LogLevel.Trace
}
