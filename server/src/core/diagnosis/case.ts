import { type CaseFacts, caseFactsOf } from "../evidence/caseFacts.ts"
import type { CaseRule } from "../rules/case/caseRule.ts"
import { caseRules } from "../rules/case/catalogue.ts"
import { concluded, type Diagnosis } from "./diagnose.ts"
import { type Fault, faultFinding, faultRule } from "./fault.ts"
import { type Reported, reported } from "./reported.ts"

/** Files of more logs than these are collections: nobody reads them as one case, and an edit in them has to stay fast. */
export const MOST_COMPARED = 100

/** What the logs beside one say of it. */
export interface Beside {
  readonly findings: readonly Reported[]
  /** What of ours broke while they were compared; it is told with the first of them. */
  readonly faults: readonly Fault[]
}

/** Nothing is said of a log, as where it stands alone. */
export const nothingBeside: Beside = { findings: [], faults: [] }

/**
 * What the logs of one file, or of a folder, show together and none of them alone, for each of them. They are compared
 * by their facts, so that nobody has to hold their texts.
 */
export function besideEach(
  logs: readonly CaseFacts[],
  rules: readonly CaseRule[] = caseRules,
  most = MOST_COMPARED,
): readonly Beside[] {
  if (logs.length < 2 || logs.length > most) return logs.map(() => nothingBeside)
  const faults: Fault[] = []
  const found = new Map<number, Reported[]>()
  for (const rule of rules) {
    try {
      for (const { of, finding } of Array.from(rule.compare(logs)))
        found.set(of, [...(found.get(of) ?? []), reported(finding, rule)])
    } catch (error) {
      faults.push({ what: `rule ${rule.id}`, error })
    }
  }
  return logs.map((_, index) => {
    const findings = found.get(index)
    const own = index === 0 ? faults : nothingBeside.faults
    return findings || own.length > 0 ? { findings: findings ?? [], faults: own } : nothingBeside
  })
}

/** The readings of several logs, each with what the others say of it. Those that nothing is added to stay the same objects. */
export function diagnoseCase(alone: readonly Diagnosis[]): readonly Diagnosis[] {
  const beside = besideEach(alone.map(({ evidence }) => caseFactsOf(evidence)))
  return alone.map((diagnosis, index) => withBeside(diagnosis, beside[index] ?? nothingBeside))
}

/** A reading with what the logs beside it say, and the verdict that all of it comes to. */
export function withBeside(diagnosis: Diagnosis, beside: Beside): Diagnosis {
  if (beside.findings.length === 0 && beside.faults.length === 0) return diagnosis
  const { evidence, findings, folded } = diagnosis
  const told = beside.faults.map((fault) => reported(faultFinding(evidence.capture, fault), faultRule))
  const all = [...findings, ...folded.map(({ finding }) => finding), ...beside.findings, ...told]
  return concluded(evidence, all, [...diagnosis.faults, ...beside.faults])
}
