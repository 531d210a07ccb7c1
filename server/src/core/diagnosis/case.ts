import type { CaseFacts } from "../evidence/caseFacts.ts"
import { caseFactsOf } from "../evidence/caseFacts.ts"
import { caseRules } from "../rules/case/catalogue.ts"
import { concluded, type Diagnosis } from "./diagnose.ts"
import { type Fault, faultFinding, faultRule } from "./fault.ts"
import { type Reported, reported } from "./reported.ts"

/** What comparing logs adds to one of them. */
export interface CaseFinding {
  /** The place of that log among them. */
  readonly of: number
  readonly finding: Reported
}

/**
 * What the logs of one file, or of a folder, show together and none of them alone. They are compared by their facts, so
 * that nobody has to hold their texts. One log alone is no case.
 */
export function caseFindings(logs: readonly CaseFacts[]): {
  readonly findings: readonly CaseFinding[]
  readonly faults: readonly Fault[]
} {
  const findings: CaseFinding[] = []
  const faults: Fault[] = []
  for (const rule of logs.length > 1 ? caseRules : []) {
    try {
      findings.push(...Array.from(rule.compare(logs), ({ of, finding }) => ({ of, finding: reported(finding, rule) })))
    } catch (error) {
      faults.push({ what: `rule ${rule.id}`, error })
    }
  }
  return { findings, faults }
}

/** The readings of several logs, each with what the others say of it. Those that nothing is added to stay the same objects. */
export function diagnoseCase(alone: readonly Diagnosis[]): readonly Diagnosis[] {
  const { findings, faults } = caseFindings(alone.map(({ evidence }) => caseFactsOf(evidence)))
  return alone.map((diagnosis, index) => {
    const own = findings.flatMap(({ of, finding }) => (of === index ? [finding] : []))
    return withFindings(diagnosis, own, index === 0 ? faults : [])
  })
}

/** A reading with more findings, and the verdict that they come to together. */
export function withFindings(diagnosis: Diagnosis, more: readonly Reported[], faults: readonly Fault[]): Diagnosis {
  if (more.length === 0 && faults.length === 0) return diagnosis
  const { evidence, findings, folded } = diagnosis
  const told = faults.map((fault) => reported(faultFinding(evidence.capture, fault), faultRule))
  const all = [...findings, ...folded.map(({ finding }) => finding), ...more, ...told]
  return concluded(evidence, all, [...diagnosis.faults, ...faults])
}
