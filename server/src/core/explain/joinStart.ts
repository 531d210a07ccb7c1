import type { Reported } from "../diagnosis/diagnose.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { installExtension, startJoin } from "../knowledge/ladders.ts"
import type { Advice } from "../knowledge/shared.ts"
import { awaitsJoin } from "./ending.ts"

/**
 * What the advice on a join ends with where it does not say it itself: how the join is started once its fault is
 * repaired. A page of the catalogue has no join to start.
 */
export function joinStart(
  finding: Reported,
  log: Evidence,
  advice: Advice | readonly Advice[],
): readonly [] | readonly [Advice] {
  const isTold = [advice].flat().some((step) => step === startJoin || step === installExtension)
  return awaitsJoin(finding, log) && !isTold ? [startJoin] : []
}
