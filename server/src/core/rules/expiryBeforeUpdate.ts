import { ssoState } from "../knowledge/headings.ts"
import { askForNewLog } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** A token that expired before it was issued. */
export const expiryBeforeUpdate = rule({
  id: "expiry-before-update",
  severity: "warning",
  about: ["AzureAdPrtExpiryTime", "EnterprisePrtExpiryTime"],
  doubts: true,
  summary: "The token expires before it was last updated.",
  why: "A primary refresh token cannot expire before its last update. The lines come from two logs, or somebody edited them; a sample on Microsoft's own page has this slip too.",
  fix: askForNewLog,
  sources: [ssoState],
  bad: [
    `
      AzureAdPrtUpdateTime : 2020-07-12 22:57:53.000 UTC
      AzureAdPrtExpiryTime : 2019-07-26 22:58:35.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ expiry-before-update`,
  ],
  good: [
    `
      AzureAdPrtUpdateTime : 2020-07-12 22:57:53.000 UTC
      AzureAdPrtExpiryTime : 2020-07-26 22:58:35.000 UTC`,
    `
      AzureAdPrtUpdateTime : [Date] UTC
      AzureAdPrtExpiryTime : [Date] UTC`,
  ],
  *check(log) {
    for (const [updateName, expiryName] of TIMES) {
      const update = log.field(updateName)
      const expiry = log.field(expiryName)
      const [updated] = log.timesOf(update)
      const [expires] = log.timesOf(expiry)
      if (!update || !expiry || updated === undefined || expires === undefined || expires >= updated) continue
      yield {
        span: expiry.valueSpan,
        message: "The token expires before its last update, which cannot be: the log was edited or mixed",
        related: [{ span: update.valueSpan, message: "The last update" }],
      }
    }
  },
})

/** When each token was last updated, and when it ends. */
const TIMES = [
  ["AzureAdPrtUpdateTime", "AzureAdPrtExpiryTime"],
  ["EnterprisePrtUpdateTime", "EnterprisePrtExpiryTime"],
] as const
