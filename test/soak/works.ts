import type { ProtocolConnection } from "vscode-languageserver/node"
import { logText } from "../../bench/content/logText.ts"

/** Something that is done to a server again and again; what it does first is not watched. */
export interface Work {
  readonly name: string
  readonly before: (client: ProtocolConnection) => Promise<void>
  /** The work number so much, from 0. */
  readonly once: (client: ProtocolConnection, index: number) => Promise<void>
}

const LONG = "file:///long.dsreg"

/** Types a letter anywhere into a log of this size or takes the last one back, and asks now and then what a window asks. */
export function edits(letters: number): Work {
  const text = logText(letters)
  const lines = text.split("\n")
  return {
    name: "edits",
    before: async (client) => {
      await open(client, LONG, text)
      await look(client, LONG, 3)
    },
    once: async (client, index) => {
      // A number that is prime to the lines goes through all of them before it comes again.
      const line = ((index >> 1) * 7_919) % lines.length
      const character = Math.min(20, lines[line]?.trimEnd().length ?? 0)
      const start = { line, character }
      const isBack = index % 2 === 1
      await client.sendNotification("textDocument/didChange", {
        textDocument: { uri: LONG, version: index + 2 },
        contentChanges: [
          { range: { start, end: { line, character: character + Number(isBack) } }, text: isBack ? "" : "x" },
        ],
      })
      if (index % 10 === 9) await look(client, LONG, line)
    },
  }
}

/** Opens a log that is another one each time, asks what a window asks, and closes it. */
export const documents: Work = {
  name: "documents",
  before: async () => undefined,
  once: async (client, index) => {
    const uri = `file:///log-${index}.dsreg`
    await open(client, uri, logText(20_000).replaceAll("PC", `PC${index}`))
    await look(client, uri, 3)
    await client.sendNotification("textDocument/didClose", { textDocument: { uri } })
  },
}

async function open(client: ProtocolConnection, uri: string, content: string): Promise<void> {
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "dsreg", version: 1, text: content },
  })
}

/** What a window asks about a log that it shows. */
async function look(client: ProtocolConnection, uri: string, line: number): Promise<void> {
  const textDocument = { uri }
  const position = { line, character: 4 }
  const range = { start: position, end: { line: line + 50, character: 0 } }
  await client.sendRequest("textDocument/diagnostic", { textDocument })
  await client.sendRequest("textDocument/hover", { textDocument, position })
  await client.sendRequest("textDocument/inlayHint", { textDocument, range })
  await client.sendRequest("textDocument/semanticTokens/range", { textDocument, range })
  await client.sendRequest("textDocument/codeLens", { textDocument })
  await client.sendRequest("dsreg/status", { uri })
}
