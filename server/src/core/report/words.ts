import type { Report, ReportIdentity } from "./report.ts"
import type { StageState } from "./stages.ts"

/** A state in words, and as a sign beside them. */
export const STATES: Readonly<Record<StageState, { readonly word: string; readonly sign: string }>> = {
  passed: { word: "passed", sign: "✓" },
  failed: { word: "failed", sign: "✗" },
  skipped: { word: "skipped", sign: "»" },
  unknown: { word: "unknown", sign: "?" },
  "not-applicable": { word: "not applicable", sign: "–" },
}

/** A severity in words. */
export const SEVERITIES = { error: "Error", warning: "Warning", info: "Information" } as const

/** What an identity is one of, with the field that has it: "Device, `DeviceId`". */
export function identityWords({ kind, field }: ReportIdentity): string {
  const word = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  return field === undefined ? word : kind === "other" ? `\`${field}\`` : `${word}, \`${field}\``
}

/** How often a name stands in the log, where it is more than once. */
export function times({ times }: ReportIdentity): string {
  return times > 1 ? `, ${times} times` : ""
}

/** Whether a timeline has times of copied events, whose zone is not known. */
export function hasLocalTimes({ timeline }: Report): boolean {
  return timeline.some(({ isUtc }) => !isUtc)
}

/** Said below such a timeline. */
export const LOCAL_TIMES = "Times of copied events stand as they are written, in a zone that the log need not name."

/** Said where nothing is wrong. */
export const NOTHING_TO_DO = "Nothing: the log shows no fault."

/** Said where a report ends. */
export const SHARING =
  "This report quotes lines of the log, which name devices, users and tenants. Read it before you share it."
