import type { LogOutputChannel } from "vscode"

/** Opens the output channel and leaves the cursor in the log. */
export function showOutput(output: LogOutputChannel): void {
  output.show(true)
}
