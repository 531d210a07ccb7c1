import type { Diagnosis } from "../core/diagnosis/diagnose.ts"
import { caseFactsOf } from "../core/evidence/caseFacts.ts"
import { unmarked } from "../core/explain/text.ts"
import { fieldIn } from "../core/log/query.ts"
import { shortly, type Tell, type Told } from "../core/report/formats/told.ts"
import type { Severity } from "../core/rules/rule.ts"

/** What is told of a capture in one flat record, beside what every printer needs. Names and ids are the log's own. */
export interface LogRecordFacts {
  /** `none` where the log shows no fault. */
  readonly severity: Severity | "none"
  readonly symbol: string | null
  /** What is wrong, in the same words for any log with this root cause. */
  readonly cause: string | null
  readonly tenantId: string | null
  readonly tenantName: string | null
  readonly deviceId: string | null
  readonly thumbprint: string | null
  /** The name of the computer without its domain, in lower case. */
  readonly host: string | null
  /** The log's own clock, in UTC. */
  readonly time: string | null
  /** The log says itself when it was made; else `time` is only the latest thing that it tells of. */
  readonly timeIsExact: boolean
  readonly attemptTime: string | null
  readonly prtUpdateTime: string | null
  readonly prtExpiryTime: string | null
}

/** What a flat record needs. */
export interface ToldRecord extends Told {
  readonly facts: LogRecordFacts
}

/** Takes from a reading what a flat record says. */
export const recorded: Tell<ToldRecord> = (diagnosis, at) => ({
  ...shortly(diagnosis, at),
  facts: factsOf(diagnosis),
})

function factsOf({ evidence, root }: Diagnosis): LogRecordFacts {
  const { computer, deviceId, thumbprint, time, isTimeExact } = caseFactsOf(evidence)
  const [attempt] = evidence.registrations
  return {
    severity: root?.severity ?? "none",
    symbol: (root?.entry && "symbols" in root.entry && root.entry.symbols[0]) || null,
    cause: root ? unmarked(root.rule.summary) : null,
    tenantId: GUID.exec(evidence.field("TenantId")?.value ?? "")?.[0].toLowerCase() ?? null,
    tenantName: evidence.field("TenantName")?.value || null,
    deviceId: deviceId?.value ?? null,
    thumbprint: thumbprint?.value ?? null,
    host: computer?.value ?? null,
    time: written(time),
    timeIsExact: isTimeExact,
    attemptTime: written(evidence.timesOf(attempt && fieldIn(attempt.block, "Previous Registration"))[0]),
    prtUpdateTime: written(evidence.timesOf(evidence.field("AzureAdPrtUpdateTime"))[0]),
    prtExpiryTime: written(evidence.timesOf(evidence.field("AzureAdPrtExpiryTime"))[0]),
  }
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

function written(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString()
}
