import type { Place } from "./code.ts"
import type { Confidence } from "./confidence.ts"
import type { Advice, SharedText } from "./shared.ts"
import type { Source } from "./source.ts"

/**
 * What one message of the registration service means. Three causes share the server code `DirectoryError`,
 * and only the message tells them apart.
 */
export interface ServerMessage {
  readonly kind: "server-message"
  /** Permanent, kebab-case, names the fault: `device-object-not-found`. */
  readonly id: string
  /** The server code it comes with: `DirectoryError`. */
  readonly errorCode: string
  /** Finds the message in a `Server Message` value; tolerant of wording changes and masked identifiers, linear in time. */
  readonly pattern: RegExp
  /** The message as the service prints it. */
  readonly example: string
  readonly places: readonly [Place, ...Place[]]
  readonly title: string
  readonly cause: string | SharedText
  readonly resolution: readonly [Advice, ...Advice[]]
  readonly note?: string
  readonly confidence?: Confidence
  readonly sources: readonly [Source, ...Source[]]
}
