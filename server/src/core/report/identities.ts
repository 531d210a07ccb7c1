import type { Diagnosis } from "../diagnosis/diagnose.ts"
import { identitiesOf } from "../evidence/identity.ts"
import { type LineAt, type LogLine, logLine } from "./place.ts"

/** A name or number of a device, a tenant, a user or a request, as the log prints it first. */
export interface ReportIdentity {
  readonly kind: string
  /** The field that has it first, where it stands in one that is known. */
  readonly field?: string
  readonly name: string
  readonly place: LogLine
  readonly times: number
}

/** Each identity once, by what it names. */
export function identitiesFor({ evidence: { capture } }: Diagnosis, lineAt: LineAt): readonly ReportIdentity[] {
  const found = new Map<string, { kind: string; field?: string; name: string; place: LogLine; times: number }>()
  const { fields } = capture
  let next = 0
  for (const { kind, key, name, span } of identitiesOf(capture)) {
    if (kind === "code") continue
    // Both are in the order of the text.
    while ((fields[next]?.valueSpan.end ?? Number.POSITIVE_INFINITY) < span.end) next++
    const field = fields[next]
    const introduced = field && field.valueSpan.start <= span.start ? field.entry?.name : undefined
    const known = found.get(key)
    if (known) {
      known.times++
      if (known.kind === "other" && kind !== "other") known.kind = kind
    } else {
      found.set(key, {
        kind,
        ...(introduced && { field: introduced }),
        name,
        place: logLine(capture, span, lineAt),
        times: 1,
      })
    }
  }
  return [...found.values()].sort(
    (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.place.line - b.place.line,
  )
}

const KINDS: readonly string[] = ["device", "tenant", "user", "request", "other"]
