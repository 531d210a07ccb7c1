import type { FolderSettings } from "../features/settings.ts"

/** Finds and reads closed logs, and hands over their texts while it goes on. */
export type LogsSource = (wanted: WantedLogs, take: (logs: readonly LogText[]) => Promise<void>) => Promise<FoundLogs>

/** What to find and what to read of it. */
export interface WantedLogs extends FolderSettings {
  /** Only these are read, of what is found; all where it is missing. */
  readonly only?: readonly string[]
  /** Larger files are left out, in bytes. */
  readonly largest: number
  /** As much is read in all, in bytes; the rest is left out. */
  readonly total: number
}

/** A log that was read. */
export interface LogText {
  readonly uri: string
  readonly text: string
}

/** What there is in the folder, read or not. */
export interface FoundLogs {
  readonly uris: readonly string[]
  /** Of these, what was to be read and is no log, or cannot be read: whatever it was before, it is that no more. */
  readonly unread?: readonly string[]
  /** There is more than was looked at. A client that hands over logs tells that itself. */
  readonly isCut?: boolean
}
