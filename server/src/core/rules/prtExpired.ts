import { failedRenewals } from "../evidence/renewals.ts"
import { passedExpiry } from "../evidence/tokenTimes.ts"
import { ssoState } from "../knowledge/headings.ts"
import { askForTokenAgain, readTokenEvents } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** The token's end lies before something else that the log tells of. */
export const prtExpired = rule({
  id: "prt-expired",
  severity: "error",
  about: ["AzureAdPrtExpiryTime"],
  phase: "post-join",
  explains: ["prt-stale", "prt-not-renewed-lately"],
  repaired: { laterTime: "AzureAdPrtUpdateTime" },
  summary: "The primary refresh token has expired.",
  why: "By the log's own clock the token had ended before the log was made. Until a new one comes, apps ask the user to sign in.",
  fix: [readTokenEvents, askForTokenAgain],
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
    const [renewal] = failedRenewals(log)
    const why = reason(renewal?.attempt.root, "post-join")
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
})
