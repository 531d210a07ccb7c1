import { WatchedServer } from "../soak/watchedServer.ts"

const uri = "file:///giant.dsreg"

/** What a window asks about a log, in the server as it is shipped: how long each took in milliseconds, by its name. */
export async function askedOf(
  text: string,
  line: number,
): Promise<{ times: Record<string, number>; resident: number }> {
  const server = new WatchedServer()
  await server.start()
  const { client } = server
  const textDocument = { uri }
  const times: Record<string, number> = {}
  const range = { start: { line, character: 0 }, end: { line: line + 50, character: 0 } }
  const questions: Readonly<Record<string, object>> = {
    "textDocument/diagnostic": { textDocument },
    "textDocument/hover": { textDocument, position: { line, character: 4 } },
    "textDocument/semanticTokens/range": { textDocument, range },
    "textDocument/semanticTokens/full": { textDocument },
    "textDocument/documentSymbol": { textDocument },
    "dsreg/report": { uri, line, name: "a" },
  }
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "dsreg", version: 1, text },
  })
  for (const [method, params] of Object.entries(questions)) {
    const begin = performance.now()
    await client.sendRequest(method, params)
    times[method] = performance.now() - begin
  }
  const { resident } = await server.memory()
  await server.stop()
  return { times, resident }
}
