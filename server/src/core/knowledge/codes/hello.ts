import type { CodeEntry } from "../code.ts"
import { ssoState } from "../headings.ts"
import { changes, reads } from "../step.ts"
import { attestationState, helloRemedies, signInAgain } from "./helloAdvice.ts"
import { registerAgain, registerAgainSteps } from "./registerAgain.ts"

/**
 * Codes of Windows Hello for Business: of the registration of its key, and one of the sign-in with it.
 * 0x801c03f2 is also a code of the join, where it means something else.
 */
export const helloCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c03e9",
    symbols: [],
    places: ["hello"],
    title: "invalid answer from the service",
    cause:
      "The registration service answered the request for the Windows Hello key with a message that Windows could not read.",
    resolution: [
      reads(
        "Try from a network without a proxy once: a proxy that changes the answer of enterpriseregistration.windows.net makes it unreadable.",
        { where: "network" },
      ),
      signInAgain,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c03ea",
    symbols: [],
    places: ["hello"],
    title: "user or device not authorized",
    cause: "The service did not authorize the user, or the device, to register a Windows Hello key.",
    resolution: [
      reads("Check that the user is allowed to register keys for Windows Hello for Business.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      reads(
        "Check that the user's token is valid: in the log, `AzureAdPrt` should say YES and `DeviceAuthStatus` SUCCESS.",
      ),
    ],
    note: "Reading the token's state from these two fields is inferred. In Windows Autopilot, Microsoft's Intune article on enrollment errors ties the same number to a TPM that has not been upgraded to version 2.0.",
    sources: [helloRemedies, ssoState],
  },
  {
    kind: "code",
    code: "0x801c03eb",
    symbols: [],
    places: ["hello"],
    title: "unexpected HTTP status",
    cause: "The service answered with an HTTP status that Windows does not expect at this step.",
    resolution: [
      reads(
        "Look at event 362 or the events around it in the User Device Registration log: the HTTP status stands there.",
        { rights: "user" },
      ),
      signInAgain,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c03ec",
    symbols: [],
    places: ["hello"],
    title: "unhandled error in the service",
    cause: "The service ran into an error of its own that it had no answer for.",
    resolution: [
      reads(
        "See whether other users have it at the same time; then it is the service, and waiting is all there is to do.",
      ),
      signInAgain,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c03ed",
    symbols: [],
    places: ["hello"],
    title: "one of five reasons, among them missing MFA",
    cause:
      "Microsoft gives this code for five cases. Multifactor authentication was due for the new key and was not done. The request carried no token. The service could not read some object. The request was invalid. Or the user may not join devices to Microsoft Entra ID.",
    resolution: [
      reads(
        "Ask whether the second factor was asked for and answered during the setup, and look for it in the sign-in logs of the user.",
        { rights: "directory-administrator", where: "entra" },
      ),
      reads("Check in the device settings of Microsoft Entra ID that the user may join devices.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      signInAgain,
      registerAgain,
    ],
    note: "The code does not show which of the five it is. Leave registering again for last.",
    sources: [helloRemedies, registerAgainSteps],
  },
  {
    kind: "code",
    code: "0x801c03ee",
    symbols: [],
    places: ["hello"],
    title: "attestation failed",
    cause: "The proof that the new key really sits in this PC's TPM, its attestation, failed.",
    resolution: [attestationState, signInAgain],
    note: "The page says only that attestation failed; what attestation proves is explained from general TPM documentation.",
    sources: [helloRemedies, { page: "tpm", heading: "Key attestation", anchor: "key-attestation" }],
  },
  {
    kind: "code",
    code: "0x801c03ef",
    symbols: [],
    places: ["hello"],
    title: "AIK certificate no longer valid",
    cause:
      "The PC vouches for the new key by a certificate of its TPM, that of the attestation identity key (AIK), and this certificate is no longer valid.",
    resolution: [
      reads("Check date and time of the PC: a certificate looks expired to a clock that runs ahead.", {
        rights: "user",
      }),
      signInAgain,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c03f2",
    symbols: ["ERROR_BAD_DIRECTORY_REQUEST", "DSREG_E_DIRECTORY_FAILURE"],
    places: ["hello"],
    title: "key registration failed, duplicate proxyAddresses",
    cause:
      "The Windows Hello key could not be written to the directory, because another object has the same value in `proxyAddresses`.",
    resolution: [
      reads(
        "Look for synchronization errors of the user in Microsoft Entra Connect Health or the admin center: they name the other object with the same value.",
        { rights: "directory-administrator", where: "entra" },
      ),
      changes("Remove the value that two objects share.", { rights: "directory-administrator", where: "directory" }),
      reads(
        "If there is no conflict, compare the user's mail address in Microsoft Entra ID with the primary SMTP address in `proxyAddresses`. The two must be the same.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    note: "This is the meaning in Windows Hello. In the join phase the same number stands for an error of the directory, such as a device object that has not been synchronized yet.",
    sources: [helloRemedies],
  },
]
