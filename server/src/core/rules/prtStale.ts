import { DAY } from "../evidence/time.ts"
import { prtAge } from "../evidence/tokenTimes.ts"
import { prtRenewal } from "../knowledge/headings.ts"
import { askForTokenAgain, readTokenEvents } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** The token was not renewed for more than a week. */
export const prtStale = rule({
  id: "prt-stale",
  severity: "warning",
  about: ["AzureAdPrtUpdateTime"],
  phase: "post-join",
  repaired: { laterTime: "AzureAdPrtUpdateTime" },
  summary: "The primary refresh token has not been renewed for a week.",
  why: "Windows renews the token at sign-in and unlock, at most every four hours. By the log's own clock the last renewal is more than seven days back, so renewing fails or the PC was not used.",
  fix: [readTokenEvents, askForTokenAgain],
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
    if (found && found.age > 7 * DAY) {
      yield {
        span: found.update.valueSpan,
        message: "The primary refresh token has not been renewed for more than a week",
        related: [{ span: found.proof.valueSpan, message: "The log's own clock" }],
      }
    }
  },
})
