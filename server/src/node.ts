import { createConnection, ProposedFeatures } from "vscode-languageserver/node"
import { serve } from "./protocol/server.ts"

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"]

if (process.argv.slice(2).some((word) => transports.some((transport) => word.startsWith(transport)))) {
  serve(createConnection(ProposedFeatures.all))
} else {
  process.stderr.write("dsreg-language-server speaks the Language Server Protocol. Start it with --stdio.\n")
  process.exitCode = 2
}
