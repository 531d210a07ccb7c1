import { DAY } from "../evidence/time.ts"
import { prtAge } from "../evidence/tokenTimes.ts"
import { prtRenewal } from "../knowledge/headings.ts"
import { askForTokenAgain } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** The token is older than the interval at which Windows renews it. */
export const prtNotRenewedLately = rule({
  id: "prt-not-renewed-lately",
  severity: "info",
  about: ["AzureAdPrtUpdateTime"],
  phase: "post-join",
  summary: "The primary refresh token is older than four hours.",
  why: "Windows renews the token when somebody signs in or unlocks the PC, at most every four hours. A day of work without locking, or a PC asleep, is a harmless reason.",
  fix: askForTokenAgain,
  sources: [prtRenewal],
  bad: [
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ prt-not-renewed-lately
     EnterprisePrtUpdateTime : 2025-01-01 20:00:00.000 UTC`,
  ],
  good: [
    `
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
     EnterprisePrtUpdateTime : 2025-01-01 09:00:00.000 UTC`,
  ],
  *check(log) {
    const found = prtAge(log)
    if (found && found.age > DAY / 6 && found.age <= 7 * DAY) {
      yield {
        span: found.update.valueSpan,
        message: "Not renewed for more than four hours; locking and unlocking renews it",
        related: [{ span: found.proof.valueSpan, message: "The log's own clock" }],
      }
    }
  },
})
