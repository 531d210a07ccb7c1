import type { CodeEntry } from "../../code.ts"
import { postJoinDiagnostics } from "../../headings.ts"
import { keyTested } from "../../ladders.ts"
import { shared } from "../../shared.ts"
import { reads } from "../../step.ts"
import { comErrors } from "./advice.ts"

const testKeys = shared(
  reads(
    "Run `dsregcmd /status` from an elevated prompt and read `KeySignTest`: FAILED means that the private key of the device certificate cannot be used, and its code says why.",
    { inLog: keyTested, rights: "administrator" },
  ),
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
      reads("Look in the System log for event 36870 of Schannel in the same minute: it names the key that failed.", {
        rights: "administrator",
      }),
    ],
    confidence: "inferred",
    sources: [comErrors, postJoinDiagnostics],
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
        "See who asked. As SYSTEM the PC needs its computer account, and `nltest /sc_query:DOMAIN` tells whether its trust with the domain works. As a user, sign out and in, which makes a new session.",
        { rights: "administrator" },
      ),
      testKeys,
    ],
    confidence: "inferred",
    sources: [comErrors, postJoinDiagnostics],
  },
]
