import type { CodeEntry } from "../../code.ts"
import { discoverPhase } from "../../headings.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"
import {
  comErrors,
  exemptFromInspection,
  noInspection,
  readTls12,
  registrationTls,
  winHttp,
  winInet,
} from "./advice.ts"

/** How to have Windows check a certificate, with its chain and its revocation. */
const certificateCheck: Source = {
  page: "workplaceJoinLogs",
  heading: "Validate the validity and Revocation Status of a certificate",
  anchor: "validate-the-validity-and-revocation-status-of-a-certificate",
}

const lookAtCertificate = shared(
  reads(
    "Start `psexec -s -i cmd` (Sysinternals) as an administrator, run `curl.exe -sk -o NUL -w %{certs}` with the failing address, and read each *Issuer* that it prints. Behind a proxy add `--proxy http://NAME:PORT`.",
    {
      rights: "system",
      proves:
        "If your own company or a security product issued the certificate, TLS inspection is at work. If a public authority did, nothing opens the connection on this way; look at the dates of the certificate and at the clock.",
    },
  ),
)

const exemptAddress = shared(changes("If TLS inspection is at work, exempt the address from it.", { where: "network" }))

/** Network errors of TLS: certificates, versions, and the client certificate. */
export const tlsCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80072f05",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_DATE_INVALID", "ERROR_INTERNET_SEC_CERT_DATE_INVALID"],
    places: ["any"],
    title: "server certificate outside its dates",
    cause: "The certificate of the server, or one in its chain, is not valid at the time the PC's clock shows.",
    resolution: [
      reads(
        "Compare the clock of the PC with a time server: `w32tm /stripchart /computer:time.windows.com /samples:3`. In a saved log, {Client Time} is that clock.",
        {
          proves: "Off by hours or days: set it. Right: a certificate on the way has expired; see whose.",
          rights: "user",
        },
      ),
      reads(
        "If the clock is right, look which certificate has expired: with TLS inspection it may be the one of the proxy, with AD FS that of the federation service.",
      ),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f06",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_CN_INVALID", "ERROR_INTERNET_SEC_CERT_CN_INVALID"],
    places: ["any"],
    title: "server certificate for another name",
    cause: "The server showed a certificate that was issued for a name other than the one in the address.",
    resolution: [
      reads(
        "Run `curl.exe -sk -o NUL -w %{certs}` with the address as SYSTEM, and compare its host with the *Subject* of the server's certificate. The name of a proxy or of a login page says who answered in place of the server.",
        {
          proves:
            "The names fit: the server shows the right certificate now; repeat what failed. They do not: whoever bears that name answers in its place.",
          rights: "system",
        },
      ),
      exemptAddress,
      reads("Look for a wrong DNS or hosts entry that sends the name to another server."),
      reads("On your own federation service, check that its certificate has the federation service name.", {
        rights: "directory-administrator",
        where: "federation-service",
      }),
    ],
    sources: [winHttp, winInet, noInspection],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f0d",
    symbols: ["ERROR_WINHTTP_SECURE_INVALID_CA", "ERROR_INTERNET_INVALID_CA"],
    places: ["any"],
    title: "server certificate from an untrusted authority",
    cause: "The chain of the server's certificate ends in a root certificate that the PC does not trust.",
    resolution: [
      reads(
        "Run `curl.exe -sk -o NUL -w %{certs}` with the address as SYSTEM and look which *Issuer* is its own *Subject*, or the last one.",
        {
          proves:
            "Your company's own: TLS inspection, or your federation service. One that nobody knows: something in between answers. A public authority: what SYSTEM is shown now is in order; see that its root is in Trusted Root Certification Authorities.",
          rights: "system",
        },
      ),
      exemptAddress,
      "If it is the certificate of your own federation service, its root has to be in the Trusted Root Certification Authorities of the computer, not only of the user.",
    ],
    sources: [winHttp, winInet, noInspection],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f19",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_REV_FAILED", "ERROR_INTERNET_SEC_CERT_REV_FAILED"],
    places: ["any"],
    title: "revocation not checked",
    cause:
      "Windows could not check whether the server's certificate has been revoked, because the revocation server did not answer.",
    resolution: [
      reads(
        "Save the server's certificate to a file and run `certutil -verify -urlfetch` on it, as SYSTEM: it tries each address of a revocation list and says which one it could not read.",
        {
          proves:
            "One that it could not read: let SYSTEM reach that address. All read: the list is in reach now; repeat what failed.",
          rights: "system",
        },
      ),
      changes(
        "Let the PC, as SYSTEM, reach the addresses for CRL and OCSP that it prints; they often use plain HTTP, which a proxy may block.",
        { where: "network" },
      ),
    ],
    sources: [certificateCheck, winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f7d",
    symbols: ["ERROR_WINHTTP_SECURE_CHANNEL_ERROR", "ERROR_INTERNET_SECURITY_CHANNEL_ERROR"],
    places: ["any"],
    title: "secure channel failed",
    cause:
      "The TLS connection could not be set up. The error lies in the secure channel (Schannel) of Windows or in what the other side offers.",
    resolution: [
      reads(
        "Read the Schannel events in the System log at that time; their text names the stage that failed. An old federation server and a hardened PC may have no cipher suite in common.",
        {
          proves: "An event: follow its text. None: the connection ended before TLS; look for what cuts it.",
          rights: "user",
        },
      ),
      readTls12,
      lookAtCertificate,
      exemptAddress,
    ],
    sources: [winHttp, winInet, registrationTls, noInspection],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f89",
    symbols: ["ERROR_WINHTTP_SECURE_INVALID_CERT", "ERROR_INTERNET_SEC_INVALID_CERT"],
    places: ["any"],
    title: "server certificate invalid",
    cause: "The server's certificate, or the chain it belongs to, is malformed or breaks a rule for such chains.",
    resolution: [
      reads(
        "Save the certificate that SYSTEM is shown and run `certutil -verify` on the file: it goes through the chain and names the rule that a certificate breaks.",
        {
          proves:
            "A rule that is broken: whoever runs that server or proxy has to replace the certificate. None: the certificate is sound now; repeat what failed.",
          rights: "system",
        },
      ),
      lookAtCertificate,
      exemptAddress,
    ],
    sources: [certificateCheck, winHttp, winInet, noInspection],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f8a",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_REVOKED", "ERROR_INTERNET_SEC_CERT_REVOKED"],
    places: ["any"],
    title: "server certificate revoked",
    cause:
      "The authority that issued a certificate in the server's chain has taken it back before its end (revoked it).",
    resolution: [
      reads(
        "Run `certutil -verify -urlfetch` as SYSTEM on the saved certificate: it says which one of the chain is revoked, that of the server or one above it.",
        {
          proves:
            "Your own: get another one from the authority. A proxy's or a stranger's: see who answers at that address.",
          rights: "system",
        },
      ),
      "Replace the certificate if the server is yours: the federation service, the proxy, the server of the PAC file.",
    ],
    sources: [certificateCheck, winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f8f",
    symbols: ["ERROR_WINHTTP_SECURE_FAILURE", "WININET_E_DECODING_FAILED", "ERROR_INTERNET_DECODING_FAILED"],
    places: ["any", "hello"],
    title: "TLS failure, or answer not decoded",
    cause:
      "Two meanings share the number. In WinHTTP the server's certificate has one or more errors; in WinINet the content of the answer could not be decoded.",
    resolution: [
      reads("Compare the clock of the PC with the real time, time zone included.", {
        rights: "user",
        proves:
          "A clock that is off by hours or more makes every certificate look wrong: set it, and try again. If it is right, look at the certificate.",
      }),
      lookAtCertificate,
      exemptAddress,
    ],
    note: "The Hello page speaks of activating Windows and names no remedy.",
    sources: [
      winHttp,
      winInet,
      {
        page: "helloErrors",
        heading: "Errors with unknown mitigation",
        anchor: "errors-with-unknown-mitigation",
      },
      noInspection,
    ],
  },
  {
    kind: "code",
    code: "0x80072f8f",
    symbols: ["WININET_E_DECODING_FAILED", "ERROR_WINHTTP_SECURE_FAILURE", "ERROR_INTERNET_DECODING_FAILED"],
    places: ["discover"],
    title: "TLS failure, or answer not decoded",
    cause:
      "Windows could not decode what came back when it asked where to register; typically a proxy interfered with the answer. As a WinHTTP error the same number means that the server's TLS certificate was not accepted.",
    resolution: [
      reads(
        "Compare date, time and time zone of the PC with a clock that is right; {Client Time} in the log is that of the PC.",
        {
          rights: "user",
          proves:
            "Off by minutes or more: set it with `w32tm /resync` from an elevated prompt, and the time zone with `tzutil /s`, then start the join. Right: go on.",
        },
      ),
      reads(
        "Run `curl.exe -sk -o NUL -w %{certs} https://enterpriseregistration.windows.net/` as SYSTEM (behind a proxy with `--proxy http://NAME:PORT`) and read each *Issuer*.",
        {
          rights: "system",
          proves:
            "Your own company or a security product: something inspects TLS; exempt the addresses. A public authority such as DigiCert or Microsoft: nothing opens the connection on this way; go on with TLS 1.2.",
        },
      ),
      changes("Make sure that the proxy neither blocks nor changes the answer of enterpriseregistration.windows.net.", {
        where: "network",
      }),
      exemptFromInspection,
      readTls12,
    ],
    note: "The hybrid join page knows only the first meaning. Certificate, clock and TLS version follow from the second, which WinHTTP documents.",
    sources: [discoverPhase, winHttp, winInet, registrationTls, noInspection, { page: "tzutil" }],
  },
  {
    kind: "code",
    code: "0x80072f93",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE"],
    places: ["any"],
    title: "server certificate not meant for this use",
    cause: "The certificate that the server showed is not valid for identifying a server.",
    resolution: [
      reads(
        "Open the certificate that the server shows and look under Enhanced Key Usage: Server Authentication has to be listed.",
        {
          rights: "user",
          proves:
            "Missing: the certificate has to be issued anew for a server. Listed: the PC was shown another one; look with the account that failed.",
        },
      ),
      lookAtCertificate,
      exemptAddress,
    ],
    sources: [winHttp, noInspection],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80090326",
    symbols: ["SEC_E_ILLEGAL_MESSAGE"],
    places: ["any"],
    title: "TLS handshake broken off, message not as expected",
    cause:
      "In the handshake one side sent what the other did not expect. A server or proxy that offers only other versions or ciphers of TLS ends it in this way, and so does one that wants a client certificate.",
    resolution: [
      reads("Run `curl.exe -v https://enterpriseregistration.windows.net/` on this PC from another network.", {
        proves:
          "It succeeds there: something on the first network ends the handshake. It fails on every network: look at TLS on the PC, a policy that turns TLS 1.2 or its ciphers off.",
        rights: "user",
      }),
      readTls12,
      exemptFromInspection,
    ],
    confidence: "inferred",
    sources: [comErrors, registrationTls, noInspection],
  },
  {
    kind: "code",
    code: "0x80090331",
    symbols: ["SEC_E_ALGORITHM_MISMATCH"],
    places: ["any"],
    title: "no TLS version or cipher in common",
    cause:
      "The PC and the server, or the proxy between them, have no version of TLS and no cipher that both accept. Device registration needs TLS 1.2.",
    resolution: [
      readTls12,
      reads("Run `Get-TlsCipherSuite` in PowerShell, and compare the list with that of a PC that joins.", {
        rights: "administrator",
        proves:
          "If suites are missing here, a policy took them away: Computer Configuration > Administrative Templates > Network > SSL Configuration Settings > *SSL Cipher Suite Order*; set it to Not Configured and restart. If the lists are the same, go on.",
      }),
      exemptFromInspection,
    ],
    confidence: "inferred",
    sources: [comErrors, registrationTls, noInspection, { page: "cipherSuites" }],
  },
]
