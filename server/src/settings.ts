import type { Severity } from "./core/rule.ts"

/** What a user can set, under `dsreg.*`. */
export interface Settings {
  /** Off: the server publishes no diagnostics; hover and actions stay. */
  readonly enable: boolean
  /** Another severity for a rule, or `off`, by rule id. */
  readonly severity: Readonly<Record<string, Severity | "off">>
  /** Which words stand beside values: the meaning of codes, and ages by the log's own clock. */
  readonly hints: { readonly names: boolean; readonly ages: boolean }
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = { enable: true, severity: {}, hints: { names: true, ages: true } }

/** Reads the section `dsreg` of a client's configuration; what is missing or of a wrong type keeps its default. */
export function settingsFrom(section: unknown): Settings {
  if (!isRecord(section)) return defaultSettings
  const severity: Record<string, Severity | "off"> = {}
  for (const [rule, value] of Object.entries(isRecord(section.severity) ? section.severity : {})) {
    if (value === "error" || value === "warning" || value === "info" || value === "off") severity[rule] = value
  }
  const hints = isRecord(section.hints) ? section.hints : {}
  return {
    enable: section.enable !== false,
    severity,
    hints: { names: hints.names !== false, ages: hints.ages !== false },
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
