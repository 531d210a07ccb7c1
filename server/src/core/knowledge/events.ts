import type { Phase } from "../code.ts"
import type { Source } from "./source.ts"

/** One event that tells about a join where dsregcmd does not. */
export interface EventEntry {
  readonly kind: "event-entry"
  readonly id: number
  /** Where Event Viewer keeps it. */
  readonly log: string
  readonly meaning: string
  /** What to read in it. */
  readonly read: string
  /** The phase it stands for; absent where the event itself names one. */
  readonly phase?: Phase
  readonly sources: readonly [Source, ...Source[]]
}

const userDeviceRegistration = "Applications and Services Logs > Microsoft > Windows > User Device Registration > Admin"

const findPhase: Source = {
  page: "hybridJoin",
  heading: "Step 3: Find the phase in which the join failed, and the error code",
  anchor: "step-3-find-the-phase-in-which-the-join-failed-and-the-error-code",
}
const discover: Source = { page: "hybridJoin", heading: "Discover phase", anchor: "discover-phase" }

/**
 * The events to collect where the log has no Previous Registration block, as on Windows before 1803.
 * Microsoft's page names them; what they hold is read off the texts of the events themselves.
 */
export const eventEntries: readonly EventEntry[] = [
  {
    kind: "event-entry",
    id: 201,
    log: userDeviceRegistration,
    meaning: "Discovery of the registration service failed.",
    read: "The exit code: it is what newer Windows prints as the second code of DRS Discovery Test. Then the HTTP status and the server's response, if one came back.",
    phase: "discover",
    sources: [discover],
  },
  {
    kind: "event-entry",
    id: 204,
    log: userDeviceRegistration,
    meaning: "The join request got an error, or no usable answer, from the registration service.",
    read: "The exit code, the HTTP status and the server's response. They correspond to Client ErrorCode, Https Status, and Server ErrorCode with Server Message.",
    phase: "join",
    sources: [{ page: "hybridJoin", heading: "Join phase", anchor: "join-phase" }],
  },
  {
    kind: "event-entry",
    id: 304,
    log: userDeviceRegistration,
    meaning:
      "The automatic join failed. Its text speaks of the join phase, but its debug output names the phase that really failed.",
    read: "The exit code, the registration type, and `errorPhase` in the debug output. They correspond to Client ErrorCode, Registration Type and Error Phase.",
    sources: [findPhase],
  },
  {
    kind: "event-entry",
    id: 305,
    log: userDeviceRegistration,
    meaning: "The automatic join could not get a token from the federation service or Microsoft Entra ID.",
    read: "The exit code, the server error, and the ADAL code, message and log.",
    phase: "auth",
    sources: [findPhase, { page: "hybridJoin", heading: "Authentication phase", anchor: "authentication-phase" }],
  },
  {
    kind: "event-entry",
    id: 307,
    log: userDeviceRegistration,
    meaning: "The tenant's registration data could not be read from Active Directory, that is, from the SCP.",
    read: "The exit code.",
    phase: "discover",
    sources: [findPhase, discover],
  },
]
