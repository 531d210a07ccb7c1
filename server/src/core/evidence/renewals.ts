import type { Field } from "../log/log.ts"
import { fieldIn } from "../log/query.ts"
import type { Evidence } from "./evidence.ts"
import type { TokenAttempt } from "./tokenAttempts.ts"

/** An attempt to renew a token, with the line that shows it: the one that announces it, else its status. */
export interface Renewal {
  readonly attempt: TokenAttempt
  readonly mark: Field
}

/** The failed attempts to renew a token that still works: those of the user who has it, and none from before its last update. */
export function failedRenewals(log: Evidence): readonly Renewal[] {
  if (log.withoutUser || !log.says("AzureAdPrt", "YES")) return []
  const [updated] = log.timesOf(log.field("AzureAdPrtUpdateTime"))
  return log.tokenAttempts.flatMap((attempt) => {
    const { block, of, isFailure, isOfAnotherUser } = attempt
    const mark = attempt.mark ?? fieldIn(block, "Attempt Status")
    const [tried] = log.timesOf(fieldIn(block, "Previous Prt Attempt"))
    const isOver = tried !== undefined && updated !== undefined && tried < updated
    return mark && isFailure && of === "entra" && !isOfAnotherUser && !isOver ? [{ attempt, mark }] : []
  })
}
