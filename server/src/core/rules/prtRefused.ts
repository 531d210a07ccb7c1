import type { Block } from "../log.ts"
import { codeMeaning } from "../lookup.ts"
import { type Mention, mentionsIn } from "../mention.ts"
import { blocksOf, fieldIn } from "../query.ts"
import type { Related, Rule } from "../rule.ts"
import type { Situation } from "../situation.ts"
import { reason } from "./story.ts"

/** Windows asked for a primary refresh token and did not get one. */
export const prtRefused: Rule = {
  id: "prt-refused",
  severity: "error",
  phase: "post-join",
  summary: "Windows asked for a primary refresh token and did not get one.",
  why: "The user's sign-in reached the point where Windows asks Microsoft Entra ID or the federation service for a primary refresh token (PRT), and that attempt failed. The lines below it say how.",
  fix: "Read `HTTP Error` first: where it is not 0x0, the network failed. Else the server answered, and the code in `Server Error Description` is the cause.",
  sources: [
    { page: "prt" },
    {
      page: "hybridJoin",
      heading: "Troubleshoot post-join authentication issues",
      anchor: "troubleshoot-post-join-authentication-issues",
    },
  ],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
                             ^^ prt-refused
       AzureAdPrtAuthority :
     AcquirePrtDiagnostics : PRESENT
      Previous Prt Attempt : 2025-05-05 08:00:11.000 UTC
            Attempt Status : 0xc000006d
                HTTP Error : 0x0
               HTTP status : 400
         Server Error Code : invalid_grant
  Server Error Description : AADSTS50126: Error validating credentials due to invalid username or password.`,
    `
             AzureAdJoined : YES
              DomainJoined : NO
                AzureAdPrt : NO
                             ^^ prt-refused
             IsUserAzureAD : YES`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : YES`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : YES
             EnterprisePrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d`,
    `
             AzureAdJoined : NO
              DomainJoined : NO
           WorkplaceJoined : YES
                AzureAdPrt : NO
             IsUserAzureAD : YES`,
  ],
  *check(log) {
    const prt = log.field("AzureAdPrt")
    if (!prt || log.withoutUser || !log.says("AzureAdPrt", "NO") || !mayHavePrt(log)) return
    const attempt = prtAttempt(log)
    if (!attempt && !log.says("IsUserAzureAD", "YES")) return
    const root = attempt && rootOf(attempt)
    const entry = root && codeMeaning(root.code, "post-join")
    const why = reason(root, "post-join")
    yield {
      span: prt.valueSpan,
      message: `No primary refresh token for this user${why && `: ${why}`}`,
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: attempt ? [...attemptStory(attempt)] : [],
    }
  },
}

/** The failed attempt to get the Microsoft Entra PRT, where the log holds one; that of the AD FS token is another. */
export function prtAttempt(log: Situation): Block | undefined {
  return blocksOf(log.capture, "prt-diagnostics").find(
    (block) => block.owner !== undefined && block.owner.key === "azureadprt" && fieldIn(block, "Attempt Status"),
  )
}

/** The code nearest to the cause: the network's, else the server's, else the status of the attempt. */
export function rootOf(attempt: Block): Mention | undefined {
  for (const name of ["HTTP Error", "Server Error Description", "Server Error Code", "Attempt Status"]) {
    const field = fieldIn(attempt, name)
    const mention = field && mentionsIn(field)[0]
    if (mention) return mention
  }
  return undefined
}

/** The lines of an attempt that say how it failed. */
export function* attemptStory(attempt: Block): Iterable<Related> {
  for (const name of ["Attempt Status", "HTTP Error", "Server Error Description"]) {
    const field = fieldIn(attempt, name)
    const mention = field && mentionsIn(field)[0]
    if (field && mention) yield { span: field.valueSpan, message: `${name}: ${reason(mention, "post-join")}` }
  }
}

/** Only a device that is or may be joined can have one; a registered one keeps its token elsewhere. */
function mayHavePrt(log: Situation): boolean {
  return log.joinType === "entra-joined" || log.joinType === "hybrid-joined" || log.joinType === "unknown"
}
