import type { Reported } from "../core/diagnosis/diagnose.ts"
import { documentation } from "../core/explain/explain.ts"
import type { Severity } from "../core/rules/rule.ts"
import type { Chunk } from "./chunk.ts"
import { movedBy, type Place, placeIn } from "./place.ts"

/** A finding as it is kept: what it says and where, without the text of the log. */
export interface KeptFinding extends Place {
  /** The id of its rule. */
  readonly rule: string
  /** As the rule weighs it; the user's severity is applied when somebody asks. */
  readonly severity: Severity
  /** The code at that place, else the rule. */
  readonly code: string
  readonly message: string
  /** The address of the public page that says more. */
  readonly page?: string
  readonly related?: readonly KeptRelated[]
}

/** Another place that belongs to a finding's story. */
export interface KeptRelated extends Place {
  readonly message: string
}

/** The findings of a chunk by its own lines. */
export function findingsIn(chunk: Chunk): readonly KeptFinding[] {
  return chunk.diagnosis.findings.map((finding) => kept(chunk, finding))
}

/** The same in a log in which the chunk begins at a line. */
export function findingAt(firstLine: number, finding: KeptFinding): KeptFinding {
  const moved = movedBy(firstLine, finding)
  return finding.related ? { ...moved, related: finding.related.map((place) => movedBy(firstLine, place)) } : moved
}

function kept(chunk: Chunk, { span, rule, severity, code, entry, message, related = [] }: Reported): KeptFinding {
  const page = documentation(entry?.sources ?? []) ?? documentation(rule.sources)
  return {
    ...placeIn(chunk, span),
    rule: rule.id,
    severity,
    code: code ?? rule.id,
    message,
    ...(page && { page: page.url }),
    ...(related.length > 0 && {
      related: related.map((place) => ({ ...placeIn(chunk, place.span), message: place.message })),
    }),
  }
}
