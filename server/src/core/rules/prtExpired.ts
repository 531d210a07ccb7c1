import type { Evidence } from "../evidence/evidence.ts"
import { timesIn } from "../evidence/time.ts"
import { ssoState } from "../knowledge/headings.ts"
import type { Field } from "../log/log.ts"
import { renewalFailure } from "./prtRefreshFailed.ts"
import type { Rule } from "./rule.ts"

/** The token's end lies before something else that the log tells of. */
export const prtExpired: Rule = {
  id: "prt-expired",
  severity: "error",
  phase: "post-join",
  summary: "The primary refresh token has expired.",
  why: "The token ended before the log was made, by the log's own clock. Single sign-on asks the user again.",
  fix: "Connect to the internet and sign in, or lock and unlock the PC. If the token is not renewed, read the attempt that the log records, or the AAD operational log.",
  sources: [ssoState, { page: "prtConcept" }],
  bad: [
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
      AzureAdPrtExpiryTime : 2025-01-15 08:00:00.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ prt-expired
     RefreshPrtDiagnostics : PRESENT
      Previous Prt Attempt : 2025-02-01 08:00:00.000 UTC`,
  ],
  good: [
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
      AzureAdPrtExpiryTime : 2025-01-15 08:00:00.000 UTC`,
    `
      AzureAdPrtUpdateTime : 2020-07-12 22:57:53.000 UTC
      AzureAdPrtExpiryTime : 2019-07-26 22:58:35.000 UTC`,
  ],
  *check(log) {
    const expiry = passedExpiry(log)
    const clock = log.clock
    if (!expiry || !clock) return
    const why = renewalFailure(log)
    const token = log.field("AzureAdPrt")
    yield {
      span: expiry.valueSpan,
      message: "The primary refresh token had expired when this log was made",
      ...(why && { verdict: `the primary refresh token had expired, and its last renewal failed: ${why}` }),
      related: [
        ...(token ? [{ span: token.valueSpan, message: "The token is there, but of no use any more" }] : []),
        { span: clock.field.valueSpan, message: "The log's own clock" },
      ],
    }
  },
}

/** The end of the token where the log's own clock is past it and its times do not contradict each other. */
export function passedExpiry(log: Evidence): Field | undefined {
  const expiry = log.field("AzureAdPrtExpiryTime")
  const [expires] = timesIn(expiry?.value ?? "")
  const [updated] = timesIn(log.field("AzureAdPrtUpdateTime")?.value ?? "")
  if (expires === undefined || !log.clock || log.clock.time <= expires || log.withoutUser) return undefined
  return updated !== undefined && updated > expires ? undefined : expiry
}
