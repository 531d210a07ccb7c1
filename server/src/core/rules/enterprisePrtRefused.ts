import type { Evidence } from "../evidence/evidence.ts"
import { ssoState } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { blocksOf } from "../log/query.ts"
import { isEnterprisePrtNeeded } from "./enterprisePrtMissing.ts"
import { attemptStory, rootOf } from "./prtRefused.ts"
import type { Finding, Rule } from "./rule.ts"
import { reason } from "./story.ts"

/** AD FS gave no token of its own; Microsoft Entra ID may be fine. */
export const enterprisePrtRefused: Rule = {
  id: "enterprise-prt-refused",
  severity: "warning",
  phase: "post-join",
  summary: "AD FS gave no primary refresh token of its own.",
  why: "Besides the token of Microsoft Entra ID, Windows asked AD FS for one, and that attempt failed. It matters only where AD FS hands out certificates for Windows Hello or guards applications by device.",
  fix: "If AD FS is used that way, see whether AD FS knows the device: device writeback in Microsoft Entra Connect brings it there. Otherwise ignore it.",
  sources: [ssoState],
  bad: [
    `
                AzureAdPrt : YES
             EnterprisePrt : NO
                             ^^ enterprise-prt-refused
    EnterprisePrtAuthority :
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
              Endpoint URI : https://adfs.contoso.com/adfs/oauth2/token/
                HTTP Error : 0x0
               HTTP status : 400
         Server Error Code : invalid_grant
  Server Error Description : MSIS9682: Received invalid OAuth JWT Bearer request.`,
  ],
  good: [
    `
                AzureAdPrt : YES
             EnterprisePrt : NO
    EnterprisePrtAuthority :`,
    `
             EnterprisePrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
            CertEnrollment : none`,
    `
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
             EnterprisePrt : NO`,
  ],
  *check(log) {
    if (!log.field("CertEnrollment") && !isEnterprisePrtNeeded(log))
      yield* enterpriseRefusal(log, "AD FS gave no token of its own")
  },
}

/** The finding on a failed attempt to get the AD FS token. */
export function* enterpriseRefusal(log: Evidence, what: string): Iterable<Finding> {
  if (log.withoutUser) return
  for (const block of blocksOf(log.capture, "prt-diagnostics")) {
    const owner = block.owner
    if (owner?.key !== "enterpriseprt" || !/^NO$/i.test(owner.value)) continue
    const root = rootOf(block)
    const entry = root && codeMeaning(root.code, "post-join")
    const why = reason(root, "post-join")
    yield {
      span: owner.valueSpan,
      message: `${what}${why && `: ${why}`}`,
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: [...attemptStory(block)],
    }
  }
}
