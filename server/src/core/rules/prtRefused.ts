import type { Evidence } from "../evidence/evidence.ts"
import { helloWaitsForToken } from "../evidence/hello.ts"
import { type Mention, mentionsIn } from "../evidence/mention.ts"
import type { TokenAttempt } from "../evidence/tokenAttempts.ts"
import { postJoinAuthentication } from "../knowledge/headings.ts"
import { askForTokenAgain, readTokenEvents } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { fieldIn } from "../log/query.ts"
import { type Related, rule } from "./rule.ts"
import { attemptMeaning, attemptSaid, attemptStory, networkStory } from "./story.ts"

/** Windows asked for a primary refresh token and did not get one. */
export const prtRefused = rule({
  id: "prt-refused",
  severity: "error",
  about: ["AzureAdPrt : NO", "token attempt"],
  phase: "post-join",
  explains: [
    { rule: "device-auth-not-tested", sameCode: true },
    { rule: "token-event-error", sameCode: true },
    "wam-default-error",
  ],
  summary: "Windows asked for a primary refresh token and did not get one.",
  why: "The user's sign-in reached the point where Windows asks Microsoft Entra ID or the federation service for a primary refresh token (PRT), and that attempt failed. The lines below it say how.",
  fix: [
    reads(
      "If the answer has an AADSTS number that is not explained here, open `https://login.microsoftonline.com/error?code=` with the number behind it.",
      { rights: "user", proves: "The page has Microsoft's own words for it, and for some numbers a remedy." },
    ),
    reads("Without an AADSTS number, read `HTTP Error` in the same block.", {
      inLog: [
        { fields: ["HTTP Error"], when: /^0x0+$/i },
        { fields: ["HTTP Error"], leaves: "`HTTP Error` is {0}: without an AADSTS number, look that up." },
      ],
      rights: "user",
      proves:
        "If it is not 0x0, the network failed: look it up. If it is 0x0, the server answered, and its words in the block say why.",
    }),
    reads(
      "In the Microsoft Entra admin center open Entra ID > Monitoring & health > Sign-in logs, and look for the attempt by {Correlation ID}, or by the user and the minute.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves: "If it is there, its failure reason is the cause. If not, somebody else answered: AD FS, or a proxy.",
      },
    ),
    readTokenEvents,
    askForTokenAgain,
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
    `
            Attempt Status : 0xc000006d
                             ^^^^^^^^^^ prt-refused
                HTTP Error : 0x0
               HTTP status : 400
         Server Error Code : invalid_grant
  Server Error Description : AADSTS50034: The user account does not exist.`,
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
    if (log.withoutUser || (prt && !log.says("AzureAdPrt", "NO")) || !mayHavePrt(log)) return
    const attempt = prt ? log.prtAttempt : loneAttempt(log)
    if (!attempt) return
    const { root } = attempt
    const shown = prt?.valueSpan ?? fieldIn(attempt.block, "Attempt Status")?.valueSpan ?? root?.span
    if (!shown) return
    const entry = attemptMeaning(attempt)
    const network = networkStory(log, root)
    const [what, ...shorter] = prt ? NO_TOKEN : NO_ANSWER
    yield {
      span: shown,
      ...(root ? attemptSaid(attempt, what, ...shorter) : { message: `${what}, and the log does not show why` }),
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: [...attemptStory(attempt), ...network.related, ...deviceStory(log, root)],
      explains: [
        ...network.explains,
        ...(helloWaitsForToken(log) ? ["hello-blocked"] : []),
        ...(root?.code === "AADSTS5000611" ? ["windows-too-old"] : []),
      ],
    }
  },
})

/** What is wrong, in words that leave room for why. */
const NO_TOKEN = ["No primary refresh token for this user", "No primary refresh token", "No token"] as const

/** The same where only the attempt is left of the log, and not whether a token is there. */
const NO_ANSWER = ["A request for a primary refresh token failed", "A request for a PRT failed"] as const

/** The device's own check, where it ended with the same code: one cause, told once. */
function* deviceStory(log: Evidence, root: Mention | undefined): Iterable<Related> {
  const status = log.field("DeviceAuthStatus")
  if (status && root && mentionsIn(status).at(-1)?.code === root.code) {
    yield {
      span: status.valueSpan,
      message: "The question of the device whether its object is valid ended with the same code",
      sameFailure: true,
    }
  }
}

/** An attempt whose token's own line was cut off the log; one that went to AD FS for a token of its own is not meant. */
function loneAttempt(log: Evidence): TokenAttempt | undefined {
  return log.tokenAttempts.findLast(
    ({ of, isFailure, isOfAnotherUser, mark, block }) =>
      !of &&
      isFailure &&
      !isOfAnotherUser &&
      mark?.key !== "refreshprtdiagnostics" &&
      !/\/adfs\/oauth2/i.test(fieldIn(block, "Endpoint URI")?.value ?? ""),
  )
}

/** Only a device that is or may be joined can have one; a registered one keeps its token elsewhere. */
function mayHavePrt(log: Evidence): boolean {
  return log.joinType === "entra-joined" || log.joinType === "hybrid-joined" || log.joinType === "unknown"
}
