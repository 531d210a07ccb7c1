import assert from "node:assert/strict"
import { PassThrough } from "node:stream"
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node"
import { troubleWith } from "../../server/src/node/line.ts"
import { serve } from "../../server/src/protocol/server.ts"
import { RawClient, started } from "../support/rawClient.ts"
import { inTime } from "./inTime.ts"
import { type Oracle, oracle } from "./oracle.ts"
import { anyWire, type Sent } from "./wire.ts"

/** A server at the other end of a line, and how it ended: `lost` with a reason, or because the line was closed. */
interface Line {
  readonly client: RawClient
  readonly end: () => void
  readonly ended: Promise<{ readonly code: number | null; readonly told: string }>
}

/** The server as it is shipped, over its standard input and output. */
async function process(): Promise<Line> {
  const { process: child, ended, errors } = await started(["--stdio"])
  const { stdin, stdout } = child
  assert.ok(stdin && stdout)
  return {
    client: new RawClient(stdout, stdin),
    end: () => stdin.end(),
    ended: ended.then((code) => ({ code, told: errors() })),
  }
}

/** The same in this process, over streams. */
async function here(): Promise<Line> {
  const up = new PassThrough()
  const down = new PassThrough()
  const reader = new StreamMessageReader(up)
  // It waits for the rest of half a message for ever, which keeps the process that the tests run in.
  reader.partialMessageTimeout = 0
  const ended = new Promise<{ code: number; told: string }>((resolve) => {
    serve({
      reader,
      writer: new StreamMessageWriter(down),
      connect: (reader, writer) => createConnection(reader, writer),
      closed: (isOver) => resolve({ code: isOver ? 0 : 1, told: "" }),
      lost: (error) => resolve({ code: 1, told: `dsreg-language-server: ${troubleWith({ kind: "stdio" }, error)}` }),
    })
  })
  return { client: new RawClient(down, up), end: () => up.end(), ended }
}

const uri = "file:///wire.dsreg"
const text = "AzureAdJoined : NO\nDRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"

/**
 * Whatever bytes come: while frames can be made out, each request is answered and an open log is what it is; where they
 * cannot, the server ends by itself or when the line does, with a code and a sentence.
 */
function wire(name: string, share: number, connect: () => Promise<Line>): Oracle {
  return oracle<readonly Sent[]>({
    name,
    cases: anyWire,
    share,
    holds: async (sent) => {
      const { client, end, ended } = await connect()
      const capabilities = { textDocument: { diagnostic: {} } }
      await client.request("initialize", { processId: null, rootUri: null, capabilities })
      client.notify("initialized", {})
      for (const { bytes } of sent) client.write(bytes)
      if (sent.every(({ isSound }) => isSound)) {
        client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "dsreg", version: 1, text } })
        const asked = client.request("textDocument/diagnostic", { textDocument: { uri } })
        const { result } = await inTime(asked, "diagnostics")
        assert.equal(result.items.length, 1)
        for (const { bytes } of sent) {
          const id = /^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2.0","id":"(garbage [^"]*)"/.exec(bytes)?.[1]
          if (id) await inTime(client.answer(id), id)
        }
      }
      end()
      const { code, told } = await inTime(ended, "the end")
      assert.equal(code, 1)
      assert.match(told, sent.every(({ isSound }) => isSound) ? /^$/ : /^(?:dsreg-language-server: .+\s*)?$/)
    },
  })
}

export const wires = [wire("wire", 20, here), wire("wire-process", 2, process)]
