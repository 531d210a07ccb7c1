/** A failure that a log shows, as the editor has it. */
export interface Failure {
  readonly log: string
  readonly severity: "error" | "warning"
  readonly message: string
  /** From 0. */
  readonly line: number
}

/** Logs that show one failure, each at its first line that does. */
export interface CauseGroup {
  readonly severity: Failure["severity"]
  readonly message: string
  readonly logs: readonly Failure[]
}

/** Failures by what they say: errors before warnings, what most logs show first. */
export function causeGroups(failures: Iterable<Failure>): readonly CauseGroup[] {
  const groups = new Map<string, Map<string, Failure>>()
  for (const failure of failures) {
    const key = `${failure.severity} ${failure.message}`
    const logs = groups.get(key) ?? new Map<string, Failure>()
    groups.set(key, logs)
    const known = logs.get(failure.log)
    if (!known || failure.line < known.line) logs.set(failure.log, failure)
  }
  return Array.from(groups.values(), (found): CauseGroup | undefined => {
    const logs = [...found.values()]
    const [first] = logs
    return first && { severity: first.severity, message: first.message, logs }
  })
    .filter((group) => group !== undefined)
    .sort(
      (a, b) =>
        Number(a.severity === "warning") - Number(b.severity === "warning") ||
        b.logs.length - a.logs.length ||
        (a.message < b.message ? -1 : 1),
    )
}
