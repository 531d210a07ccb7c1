import type { Evidence } from "../evidence/evidence.ts"
import { type Mention, mentionsIn } from "../evidence/mention.ts"
import { postJoinAuthentication } from "../knowledge/headings.ts"
import { readTokenEvents } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { type Related, rule } from "./rule.ts"
import { attemptSaid, attemptStory, networkStory } from "./story.ts"

/** Windows asked for a primary refresh token and did not get one. */
export const prtRefused = rule({
  id: "prt-refused",
  severity: "error",
  about: ["AzureAdPrt : NO"],
  phase: "post-join",
  explains: [{ rule: "device-auth-not-tested", sameCode: true }],
  summary: "Windows asked for a primary refresh token and did not get one.",
  why: "The user's sign-in reached the point where Windows asks Microsoft Entra ID or the federation service for a primary refresh token (PRT), and that attempt failed. The lines below it say how.",
  fix: [
    reads("Read `HTTP Error` first.", {
      rights: "user",
      proves:
        "Where it is not 0x0, the network failed. Else the server answered, and the code in `Server Error Description` is the cause.",
    }),
    readTokenEvents,
  ],
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
              DomainJoined : YES
                AzureAdPrt : NO
                             ^^ prt-refused
     AcquirePrtDiagnostics : PRESENT
      Previous Prt Attempt : 2025-05-05 08:00:11.000 UTC`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
                AzureAdPrt : NO
             IsUserAzureAD : YES`,
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
    const prt = log.field("AzureAdPrt")
    if (!prt || log.withoutUser || !log.says("AzureAdPrt", "NO") || !mayHavePrt(log)) return
    const attempt = log.prtAttempt
    if (!attempt) return
    const { root } = attempt
    const entry = root && codeMeaning(root.code, "post-join")
    const network = networkStory(log, root)
    yield {
      span: prt.valueSpan,
      ...(root
        ? attemptSaid(attempt, "No primary refresh token for this user", "No primary refresh token", "No token")
        : { message: "No primary refresh token for this user, and the log does not show why" }),
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: [...attemptStory(attempt), ...network.related, ...deviceStory(log, root)],
      explains: network.explains,
    }
  },
})

/** The device's own check, where it ended with the same code: one cause, told once. */
function* deviceStory(log: Evidence, root: Mention | undefined): Iterable<Related> {
  const status = log.field("DeviceAuthStatus")
  if (status && root && mentionsIn(status).at(-1)?.code === root.code) {
    yield { span: status.valueSpan, message: "The check of the device ended with the same code", sameFailure: true }
  }
}

/** Only a device that is or may be joined can have one; a registered one keeps its token elsewhere. */
function mayHavePrt(log: Evidence): boolean {
  return log.joinType === "entra-joined" || log.joinType === "hybrid-joined" || log.joinType === "unknown"
}
