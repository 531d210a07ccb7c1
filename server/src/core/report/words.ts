import type { Say } from "../explain/say.ts"
import type { Severity } from "../rules/rule.ts"
import type { ReportIdentity } from "./identities.ts"
import type { StageState } from "./stages.ts"
import type { Subject } from "./subject.ts"

/** A state as a sign; the word stands beside it. */
export const SIGNS: Readonly<Record<StageState, string>> = {
  passed: "✓",
  failed: "✗",
  skipped: "»",
  unknown: "?",
  "not-applicable": "–",
}

const STATES: Readonly<Record<StageState, (say: Say) => string>> = {
  passed: (say) => say("passed"),
  failed: (say) => say("failed"),
  skipped: (say) => say("skipped"),
  unknown: (say) => say("unknown"),
  "not-applicable": (say) => say("not applicable"),
}

/** A state in words. */
export function stateWord(state: StageState, say: Say): string {
  return STATES[state](say)
}

const SEVERITIES: Readonly<Record<Severity, (say: Say) => string>> = {
  error: (say) => say("Error"),
  warning: (say) => say("Warning"),
  info: (say) => say("Information"),
}

/** A severity in words. */
export function severityWord(severity: Severity, say: Say): string {
  return SEVERITIES[severity](say)
}

const KINDS: Readonly<Record<string, (say: Say) => string>> = {
  device: (say) => say("Device"),
  tenant: (say) => say("Tenant"),
  user: (say) => say("User"),
  request: (say) => say("Request"),
  other: (say) => say("Other"),
}

/** What an identity is one of, with the field that has it: "Device, `DeviceId`". */
export function identityWords({ kind, field }: ReportIdentity, say: Say): string {
  const word = KINDS[kind]?.(say) ?? kind
  return field === undefined ? word : kind === "other" ? `\`${field}\`` : `${word}, \`${field}\``
}

/** What a report is of; `file` is the name as its printer shows it. */
export function subjectWords(file: string, { line }: Subject, say: Say): string {
  return line === undefined ? file : say("{0}, log at line {1}", file, line)
}

/** The number of a line in words. */
export function lineWords(line: number, say: Say): string {
  return say("line {0}", line)
}

/** How often something stands in the log, where it is more than once. */
export function timesWords(times: number, say: Say): string {
  return times > 1 ? `, ${say("{0} times", times)}` : ""
}

/** Said where a report ends. */
export function sharingWords(say: Say): string {
  return say("This report quotes lines of the log, which name devices, users and tenants. Read it before you share it.")
}
