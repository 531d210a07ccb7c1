import type { CaseFacts } from "../evidence/caseFacts.ts"
import type { Phase } from "../knowledge/code.ts"
import { clonedImage } from "../rules/case/clonedImage.ts"
import type { Severity } from "../rules/rule.ts"
import { besideEach } from "./case.ts"
import type { Diagnosis } from "./diagnose.ts"
import type { Fault } from "./fault.ts"

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

/** What a reading comes to. */
export function causeOf({ root, phase }: Diagnosis): Cause {
  return {
    severity: root?.severity ?? "none",
    phase: phase ?? null,
    rule: root?.rule.id ?? null,
    code: root?.code ?? null,
    message: root?.message ?? HEALTHY,
    summary: root?.rule.summary ?? HEALTHY,
  }
}

const HEALTHY = "The log shows no fault"

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

/** What is left to tell where the clones are told: those in one file are found by its own rule too. */
export function groupsBesideClones({ groups, clones }: Summary): readonly Group[] {
  return clones.length === 0 ? groups : groups.filter(({ rule }) => rule !== clonedImage.id)
}

/** The summary of all logs, in the order they were read. */
export function summaryOf(records: readonly LogRecord[]): Summary {
  const { clones, faults } = cloneGroups(records)
  return {
    logs: records.length,
    files: new Set(records.map(({ place }) => place.file)).size,
    groups: groupsOf(records),
    clones,
    faults,
  }
}

/** Logs by their causes, the worst first, and of these what most logs have. */
export function groupsOf(records: Iterable<Pick<LogRecord, "place" | "cause">>): readonly Group[] {
  const found = new Map<string, { cause: Cause; message: string; logs: LogPlace[] }>()
  for (const { cause, place } of records) {
    const key = causeKey(cause)
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

/** The same for all logs that are counted as one cause. */
export function causeKey({ severity, phase, rule, code }: Pick<Cause, "severity" | "phase" | "rule" | "code">): string {
  return [severity, phase, rule, code].join(" ")
}

const WORST: readonly Cause["severity"][] = ["error", "warning", "info", "none"]

/** The rule that compares the logs of a file says which are clones; those with one identity stand together. */
export function cloneGroups(
  records: readonly Pick<LogRecord, "place" | "facts">[],
): Pick<Summary, "clones" | "faults"> {
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
