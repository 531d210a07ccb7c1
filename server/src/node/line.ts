import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node"
import type { Way } from "./wanted.ts"

/** The two ends of a line to the client. A port or a pipe is connected to meanwhile; where it cannot be, the reader says so. */
export function lineOver(way: Way): readonly [MessageReader, MessageWriter] {
  switch (way.kind) {
    case "stdio":
      return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)]
    case "ipc":
      return [new ChannelReader(process), new IPCMessageWriter(process)]
    case "socket":
      return createServerSocketTransport(way.port)
    case "pipe":
      return createServerPipeTransport(way.name)
  }
}

/** The library waits for an event that a process never has of itself. */
class ChannelReader extends IPCMessageReader {
  constructor(channel: NodeJS.Process) {
    super(channel)
    channel.once("disconnect", () => this.fireClose())
  }
}

/** Whether there was nobody at the other end to begin with. */
export function isRefused(error: Error): boolean {
  return reasonOf(error) !== undefined
}

/** What went wrong with a line, in words. */
export function troubleWith(way: Way, error: Error): string {
  const to = way.kind === "socket" ? `port ${way.port}` : way.kind === "pipe" ? way.name : "the editor"
  const reason = reasonOf(error)
  return reason
    ? `cannot connect to ${to}: ${reason}`
    : `the connection to ${to} broke: ${error.message.split("\n")[0]}`
}

function reasonOf(error: Error): string | undefined {
  return "code" in error ? REASONS[String(error.code)] : undefined
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "it may not be opened",
  ECONNREFUSED: "nobody listens there",
  ENOENT: "there is nothing of this name",
  ENOTSOCK: "it is no pipe",
}
