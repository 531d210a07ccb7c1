import type { Evidence } from "../evidence/evidence.ts"
import { DAY, timesIn } from "../evidence/time.ts"
import { prtRenewal } from "../knowledge/headings.ts"
import type { Field } from "../log/log.ts"
import { passedExpiry } from "./prtExpired.ts"
import type { Rule } from "./rule.ts"

/** The token was not renewed for more than a week. */
export const prtStale: Rule = {
  id: "prt-stale",
  severity: "warning",
  phase: "post-join",
  summary: "The primary refresh token has not been renewed for a week.",
  why: "Windows renews the token at sign-in and unlock, at most every four hours. By the log's own clock the last renewal is more than seven days back, so renewing fails or the PC was not used.",
  fix: "Lock and unlock the PC while it has internet, and read a new log. If `AzureAdPrtUpdateTime` stays, read the AAD operational log.",
  sources: [prtRenewal],
  bad: [
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ prt-stale
      AzureAdPrtExpiryTime : 2025-04-01 08:00:00.000 UTC
     EnterprisePrtUpdateTime : 2025-01-20 08:00:00.000 UTC`,
  ],
  good: [
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
     EnterprisePrtUpdateTime : 2025-01-02 20:00:00.000 UTC`,
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2015-01-01 08:00:00.000 UTC`,
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
      AzureAdPrtExpiryTime : 2025-01-15 08:00:00.000 UTC
     EnterprisePrtUpdateTime : 2025-01-20 08:00:00.000 UTC`,
  ],
  *check(log) {
    const found = prtAge(log)
    if (found && found.age > 7 * DAY && !passedExpiry(log)) {
      yield {
        span: found.update.valueSpan,
        message: "The primary refresh token has not been renewed for more than a week",
        related: [{ span: found.proof.valueSpan, message: "The log's own clock" }],
      }
    }
  },
}

/** How long ago the token was renewed, in milliseconds, and the field that proves it; undefined where nothing proves an age. */
export function prtAge(log: Evidence): { age: number; update: Field; proof: Field } | undefined {
  const update = log.field("AzureAdPrtUpdateTime")
  const [updated] = timesIn(update?.value ?? "")
  const clock = log.clock
  if (!update || updated === undefined || !clock || !log.says("AzureAdPrt", "YES") || log.withoutUser) return undefined
  return { age: clock.time - updated, update, proof: clock.field }
}
