import { mentionsIn } from "../evidence/mention.ts"
import { networkRequirements } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import { fieldIn } from "../log/query.ts"
import { rule } from "./rule.ts"

/** A server asked for the device's certificate and got none, and TLS failed besides: something opens the connection. */
const ASKED = "0x80072f0c"
const BROKEN = "0x80072f8f"

/** A proxy opens the TLS connection in which the device shows its certificate. */
export const tlsInspected = rule({
  id: "tls-inspected",
  severity: "error",
  about: ["DeviceAuthStatus : FAIL…"],
  phase: "post-join",
  explains: [
    { rule: "device-auth-not-tested", codes: [ASKED, BROKEN] },
    { rule: "prt-refused", codes: [ASKED, BROKEN] },
    { rule: "prt-refresh-failed", codes: [ASKED, BROKEN] },
  ],
  summary: "A proxy opens TLS connections in which the device has to show its certificate.",
  why: "The device proves itself with its certificate inside TLS. One connection ended because that certificate was asked for and not passed on, another because TLS itself failed: both fit a proxy that inspects TLS, and hardly anything else.",
  fix: [
    reads(
      "Look who issued the certificate that the PC sees for https://device.login.microsoftonline.com: it must be a public authority, not your own.",
      { rights: "user" },
    ),
    changes(
      "Exempt `device.login.microsoftonline.com`, `login.microsoftonline.com` and `enterpriseregistration.windows.net` from TLS inspection.",
      { where: "network" },
    ),
  ],
  sources: [networkRequirements],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
          DeviceAuthStatus : FAILED. Error: 0x80072f0c
                             ^^^^^^^^^^^^^^^^^^^^^^^^^ tls-inspected
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc00000be
                HTTP Error : 0x80072f8f`,
  ],
  good: [
    `
             AzureAdJoined : YES
          DeviceAuthStatus : FAILED. Error: 0x80072f8f
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
                HTTP Error : 0x80072f8f`,
  ],
  *check(log) {
    const status = log.field("DeviceAuthStatus")
    if (!status) return
    const own = mentionsIn(status).map(({ code }) => code)
    for (const { block } of log.tokenAttempts) {
      const error = fieldIn(block, "HTTP Error")
      const network = error ? mentionsIn(error) : []
      const both = [...own, ...network.map(({ code }) => code)]
      if (!error || !both.includes(ASKED) || !both.includes(BROKEN)) continue
      yield {
        span: status.valueSpan,
        message: `A proxy inspects TLS before the device's address (${own.at(-1) ?? ASKED})`,
        code: own.at(-1) ?? ASKED,
        related: [{ span: error.valueSpan, message: "TLS failed here too", sameFailure: true }],
      }
      return
    }
  },
})
