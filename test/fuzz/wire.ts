import fc from "fast-check"
import { frame } from "../support/rawClient.ts"

/** Bytes that a client sends, and whether the frames behind them can still be made out. */
export interface Sent {
  readonly what: string
  readonly bytes: string
  readonly isSound: boolean
}

const request = (method: string, params: unknown) =>
  frame(JSON.stringify({ jsonrpc: "2.0", id: `garbage ${method}`, method, params }))

const METHODS = [
  "textDocument/hover",
  "textDocument/diagnostic",
  "textDocument/semanticTokens/full",
  "textDocument/codeAction",
  "textDocument/inlayHint",
  "workspace/symbol",
  "workspace/executeCommand",
  "dsreg/report",
  "dsreg/export",
  "dsreg/redact",
  "dsreg/verdict",
  "dsreg/explain",
  "dsreg/unheardOf",
  "$/unheardOf",
]

const NOTIFICATIONS = [
  "textDocument/didOpen",
  "textDocument/didChange",
  "textDocument/didClose",
  "workspace/didChangeConfiguration",
  "workspace/didChangeWatchedFiles",
  "$/cancelRequest",
  "$/setTrace",
  "unheardOf",
]

const anything = fc.jsonValue({ maxDepth: 3 })
const params = fc.oneof(
  anything,
  fc.record({ textDocument: anything, position: anything, range: anything, contentChanges: anything }),
  fc.record({ textDocument: fc.record({ uri: anything, version: anything, text: anything }) }),
  fc.record({ uri: anything, line: anything, name: anything, format: anything, text: anything, id: anything }),
)
const body = fc.oneof(
  anything.map((value) => JSON.stringify(value)),
  fc.string(),
  fc.constantFrom("", "{", "[]", "\0", '{"jsonrpc":"2.0"}', '{"jsonrpc":"2.0","id":null,"method":null}', "\ufeff{}"),
)

const sound = fc.oneof(
  fc
    .tuple(fc.constantFrom(...METHODS), params)
    .map(([method, given]) => ["a request", request(method, given)] as const),
  fc
    .tuple(fc.constantFrom(...NOTIFICATIONS), params)
    .map(
      ([method, given]) =>
        ["a notification", frame(JSON.stringify({ jsonrpc: "2.0", method, params: given }))] as const,
    ),
  body.map((text) => ["a body", frame(text)] as const),
  body.map((text) => ["more headers", `Content-Type: a\r\n${frame(text)}`] as const),
)

/** Frames that cannot be read, or that hide what is behind them. */
const broken = fc.oneof(
  fc.constantFrom("\r\n\r\n", "GET / HTTP/1.1\r\n\r\n", "Content-Type: a\r\n\r\n", ": \r\n\r\n", "{}\r\n\r\n"),
  fc
    .tuple(fc.constantFrom("-1", "-5", "-1000000", "abc", "", "NaN", "1e3", "0x10", "7.5", "999999999999"), body)
    .map(([length, text]) => `Content-Length: ${length}\r\n\r\n${text}`),
  fc
    .tuple(
      body,
      fc.integer({ min: -40, max: 400 }).filter((off) => off !== 0),
    )
    .map(([text, off]) => `Content-Length: ${Math.max(0, Buffer.byteLength(text) + off)}\r\n\r\n${text}`),
  fc.tuple(body, fc.nat(60)).map(([text, cut]) => frame(text).slice(0, -1 - cut)),
)

/** What no client should send, in frames that can be told apart for the most part. */
export const anyWire: fc.Arbitrary<readonly Sent[]> = fc.array(
  fc.oneof(
    { arbitrary: sound.map(([what, bytes]): Sent => ({ what, bytes, isSound: true })), weight: 8 },
    { arbitrary: broken.map((bytes): Sent => ({ what: "a broken frame", bytes, isSound: false })), weight: 1 },
  ),
  { minLength: 1, maxLength: 12 },
)
