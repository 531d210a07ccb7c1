import { LanguageServer } from "../client/languageServer.ts"
import { processMemory } from "../client/processMemory.ts"
import type { Content } from "../content/content.ts"
import { type ServerName, servers } from "../places.ts"
import type { Sample } from "../samples.ts"
import { spreadOf } from "../statistics.ts"

/** How often a character is typed and taken back. */
const EDITS = 10

/**
 * What an editor does with one document in a process that has just started, since the first seconds are what people
 * feel: open it and ask for diagnostics, then outline, folds, tokens, hovers, then edits with diagnostics after each.
 */
export async function* session(name: ServerName, content: Content): AsyncIterable<Sample> {
  const { languageId, text } = content
  const uri = `file:///bench/log.${languageId}`
  const begun = performance.now()
  const server = new LanguageServer(servers[name])
  yield { name: "start", value: (await server.initialize()).milliseconds }
  const atStart = processMemory(server.processId)

  const open = { method: "textDocument/didOpen", params: { textDocument: { uri, languageId, version: 1, text } } }
  const { milliseconds, result } = await server.ask("textDocument/diagnostic", { textDocument: { uri } }, open)
  yield { name: "start and open", value: performance.now() - begun }
  yield { name: "open", value: milliseconds }
  const atOpen = processMemory(server.processId)
  if (name === "dsreg" && (result as Report).items?.length === 0) throw new Error("dsreg found nothing in the logs")

  yield* structure(server, uri)
  if (name !== "json") yield { name: "tokens", value: await time(server, "semanticTokens/full", uri) }
  yield { name: "hover", value: await hovering(server, uri, content) }
  yield { name: "edit", value: await editing(server, uri, content, result as Report) }
  const atEnd = processMemory(server.processId)
  await server.stop()

  if (!atStart || !atOpen || !atEnd) return
  const megabytes = text.length / 1_000_000
  yield { name: "memory at start", value: atStart.now }
  yield { name: "memory when open", value: atOpen.now }
  yield { name: "memory at peak", value: atEnd.peak }
  yield { name: "memory per MB when open", value: (atOpen.now - atStart.now) / megabytes }
  yield { name: "memory per MB at peak", value: (atEnd.peak - atStart.now) / megabytes }
}

/** A server's answer to the question for diagnostics. */
interface Report {
  readonly items?: readonly unknown[]
  readonly resultId?: string
}

async function time(server: LanguageServer, question: string, uri: string): Promise<number> {
  return (await server.ask(`textDocument/${question}`, { textDocument: { uri } })).milliseconds
}

async function* structure(server: LanguageServer, uri: string): AsyncIterable<Sample> {
  const symbols = await time(server, "documentSymbol", uri)
  yield { name: "symbols", value: symbols }
  yield { name: "symbols and folds", value: symbols + (await time(server, "foldingRange", uri)) }
}

/** The median time of a hover. */
async function hovering(server: LanguageServer, uri: string, { hovers }: Content): Promise<number> {
  const times: number[] = []
  for (const position of hovers) {
    times.push((await server.ask("textDocument/hover", { textDocument: { uri }, position })).milliseconds)
  }
  return spreadOf(times).median
}

/** The median time from an edit to its diagnostics. */
async function editing(server: LanguageServer, uri: string, { edit }: Content, opened: Report): Promise<number> {
  const { line, character } = edit
  const typed = { range: { start: edit, end: edit }, text: "x" }
  const takenBack = { range: { start: edit, end: { line, character: character + 1 } }, text: "" }
  const times: number[] = []
  let { resultId } = opened
  for (let version = 2; version < 2 + 2 * EDITS; version++) {
    const textDocument = { uri, version }
    const contentChanges = [version % 2 === 0 ? typed : takenBack]
    const change = { method: "textDocument/didChange", params: { textDocument, contentChanges } }
    const question = { textDocument: { uri }, ...(resultId && { previousResultId: resultId }) }
    const { milliseconds, result } = await server.ask("textDocument/diagnostic", question, change)
    ;({ resultId } = result as Report)
    times.push(milliseconds)
  }
  return spreadOf(times).median
}
