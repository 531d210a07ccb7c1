import { createConnection, ProposedFeatures } from "vscode-languageserver/node"
import { addressOf } from "./node/address.ts"
import { isRefused, lineOver, troubleWith } from "./node/line.ts"
import { logsBelow } from "./node/logsBelow.ts"
import { usage, type Way, wanted } from "./node/wanted.ts"
import type { Host } from "./protocol/host.ts"
import { version } from "./version.ts"

/** What came before the end of a line may still be answered for so long, in milliseconds. */
const GRACE = 100

/** Serves the client that started this process, over what its arguments name. */
export function connect(serve: (host: Host) => void): void {
  const what = wanted(process.argv.slice(2))
  switch (what.kind) {
    case "help":
      process.stdout.write(usage)
      break
    case "version":
      process.stdout.write(`${version}\n`)
      break
    case "wrong":
      process.stderr.write(`dsreg-language-server: ${what.why}\n\n${usage}`)
      process.exitCode = 2
      break
    case "serve":
      if (what.way.kind === "ipc" && !process.connected) {
        process.stderr.write("dsreg-language-server: --node-ipc is for a Node program that opened a channel\n")
        process.exitCode = 2
      } else {
        serve(host(what.way))
      }
  }
}

function host(way: Way): Host {
  const [reader, writer] = lineOver(way)
  return {
    reader,
    writer,
    files: { logsIn: logsBelow, addressOf },
    connect: (gate, out) => createConnection(ProposedFeatures.all, gate, out),
    closed: (isOver) => {
      setTimeout(() => process.exit(isOver ? 0 : 1), GRACE)
    },
    lost: (error) => {
      process.stderr.write(`dsreg-language-server: ${troubleWith(way, error)}\n`)
      process.exit(isRefused(error) ? 2 : 1)
    },
  }
}
