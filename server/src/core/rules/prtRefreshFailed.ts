import type { Evidence } from "../evidence/evidence.ts"
import { ssoState } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import type { Block, Field } from "../log/log.ts"
import { blocksOf, fieldIn } from "../log/query.ts"
import { attemptStory, rootOf } from "./prtRefused.ts"
import type { Rule } from "./rule.ts"
import { reason } from "./story.ts"

/** The token still works, and the last attempt to renew it failed. */
export const prtRefreshFailed: Rule = {
  id: "prt-refresh-failed",
  severity: "warning",
  phase: "post-join",
  summary: "The primary refresh token could not be renewed.",
  why: "The user has a token that works, and the last attempt to renew it failed. Right after sleep, or before the VPN is up, that passes by itself; otherwise single sign-on ends when the token does.",
  fix: "Lock and unlock the PC while the network is up, and read a new log. If the block is still there, follow its code.",
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
    for (const { block, mark } of failedRenewals(log)) {
      const root = rootOf(block)
      const entry = root && codeMeaning(root.code, "post-join")
      const why = reason(root, "post-join")
      yield {
        span: mark.valueSpan,
        message: `The primary refresh token's last renewal failed${why && `: ${why}`}`,
        ...(root && { code: root.code }),
        ...(entry && { entry }),
        related: [...attemptStory(block)],
      }
    }
  },
}

/** The failed attempts to renew a token that still works, each with the line that announces it. */
function* failedRenewals(log: Evidence): Iterable<{ readonly block: Block; readonly mark: Field }> {
  if (log.withoutUser || !log.says("AzureAdPrt", "YES")) return
  for (const block of blocksOf(log.capture, "prt-diagnostics")) {
    const mark = fieldIn(block, "RefreshPrtDiagnostics") ?? fieldIn(block, "AcquirePrtDiagnostics")
    if (mark && block.owner?.key === "azureadprt") yield { block, mark }
  }
}

/** Why the last renewal failed: `server name not resolved (0x80072ee7)`; empty where the log does not tell. */
export function renewalFailure(log: Evidence): string {
  const [last] = failedRenewals(log)
  return last ? reason(rootOf(last.block), "post-join") : ""
}
