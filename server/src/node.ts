import type { Connection } from "vscode-languageserver"
import { createConnection, ProposedFeatures } from "vscode-languageserver/node"

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"]

/** Serves the client that started this process, over what its arguments name. */
export function connect(serve: (connection: Connection) => void): void {
  if (process.argv.slice(2).some((word) => transports.some((transport) => word.startsWith(transport)))) {
    serve(createConnection(ProposedFeatures.all))
  } else {
    process.stderr.write("dsreg-language-server speaks the Language Server Protocol. Start it with --stdio.\n")
    process.exitCode = 2
  }
}
