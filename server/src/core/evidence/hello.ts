import { type FieldName, statusFields } from "../knowledge/fields/catalogue.ts"
import { NO } from "../knowledge/yesNo.ts"
import type { Field } from "../log/log.ts"
import type { Span } from "../text/span.ts"
import type { Evidence } from "./evidence.ts"

/** The result line where it says that Windows Hello will not be set up, in a log that can tell. */
export function willNotProvision(log: Evidence): Field | undefined {
  const result = log.field("PreReqResult")
  return result && !log.withoutUser && /^WillNotProvision$/i.test(result.value) ? result : undefined
}

/** Prerequisites in the order in which they have to be met, by each name that is printed, and what a NO means. */
const PREREQUISITES: readonly (readonly [FieldName, string])[] = statusFields.flatMap(
  ({ name, aliases = [], prerequisite: message }) =>
    message ? [name, ...aliases].map((printed) => [printed, message] as const) : [],
)

/**
 * One line of the check for Windows Hello, by its name as printed: where the titles are gone, only the spelling tells
 * its `OnPremTGT` from the `OnPremTgt` of SSO State.
 */
export function prerequisite(log: Evidence, name: FieldName): Field | undefined {
  return log.fields(name).find((field) => field.name === name)
}

/** Whether the first thing that Windows Hello waits for is the user's token; then it follows from what keeps that away. */
export function helloWaitsForToken(log: Evidence): boolean {
  return (
    willNotProvision(log) !== undefined &&
    missingPrerequisites(log)[0]?.span.start === prerequisite(log, "IsUserAzureAD")?.valueSpan.start
  )
}

/** A prerequisite that is not met, and what that means. */
export interface Missing {
  readonly span: Span
  readonly message: string
}

/** The prerequisites that say NO, in the order in which they have to be met. */
export function missingPrerequisites(log: Evidence): Missing[] {
  const missing: Missing[] = []
  for (const [name, message] of PREREQUISITES) {
    const field = log.field(name) && prerequisite(log, name)
    if (field && NO.test(field.value)) missing.push({ span: field.valueSpan, message })
  }
  return missing
}
