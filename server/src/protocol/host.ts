import type { Connection, MessageReader, MessageWriter } from "vscode-languageserver"
import type { Read } from "../documents/chunk.ts"
import type { LogsSource } from "./logsSource.ts"

/** What a server runs on: the two ends of a line to its client, and what else the platform can do. */
export interface Host {
  readonly reader: MessageReader
  readonly writer: MessageWriter
  /** The platform's connection over a line. */
  connect(reader: MessageReader, writer: MessageWriter): Connection
  /** The line is closed; `isOver` where the client said goodbye before. */
  closed(isOver: boolean): void
  /** The line is broken, so that nothing that comes over it can be made out any more. */
  lost(error: Error): void
  /** Reads the logs of the workspace's folders, where the platform has files. */
  readonly files?: Files
  /** Takes the place of the core's own reader, for tests that break it. */
  readonly read?: Read
}

/** The files of this machine, as far as they are logs. */
export interface Files {
  /** The logs below folders, which are asked for each time by their addresses. */
  logsIn(folders: () => readonly string[]): LogsSource
  /** The address of a file as it is written here, however a client does; any other address as it is. */
  addressOf(uri: string): string
}
