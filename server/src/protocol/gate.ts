import type { Message, MessageReader } from "vscode-languageserver"
import { ErrorCodes, Event } from "../features/lsp.ts"
import type { Host } from "./host.ts"

/** What a client has said so far: nothing, hello, goodbye. */
type Phase = "before" | "served" | "over"

/**
 * Stands between a client and its server, and answers what the protocol wants refused, whatever the server's handlers
 * would make of it: requests before `initialize`, a second one of these, requests after `shutdown`, and what is no
 * message at all. Notifications at these times are dropped, but `exit`.
 */
export function gated({ reader, writer, closed, lost }: Omit<Host, "connect">): MessageReader {
  let phase: Phase = "before"

  /** The refusal of a message, or undefined for one that may pass. */
  function refusal(message: Envelope): Refusal | undefined {
    if (!isMessage(message)) return [ErrorCodes.InvalidRequest, "This is no message of JSON-RPC 2.0"]
    const { method } = message
    if (method === undefined || method === "exit") return undefined
    const isFirst = method === "initialize" && message.id !== undefined
    if (phase === "before" && !isFirst) return [ErrorCodes.ServerNotInitialized, "The server waits for `initialize`"]
    if (phase === "over") return [ErrorCodes.InvalidRequest, "The server is shut down"]
    if (phase === "served" && isFirst) return [ErrorCodes.InvalidRequest, "`initialize` may be sent once"]
    if (isFirst) phase = "served"
    if (method === "shutdown" && message.id !== undefined) phase = "over"
    return undefined
  }

  function refuse(request: Envelope | null, [code, message]: Refusal): void {
    const id = request?.method !== undefined && isId(request.id) ? request.id : null
    const answer = { jsonrpc: "2.0", id, error: { code, message } }
    // A client that is gone needs no answer.
    writer.write(answer as Message).catch(() => undefined)
  }

  reader.onError((error) => {
    if (error instanceof SyntaxError) refuse(null, [ErrorCodes.ParseError, "This is no JSON"])
    else lost(error)
  })

  reader.onClose(() => closed(phase === "over"))

  return {
    onError: reader.onError,
    // A connection that knew would throw at whatever is still to be answered or logged; the host ends in time.
    onClose: Event.None,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (callback) =>
      reader.listen((message) => {
        const refused = refusal(message as Envelope)
        if (!refused) callback(message)
        else if (!isNotification(message as Envelope)) refuse(message as Envelope, refused)
      }),
  }
}

type Refusal = readonly [code: number, message: string]

/** Whatever a client sent, as far as it looks like a message. */
interface Envelope {
  readonly jsonrpc?: unknown
  readonly id?: unknown
  readonly method?: unknown
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: unknown
}

/** Whether it is a request, a notification or an answer. A request without an id could not be answered. */
function isMessage(message: Envelope | null): boolean {
  if (typeof message !== "object" || message === null || message.jsonrpc !== "2.0") return false
  const { id, method, params, result, error } = message
  if (method === undefined) return (id === null || isId(id)) && (result !== undefined || error !== undefined)
  const isSound = typeof method === "string" && (id === undefined || isId(id))
  if (method === "$/cancelRequest") return isSound && isId((params as { readonly id?: unknown } | undefined)?.id)
  // Some clients write `null` where there is nothing to say.
  return isSound && (params === undefined || typeof params === "object")
}

function isNotification(message: Envelope | null): boolean {
  return typeof message?.method === "string" && message.id === undefined
}

function isId(id: unknown): id is number | string {
  return typeof id === "number" || typeof id === "string"
}
