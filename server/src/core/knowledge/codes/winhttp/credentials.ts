import type { CodeEntry } from "../../code.ts"
import { postJoinDiagnostics } from "../../headings.ts"
import { keyTested } from "../../ladders.ts"
import { shared } from "../../shared.ts"
import { reads } from "../../step.ts"
import { comErrors } from "./advice.ts"

const testKeys = shared(
  reads("Run `dsregcmd /status` from an elevated prompt and read `KeySignTest`.", {
    inLog: keyTested,
    rights: "administrator",
    proves:
      "FAILED: the private key of the device certificate cannot be used, and its code says why. PASSED: it works, so another certificate or the sign-in of the session is meant.",
  }),
)

/** Codes of the security packages, where Windows has no key or password to prove itself with. */
export const credentialCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x8009030d",
    symbols: ["SEC_E_UNKNOWN_CREDENTIALS"],
    places: ["any"],
    title: "credentials that cannot be used, often a certificate without its key",
    cause:
      "The security package of Windows could not use what it was to prove itself with. In a TLS connection that is mostly a certificate whose private key is missing, damaged or not to be read by the program.",
    resolution: [
      testKeys,
      reads("Look in the System log for event 36870 of Schannel in the same minute.", {
        rights: "administrator",
        proves:
          "An event there: Windows could not use the private key of a certificate for the program that the event names. It is missing or damaged: renew the certificate; or the account of that program has no right to it: give it that. None: the log does not tell which credentials are meant; see as which account the program runs.",
      }),
    ],
    confidence: "inferred",
    sources: [comErrors, postJoinDiagnostics, { page: "schannelKey" }],
  },
  {
    kind: "code",
    code: "0x8009030e",
    symbols: ["SEC_E_NO_CREDENTIALS"],
    places: ["any"],
    title: "no credentials to sign in with",
    cause:
      "The security package of Windows has nothing to prove the caller with: no sign-in of the session that it could use, or no private key for the certificate.",
    resolution: [
      reads(
        "Run `nltest /sc_query:DOMAIN` from an elevated prompt, with the name of the domain: what asks as SYSTEM proves itself with the computer account.",
        {
          rights: "administrator",
          proves:
            "NERR_Success: the account works, so a user's session is meant: sign out and in, which makes a new one. An error: the trust of the PC with its domain is broken, or no domain controller is in reach.",
        },
      ),
      testKeys,
    ],
    confidence: "inferred",
    sources: [comErrors, postJoinDiagnostics, { page: "nltest" }],
  },
]
