import type { CodeEntry } from "../../code.ts"
import { networkRequirements, postJoinDiagnostics } from "../../headings.ts"
import { keyTested } from "../../ladders.ts"
import { reads } from "../../step.ts"
import { NO } from "../../yesNo.ts"
import { exemptFromInspection, winHttp, winInet } from "./advice.ts"

/** Network errors of the certificate with which the PC proves itself. */
export const clientCertificateCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80072f0c",
    symbols: ["ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED", "ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED"],
    places: ["any", "hello"],
    title: "server asks for a client certificate",
    cause: "The server wants the PC to prove itself with a certificate, and none was presented.",
    resolution: [
      reads(
        "Run `curl.exe -sk -o NUL -w %{certs} https://device.login.microsoftonline.com/` as SYSTEM (behind a proxy with `--proxy http://NAME:PORT`) and read each *Issuer*.",
        {
          rights: "system",
          proves:
            "Your own proxy or security product: TLS inspection, which takes the certificate of the device out of the connection; exempt the addresses. A public authority: nothing inspects on this way; go on.",
        },
      ),
      exemptFromInspection,
      reads(
        "On a joined PC, run `dsregcmd /status` from an elevated prompt and read `DeviceCertificateValidity` and `KeySignTest`, which tell whether the device certificate and its key are usable.",
        {
          rights: "administrator",
          inLog: [{ fields: ["AzureAdJoined"], when: NO }],
          proves:
            "A time that is over, or FAILED: the certificate or its key is the fault; look that up. Both fine: the proxy in between is left.",
        },
      ),
    ],
    note: "The Hello page gives the cause as unknown and sends to Microsoft Support. The advice is inferred from the meaning of the number and from the network requirements.",
    sources: [
      winHttp,
      winInet,
      networkRequirements,
      {
        page: "helloErrors",
        heading: "Errors with unknown mitigation",
        anchor: "errors-with-unknown-mitigation",
      },
    ],
  },
  {
    kind: "code",
    code: "0x80072f99",
    symbols: ["ERROR_WINHTTP_CLIENT_CERT_NO_PRIVATE_KEY"],
    places: ["any"],
    title: "client certificate without its private key",
    cause:
      "The client certificate that the PC was to show has no private key on this PC. It may have been imported without the key.",
    resolution: [
      reads(
        "For the device certificate, run `dsregcmd /status` from an elevated prompt: `KeySignTest` tells whether its key works.",
        {
          proves:
            "PASSED: the device's key is there, so another certificate was meant. FAILED: follow the code behind it.",
          inLog: keyTested,
          rights: "administrator",
        },
      ),
      reads(
        "For another certificate, open it in `certlm.msc` or `certmgr.msc`: with a private key, it says so at the bottom of the General tab.",
      ),
    ],
    note: "WinHTTP's page names the error without the number, which stands in the header winhttp.h.",
    sources: [winHttp, postJoinDiagnostics],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f9a",
    symbols: ["ERROR_WINHTTP_CLIENT_CERT_NO_ACCESS_PRIVATE_KEY"],
    places: ["any"],
    title: "no access to the private key of the client certificate",
    cause: "The program may not use the private key that belongs to the client certificate.",
    resolution: [
      reads(
        "Find out under which account the program ran. A certificate of the computer opens for SYSTEM and administrators, one of a user for that user.",
        {
          rights: "user",
          proves:
            "The wrong account: run it in the right one. The right one: the rights on the key were changed; see in `certlm.msc`, All Tasks > Manage Private Keys.",
        },
      ),
      reads("In `certlm.msc`, All Tasks > Manage Private Keys shows who may use the key of a computer certificate.", {
        rights: "administrator",
      }),
    ],
    note: "WinHTTP's page names the error without the number, which stands in the header winhttp.h.",
    sources: [winHttp],
    confidence: "inferred",
  },
]
