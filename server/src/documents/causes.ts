import { type Cause, causeOf } from "../core/diagnosis/fleet.ts"
import { hasSubstance } from "../core/log/substance.ts"
import type { PlacedChunk } from "./logDocument.ts"

/** What a log comes to, and the line that says so, or that the log begins at: enough to count the logs of a folder. */
export interface PlacedCause {
  readonly cause: Cause
  /** From 0. */
  readonly line: number
}

/** The cause of a chunk that holds a log, or that could not be read. */
export function causesOf({ chunk, firstLine }: PlacedChunk): readonly PlacedCause[] {
  const { diagnosis, text, lines } = chunk
  const { evidence, root, faults } = diagnosis
  if (faults.length === 0 && !hasSubstance(evidence.capture)) return []
  const start = root?.span.start ?? evidence.capture.sections[0]?.span.start ?? Math.max(0, text.search(/\S/))
  return [{ cause: causeOf(diagnosis), line: firstLine + lines.positionAt(start).line }]
}
