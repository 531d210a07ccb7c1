import { failedRenewals } from "../evidence/renewals.ts"
import { dayOf } from "../evidence/time.ts"
import { passedExpiry } from "../evidence/tokenTimes.ts"
import { ssoState } from "../knowledge/headings.ts"
import { askForTokenAgain, readTokenEvents } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { fieldIn } from "../log/query.ts"
import { rule } from "./rule.ts"
import { attemptSaid, attemptStory, networkStory } from "./story.ts"
/** The token still works, and the last attempt to renew it failed. */
export const prtRefreshFailed = rule({
  id: "prt-refresh-failed",
  severity: "warning",
  about: ["token attempt"],
  phase: "post-join",
  explains: ["prt-stale", "prt-not-renewed-lately"],
  repaired: { laterTime: "AzureAdPrtUpdateTime" },
  summary: "The primary refresh token could not be renewed.",
  why: "The user has a token that works, and the last attempt to renew it failed. Right after sleep, or before the VPN is up, it is a failure of that moment, and the next unlock tries again. If it stays, single sign-on ends when the token does.",
  fix: [askForTokenAgain, readTokenEvents],
  sources: [ssoState, { page: "accountDisabled" }],
  bad: [
    `
                AzureAdPrt : YES
     RefreshPrtDiagnostics : PRESENT
                             ^^^^^^^ prt-refresh-failed
      Previous Prt Attempt : 2025-05-05 08:00:11.000 UTC
            Attempt Status : 0xc000023c
                HTTP Error : 0x80072ee7`,
  ],
  good: ["                AzureAdPrt : YES", "     RefreshPrtDiagnostics : PRESENT"],
  *check(log) {
    const expiry = passedExpiry(log) ? undefined : log.field("AzureAdPrtExpiryTime")
    const [until] = log.timesOf(expiry)
    for (const { attempt, mark } of failedRenewals(log)) {
      const { root } = attempt
      const tried = fieldIn(attempt.block, "Previous Prt Attempt")
      const [when] = log.timesOf(tried)
      const renewal = `renewal failed${when === undefined ? "" : ` on ${dayOf(when)}`}`
      const entry = root && codeMeaning(root.code, "post-join")
      const network = networkStory(log, root)
      yield {
        span: mark.valueSpan,
        ...attemptSaid(
          attempt,
          until === undefined
            ? `The primary refresh token's last ${renewal}`
            : `The token is valid until ${dayOf(until)}, and its last ${renewal}`,
          `The token's last ${renewal}`,
          "The token's renewal failed",
        ),
        ...(root && { code: root.code }),
        ...(entry && { entry }),
        related: [
          ...(expiry && until !== undefined ? [{ span: expiry.valueSpan, message: "The token's end" }] : []),
          ...(tried ? [{ span: tried.valueSpan, message: "When the renewal failed" }] : []),
          ...attemptStory(attempt),
          ...network.related,
        ],
        explains: network.explains,
      }
    }
  },
})
