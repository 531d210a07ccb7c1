import type { Field } from "../log/log.ts"
import type { Evidence } from "./evidence.ts"
import type { TokenAttempt } from "./tokenAttempts.ts"
/** An attempt to renew a token, with the line that announces it. */
export type Renewal = TokenAttempt & { readonly mark: Field }

/** The failed attempts to renew a token that still works. */
export function failedRenewals(log: Evidence): readonly Renewal[] {
  if (log.withoutUser || !log.says("AzureAdPrt", "YES")) return []
  return log.tokenAttempts.filter((attempt): attempt is Renewal => attempt.of === "entra" && attempt.mark !== undefined)
}
