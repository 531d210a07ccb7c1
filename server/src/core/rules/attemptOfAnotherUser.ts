import { ssoState } from "../knowledge/headings.ts"
import { readAsUser } from "../knowledge/ladders.ts"
import { fieldIn } from "../log/query.ts"
import { rule } from "./rule.ts"
import { attemptSaid } from "./story.ts"
/** The failed token attempt in the log is not that of the account that ran dsregcmd. */
export const attemptOfAnotherUser = rule({
  id: "attempt-of-another-user",
  severity: "info",
  about: ["token attempt"],
  summary: "The failed attempt belongs to another account.",
  why: "`User Identity` names whose attempt to get a token failed. It is not the account that ran dsregcmd, as happens on a shared device, so the attempt may have nothing to do with the user in question.",
  fix: readAsUser,
  sources: [ssoState],
  bad: [
    `
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
             User Identity : bob@contoso.com
                             ^^^^^^^^^^^^^^^ attempt-of-another-user
    Executing Account Name : CONTOSO\\ann, ann@contoso.com`,
  ],
  good: [
    `
     AcquirePrtDiagnostics : PRESENT
             User Identity : ann@contoso.com
    Executing Account Name : CONTOSO\\ann, Ann@contoso.com`,
    `
     AcquirePrtDiagnostics : PRESENT
             User Identity : S-1-5-21-1-2-3-1001
    Executing Account Name : CONTOSO\\ann, ann@contoso.com`,
    `
     AcquirePrtDiagnostics : PRESENT
             User Identity : ann@contoso.onmicrosoft.com
    Executing Account Name : CONTOSO\\ann`,
    `
     AcquirePrtDiagnostics : PRESENT
             User Identity : ann@contoso.com
    Executing Account Name : CONTOSO\\ann, ann@contoso.local`,
  ],
  *check(log) {
    const account = log.field("Executing Account Name")
    if (!account) return
    for (const attempt of log.tokenAttempts) {
      const { block, isOfAnotherUser, isFailure } = attempt
      const identity = fieldIn(block, "User Identity")
      if (!identity || !isOfAnotherUser) continue
      yield {
        span: identity.valueSpan,
        message: isFailure && attempt.root ? attemptSaid(attempt, ...WHOSE).message : WHOSE[0],
        related: [{ span: account.valueSpan, message: "The account that ran dsregcmd" }],
      }
    }
  },
})

/** Whose attempt failed, in words that leave room for why. */
const WHOSE = [
  "The failed attempt belongs to another account than the one that ran dsregcmd",
  "The failed attempt of another account",
] as const
