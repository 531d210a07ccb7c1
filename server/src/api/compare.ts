import { compared } from "../core/diagnosis/comparison.ts"
import { diagnose } from "../core/diagnosis/diagnose.ts"
import { comparisonMarkdown, comparisonText } from "../core/explain/comparison.ts"
import { type PlacedCapture, placedCaptures, positions } from "../core/log/placed.ts"
import { hasSubstance } from "../core/log/substance.ts"
import { type ComparisonReport, comparisonReport } from "../core/report/comparisonReport.ts"

/** What changed between an earlier and a later log, and the same in words. */
export interface Comparison extends ComparisonReport {
  readonly text: string
  readonly markdown: string
}

/**
 * Compares two texts by what their logs mean, not line by line; of several logs in a text the last one counts.
 * Undefined where one of them holds none.
 */
export function compare(before: string, after: string): Comparison | undefined {
  const [earlier, later] = [lastLog(before), lastLog(after)]
  if (!earlier || !later) return undefined
  const comparison = compared(diagnose(earlier.capture), diagnose(later.capture))
  return {
    ...comparisonReport(comparison, positions(earlier), positions(later)),
    text: comparisonText(comparison, (text) => text),
    markdown: comparisonMarkdown(comparison),
  }
}

function lastLog(text: string): PlacedCapture | undefined {
  return placedCaptures(text).findLast(({ capture }) => hasSubstance(capture))
}
