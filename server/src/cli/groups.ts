import { besideEach } from "../core/diagnosis/case.ts"
import type { Fault } from "../core/diagnosis/fault.ts"
import type { CaseFacts } from "../core/evidence/caseFacts.ts"
import type { Phase } from "../core/knowledge/code.ts"
import { clonedImage } from "../core/rules/case/clonedImage.ts"
import type { Severity } from "../core/rules/rule.ts"

/** Where somebody looks: the line that fails, or that a log begins at. */
export interface LogPlace {
  readonly file: string
  readonly line: number
}

/** What is kept of one log of a folder: a few words, and no text of it but the names that clones are found by. */
export interface LogRecord {
  readonly place: LogPlace
  readonly cause: Cause
  readonly facts: CaseFacts
}

/** What a log comes to, the same for all logs with the same trouble. */
export interface Cause {
  /** `none` where the log shows no fault. */
  readonly severity: Severity | "none"
  readonly phase: Phase | null
  readonly rule: string | null
  readonly code: string | null
  /** What is wrong, in a line. */
  readonly message: string
  /** The same for any log with this cause, where the messages of two logs differ. */
  readonly summary: string
}

/** Logs that have one cause. */
export interface Group extends Omit<Cause, "summary"> {
  readonly logs: readonly LogPlace[]
}

/** Logs of several computers with one device identity. */
export interface Clones {
  readonly computers: number
  readonly logs: readonly LogPlace[]
}

/** What a folder comes to. */
export interface Summary {
  readonly logs: number
  readonly files: number
  /** Worst first. */
  readonly groups: readonly Group[]
  readonly clones: readonly Clones[]
  /** What of ours broke while logs were compared. */
  readonly faults: readonly Fault[]
}

/** The summary of all logs, in the order they were read. */
export function summaryOf(records: readonly LogRecord[]): Summary {
  const { clones, faults } = clonesAmong(records)
  return {
    logs: records.length,
    files: new Set(records.map(({ place }) => place.file)).size,
    groups: groupsOf(records),
    clones,
    faults,
  }
}

function groupsOf(records: readonly LogRecord[]): readonly Group[] {
  const found = new Map<string, { cause: Cause; message: string; logs: LogPlace[] }>()
  for (const { cause, place } of records) {
    const key = [cause.severity, cause.phase, cause.rule, cause.code].join(" ")
    const known = found.get(key)
    if (!known) found.set(key, { cause, message: cause.message, logs: [place] })
    else {
      known.logs.push(place)
      if (known.message !== cause.message) known.message = cause.summary
    }
  }
  return [...found.values()]
    .map(({ cause: { summary: _, ...cause }, message, logs }) => ({ ...cause, message, logs }))
    .sort((a, b) => WORST.indexOf(a.severity) - WORST.indexOf(b.severity) || b.logs.length - a.logs.length)
}

const WORST: readonly Cause["severity"][] = ["error", "warning", "info", "none"]

/** The rule that compares the logs of a file says which are clones; those with one identity stand together. */
function clonesAmong(records: readonly LogRecord[]): Pick<Summary, "clones" | "faults"> {
  const beside = besideEach(
    records.map(({ facts }) => facts),
    [clonedImage],
    records.length,
  )
  const found = new Map<string, { computers: Set<string>; logs: LogPlace[] }>()
  for (const [index, { findings }] of beside.entries()) {
    const record = records[index]
    const { deviceId, thumbprint, computer } = record?.facts ?? {}
    const identity = deviceId ?? thumbprint
    if (!record || !identity || findings.length === 0) continue
    const known = found.get(identity.value) ?? { computers: new Set(), logs: [] }
    if (computer) known.computers.add(computer.value)
    known.logs.push(record.place)
    found.set(identity.value, known)
  }
  const clones = [...found.values()]
    .map(({ computers, logs }) => ({ computers: computers.size, logs }))
    .sort((a, b) => b.logs.length - a.logs.length)
  return { clones, faults: beside.flatMap((one) => one.faults) }
}
