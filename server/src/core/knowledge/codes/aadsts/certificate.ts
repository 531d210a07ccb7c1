import type { CodeEntry } from "../../code.ts"
import { changes, reads } from "../../step.ts"
import { appAnswer, signInLog, table } from "./advice.ts"

/** Answers about the certificate that a user or an app signs in with; that of the device has other codes. */
export const certificateCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS220501",
    symbols: ["InvalidCrlDownload"],
    places: ["any"],
    title: "revocation list of the user's certificate not reachable",
    cause:
      "The user signs in with a certificate, and Microsoft Entra ID could not download the list of revoked certificates from the address of the certification authority, or the list has expired.",
    resolution: [
      reads(
        "Open the address of the list in a browser from outside the company network, and read *Next Update* in it: that date has to lie ahead.",
        {
          rights: "user",
          proves: "No answer or a past date: publish a new list there. A list that is valid: repeat the sign-in.",
          where: "network",
        },
      ),
      changes("Publish a new list at an address that anybody can reach.", {
        rights: "directory-administrator",
        where: "network",
      }),
      appAnswer,
    ],
    sources: [{ page: "aadsts220501", heading: "Resolution", anchor: "resolution" }, table],
  },
  {
    kind: "code",
    code: "AADSTS50017",
    symbols: ["CertificateValidationFailed"],
    places: ["any"],
    title: "user's certificate not valid for the tenant",
    cause:
      "The user signs in with a certificate, on a smart card for one, and Microsoft Entra ID could not validate it: an issuing certificate is missing among the tenant's certification authorities, or a revocation list could not be read.",
    resolution: [
      reads(
        "See that every certification authority of the chain, root and intermediate, is uploaded to the tenant, and that the authority key identifier of each certificate equals the subject key identifier of the one above.",
        {
          proves:
            "One missing: upload it. All there: compare the key identifiers as said, and get the certificate issued anew where they differ.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads("Check that the addresses of the revocation lists open from outside the company network.", {
        where: "network",
      }),
      reads(
        "Compare the certificate policies along the chain; where one lacks them, the certificate has to be issued anew.",
      ),
    ],
    sources: [
      {
        page: "aadsts50017",
        heading: "Cause 1: Certificate chain failures or validation failures",
        anchor: "cause-1-certificate-chain-failures-or-validation-failures",
      },
      table,
    ],
  },
  {
    kind: "code",
    code: "AADSTS50192",
    symbols: ["RawCredentialExpectedNotFound"],
    places: ["any"],
    title: "sign-in request without its credential",
    cause:
      "The request should have carried a credential and had none. With a sign-in by certificate, either no certificate was chosen, or a proxy on the way took it out.",
    resolution: [
      reads("Try the sign-in from a network without the proxy.", {
        proves:
          "It works there: the proxy inspects TLS and drops the certificate. It fails there too: see whether the user picked a certificate at all.",
        where: "network",
      }),
      reads("Otherwise see whether the user has a certificate that the tenant accepts, and picks it when asked.", {
        rights: "user",
      }),
      signInLog,
      changes(
        "Exempt the certificate addresses from inspection: `*.certauth.login.microsoftonline.com` for users, `device.login.microsoftonline.com` for the device.",
        { where: "network" },
      ),
    ],
    confidence: "inferred",
    sources: [table, { page: "tenantRestrictions", heading: "Configuration", anchor: "configuration" }],
  },
]
