import type { Phase } from "../code.ts"
import type { Confidence } from "../confidence.ts"
import type { Source } from "../source.ts"

/** One event of Windows that tells about a join, a token or Windows Hello where dsregcmd does not. */
export interface EventEntry {
  readonly kind: "event-entry"
  readonly id: number
  /** The log it stands in, below Applications and Services Logs > Microsoft > Windows. */
  readonly log: EventLog
  /** A few words for a list or a line end, lower case, no full stop: `join succeeded`. */
  readonly title: string
  /** How the event's own text begins, in lower case, by which it is known when it was pasted without its header. */
  readonly sentences?: readonly string[]
  /** Absent where the title says all that is known. */
  readonly meaning?: string
  /** What to read in it, or what to do. */
  readonly read?: string
  /** What it reports by itself; it says nothing about how serious that is. */
  readonly nature: "failure" | "information" | "success"
  readonly about: EventSubject
  /** The phase it stands for; absent where the event itself names one. */
  readonly phase?: Phase
  readonly confidence?: Confidence
  readonly sources: readonly [Source, ...Source[]]
}

/**
 * The families of logs; AAD has its errors and warnings in Operational, the rest in Analytic. Enrollment in device
 * management writes to the Admin log of its own provider, and Windows Autopilot to a log of its own.
 */
export type EventLog =
  | "User Device Registration"
  | "AAD"
  | "DeviceManagement-Enterprise-Diagnostics-Provider"
  | "ModernDeployment-Diagnostics-Provider"

/**
 * What an event tells about.
 *
 * - `join`: the registration of the device.
 * - `network`: a call on behalf of it.
 * - `sign-in`: the user's PRT, and how Windows knows the user.
 * - `app`: one app that asked for a token.
 * - `hello`: Windows Hello for Business.
 * - `security-key`: a FIDO2 security key.
 * - `enrollment`: enrollment in device management.
 * - `setup`: Windows Autopilot, which sets the PC up before it joins.
 * - `system`: something inside Windows that came along.
 */
export type EventSubject =
  | "join"
  | "network"
  | "sign-in"
  | "app"
  | "hello"
  | "security-key"
  | "enrollment"
  | "setup"
  | "system"

/** An event of which no page tells more than its own text does. */
export interface ToldEvent {
  readonly id: number
  readonly title: string
  /** How its text begins, where no other one begins so. */
  readonly says?: string
  readonly meaning?: string
  readonly read?: string
  /** A failure, where nothing else is said. */
  readonly nature?: EventEntry["nature"]
  readonly phase?: Phase
}

/** The entries of such events, which rest on public lists of the texts that Windows has for them. */
export function told(
  { log, about, source }: { readonly log: EventLog; readonly about: EventSubject; readonly source: Source },
  events: readonly ToldEvent[],
): readonly EventEntry[] {
  return events.map(({ says, nature = "failure", ...event }) => ({
    kind: "event-entry",
    log,
    about,
    nature,
    ...event,
    ...(says !== undefined && { sentences: [says.toLowerCase()] }),
    confidence: "reported",
    sources: [source],
  }))
}
