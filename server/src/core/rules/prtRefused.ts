import type { Evidence } from "../evidence/evidence.ts"
import { type Mention, mentionsIn } from "../evidence/mention.ts"
import { postJoinAuthentication } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import type { Block, Field } from "../log/log.ts"
import { blocksOf, fieldIn } from "../log/query.ts"
import { isOfAnotherUser } from "./attemptOfAnotherUser.ts"
import type { Related, Rule } from "./rule.ts"
import { reason } from "./story.ts"

/** Windows asked for a primary refresh token and did not get one. */
export const prtRefused: Rule = {
  id: "prt-refused",
  severity: "error",
  phase: "post-join",
  summary: "Windows asked for a primary refresh token and did not get one.",
  why: "The user's sign-in reached the point where Windows asks Microsoft Entra ID or the federation service for a primary refresh token (PRT), and that attempt failed. The lines below it say how. Without such lines, `IsUserAzureAD : YES` says that the user is one of Microsoft Entra ID and should have a PRT.",
  fix: "Read `HTTP Error` first: where it is not 0x0, the network failed. Else the server answered, and the code in `Server Error Description` is the cause. Where no attempt is on record, lock and unlock the PC first: after a join in the same session the PRT comes with the next sign-in or unlock.",
  sources: [{ page: "prt" }, postJoinAuthentication],
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
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
                             ^^ prt-refused
     AcquirePrtDiagnostics : PRESENT
      Previous Prt Attempt : 2025-05-05 08:00:11.000 UTC`,
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
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
             User Identity : bob@contoso.com
    Executing Account Name : CONTOSO\\ann, ann@contoso.com`,
  ],
  *check(log) {
    const prt = refusedPrt(log)
    if (!prt) return
    const attempt = prtAttempt(log)
    const root = attempt && rootOf(attempt)
    if (root && isDeviceGone(log, root)) return
    const entry = root && codeMeaning(root.code, "post-join")
    const why = reason(root, "post-join")
    yield {
      span: prt.valueSpan,
      message: `No primary refresh token for this user${why ? `: ${why}` : ", and the log does not show why"}`,
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: [...(attempt ? attemptStory(attempt) : []), ...deviceStory(log, root)],
    }
  },
}

/** Codes by which Microsoft Entra ID refuses the device, not the user. */
const OF_DEVICE = /^AADSTS(?:700003|50155|135011)$/

/** Whether the refusal follows from a device that is disabled or deleted, which is a finding of its own. */
function isDeviceGone(log: Evidence, root: Mention): boolean {
  return OF_DEVICE.test(root.code) && /disabled or deleted/i.test(log.field("DeviceAuthStatus")?.value ?? "")
}

/** The line that says that there is no token, on a device and for a user that should have one. */
function refusedPrt(log: Evidence): Field | undefined {
  const prt = log.field("AzureAdPrt")
  if (!prt || log.withoutUser || !log.says("AzureAdPrt", "NO") || !mayHavePrt(log)) return undefined
  return prtAttempt(log) || log.says("IsUserAzureAD", "YES") ? prt : undefined
}

/** The code by which this rule explains the missing token; undefined where it reports none. */
export function refusalOf(log: Evidence): string | undefined {
  const attempt = refusedPrt(log) && prtAttempt(log)
  return attempt && rootOf(attempt)?.code
}

/** The device's own check, where it ended with the same code: one cause, told once. */
function* deviceStory(log: Evidence, root: Mention | undefined): Iterable<Related> {
  const status = log.field("DeviceAuthStatus")
  if (status && root && mentionsIn(status).at(-1)?.code === root.code) {
    yield { span: status.valueSpan, message: "The check of the device ended with the same code", sameFailure: true }
  }
}

/** The user's failed attempt to get the Microsoft Entra PRT, where the log holds one; that of the AD FS token is another. */
export function prtAttempt(log: Evidence): Block | undefined {
  return blocksOf(log.capture, "prt-diagnostics").find(
    (block) =>
      block.owner?.key === "azureadprt" &&
      (fieldIn(block, "Attempt Status") || isPresent(block)) &&
      !isOfAnotherUser(log, block),
  )
}

/** Whether the block begins with the line that announces a failed attempt. */
function isPresent(block: Block): boolean {
  return ["AcquirePrtDiagnostics", "RefreshPrtDiagnostics"].some((name) =>
    /^PRESENT$/i.test(fieldIn(block, name)?.value ?? ""),
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
    if (!field || !mention) continue
    yield { span: field.valueSpan, message: `${name}: ${reason(mention, "post-join")}`, sameFailure: true }
  }
}

/** Only a device that is or may be joined can have one; a registered one keeps its token elsewhere. */
function mayHavePrt(log: Evidence): boolean {
  return log.joinType === "entra-joined" || log.joinType === "hybrid-joined" || log.joinType === "unknown"
}
