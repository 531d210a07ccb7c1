import { redact } from "../core/redact/redact.ts"

/** A log without what names anybody, to show and to copy. */
export interface Redaction {
  readonly text: string
  /** How many things got a pseudonym. */
  readonly count: number
}

/** The text without what names anybody; the ids of requests stay where support is to find them. */
export function redaction(text: string, keepsRequestIds: boolean): Redaction {
  const { text: redacted, replaced } = redact(text, { keepsRequestIds })
  return { text: redacted, count: replaced.length }
}
