import type { Evidence } from "../evidence/evidence.ts"
import { type Mention, mentionsIn } from "../evidence/mention.ts"
import type { Phase } from "../knowledge/code.ts"
import { networkError } from "../knowledge/codeNumber.ts"
import { exemptFromInspection } from "../knowledge/codes/winhttp/advice.ts"
import { networkRequirements } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { fieldIn } from "../log/query.ts"
import type { Span } from "../text/span.ts"
import { rule } from "./rule.ts"

/** A server asked for the device's certificate and got none, and TLS failed besides: something opens the connection. */
const ASKED = 12044
const BROKEN = 12175

/** The two in the spellings that logs have. */
const BOTH = ["0x80072f0c", "0x80072f8f", "0xcaa82f0c", "0xcaa82f8f", "0x00002f0c", "0x00002f8f"]

/** A proxy opens the TLS connection in which the device shows its certificate. */
export const tlsInspected = rule({
  id: "tls-inspected",
  severity: "error",
  about: ["DeviceAuthStatus : FAIL…", "failed test", "registration", "token attempt"],
  phase: "post-join",
  explains: [
    "hybrid-join-incomplete",
    { rule: "device-auth-not-tested", codes: BOTH },
    { rule: "prt-refused", codes: BOTH },
    { rule: "prt-refresh-failed", codes: BOTH },
    { rule: "drs-discovery-failed", codes: BOTH },
    { rule: "drs-connectivity-failed", codes: BOTH },
    { rule: "token-acquisition-failed", codes: BOTH },
    { rule: "token-acquisition-fell-back", codes: BOTH },
    { rule: "registration-failed", codes: BOTH },
    { rule: "failed-attempt-tests-pass", codes: BOTH },
  ],
  summary: "A proxy opens TLS connections in which the device has to show its certificate.",
  why: "The device proves itself with its certificate inside TLS. One connection ended because that certificate was asked for and not passed on, another because TLS itself failed: both fit a proxy that inspects TLS, and hardly anything else.",
  fix: [
    reads(
      "Start `psexec -s -i cmd` (Sysinternals) as an administrator, run `curl.exe -sk -o NUL -w %{certs} https://device.login.microsoftonline.com/`, and read each *Issuer* that it prints. Behind a proxy add `--proxy http://NAME:PORT`.",
      {
        rights: "system",
        proves:
          "If a public authority such as DigiCert or Microsoft issued the certificate, nothing opens the connection on this way. If your own company or a security product did, something inspects TLS.",
      },
    ),
    exemptFromInspection,
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
    const places = [...failures(log)]
    const [first, ...others] = places
    const seen = places.map(({ root }) => networkError(root.code))
    if (!first || !seen.includes(ASKED) || !seen.includes(BROKEN)) return
    yield {
      span: first.span,
      message: `A proxy inspects TLS before ${log.isJoined ? "the device's address" : "an address of the registration"} (${first.root.code})`,
      code: first.root.code,
      ...(first.phase && { phase: first.phase }),
      related: others.map(({ span }) => ({ span, message: "TLS failed here too", sameFailure: true })),
    }
  },
})

interface TlsFailure {
  readonly span: Span
  readonly root: Mention
  readonly phase?: Phase
}

/** Where TLS failed by one of the two codes: at the check of the device, in tests, in attempts to join or to get a token. */
function* failures(log: Evidence): Iterable<TlsFailure> {
  const status = log.field("DeviceAuthStatus")
  const attempts = log.tokenAttempts.flatMap(({ block }) => fieldIn(block, "HTTP Error") ?? [])
  for (const field of [...(status ? [status] : []), ...attempts]) {
    const root = mentionsIn(field).find(isOfTls)
    if (root) yield { span: field.valueSpan, root }
  }
  if (log.isJoined) return
  for (const { field, codes, phase } of log.tests) {
    const root = codes.find(isOfTls)
    if (root) yield { span: field.valueSpan, root, phase }
  }
  for (const { client, phase } of log.registrations) {
    if (client && isOfTls(client)) yield { span: client.span, root: client, ...(phase && { phase }) }
  }
}

function isOfTls({ code }: Mention): boolean {
  const error = networkError(code)
  return error === ASKED || error === BROKEN
}
