import type { JoinType } from "./joinType.ts"

/**
 * Whose rights a step needs: `administrator` is an elevated prompt on the PC, or on the server that `where` names;
 * `directory-administrator` is whoever keeps what `where` names.
 */
export type Rights = "user" | "administrator" | "system" | "directory-administrator"

/**
 * What a step does to a working system: it looks and nothing more, it changes something, or it takes somebody's
 * sign-in away, so that the user has to sign in again or the device has to join again.
 */
export type Risk = "reads" | "changes" | "ends-sign-ins"

/**
 * What a step works on; the device where nothing is said. `directory` is either of the two before it, where a step is for
 * whoever has one of them; `sync-server` is the one with Microsoft Entra Connect, `agent-server` one with an agent of
 * pass-through authentication; `management` is Intune or another MDM, `app` a program and its registration.
 */
export type Where =
  | "device"
  | "entra"
  | "active-directory"
  | "directory"
  | "sync-server"
  | "agent-server"
  | "federation-service"
  | "network"
  | "management"
  | "app"

/** What a sentence among the steps is where it is none: something to know, told with the why, or what has to hold first. */
export type Role = "fact" | "condition"

/** What can be said of a step beside its sentence; what is absent is not said, and gets no mark. */
export interface StepTraits {
  readonly rights?: Rights
  readonly risk?: Risk
  readonly where?: Where
  readonly role?: Role
  /** The join types that it is for, all where nothing is said. A log that shows another one has no such step. */
  readonly joins?: readonly JoinType[]
  /** What its result tells, where the sentence does not say it. */
  readonly proves?: string
  /** What the log answers by itself; the first that fits counts. */
  readonly inLog?: readonly [Answer, ...Answer[]]
}

/**
 * What becomes of a step in a log that has what it asks for. It is an errand only where nobody has a log, as on the
 * page of a code.
 */
export interface Answer {
  /** The fields that hold it, the first that the log prints; `Event 305` is an event. */
  readonly fields: readonly [string, ...string[]]
  /** The values that this answer is for; any where nothing is said. */
  readonly when?: RegExp
  /** Said in place of the step: a step that is left, or a sentence with nothing left to do. Without it the step is done. */
  readonly leaves?: string | Step
}

/** One thing to do. */
export interface Step extends StepTraits {
  readonly kind: "step"
  /**
   * A sentence or two, in which backticks mark code. A field in braces is one whose value the reader needs, such as
   * {Endpoint URI}: a page of the catalogue names it, and where there is a log its value stands beside the name. In a
   * command, as in `nltest /dsgetdc:{Domain}`, the value stands in its place.
   */
  readonly text: string
}

/** Something to know that nobody has to do; it stands with the why and gets no number. */
export function fact(text: string, traits: Omit<StepTraits, "risk" | "role"> = {}): Step {
  return { kind: "step", text, role: "fact", ...traits }
}

/** What has to hold before the first step; it stands before all others. */
export function condition(text: string, traits: Omit<StepTraits, "role"> = {}): Step {
  return { kind: "step", text, role: "condition", ...traits }
}

/** A step that only looks. */
export function reads(text: string, traits: Omit<StepTraits, "risk"> = {}): Step {
  return { kind: "step", text, risk: "reads", ...traits }
}

/** A step that changes the device, or what `where` names. */
export function changes(text: string, traits: Omit<StepTraits, "risk"> = {}): Step {
  return { kind: "step", text, risk: "changes", ...traits }
}

/** A step after which somebody has to sign in again, or the device has to join again. */
export function endsSignIns(text: string, traits: Omit<StepTraits, "risk"> = {}): Step {
  return { kind: "step", text, risk: "ends-sign-ins", ...traits }
}
