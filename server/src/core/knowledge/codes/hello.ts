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
      reads("Try the setup once from a network without a proxy.", {
        rights: "user",
        proves:
          "It works there: the proxy changes the answer of enterpriseregistration.windows.net; exempt it. It fails there too: go on with a new sign-in.",
        where: "network",
      }),
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
      reads(
        "In the Microsoft Entra admin center open Entra ID > Users, the user, and see that the account is enabled and a member of this tenant; then ask whether a policy keeps the user from registering keys for Windows Hello.",
        {
          proves:
            "Disabled or a guest: that is the cause. Enabled, and no such policy: look at the token of the user next.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads("See in the log that the user has a valid token: `AzureAdPrt : YES` and `DeviceAuthStatus : SUCCESS`.", {
        proves: "Both so: take the code to Microsoft Support. One is not: follow that line first.",
      }),
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
        {
          proves:
            "With a status: look it up by 0x8019 and the status in hex. Without one: sign out and in and repeat the setup.",
          rights: "user",
        },
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
        { rights: "user", proves: "If this user alone has it, sign out and in and repeat the setup." },
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
        {
          proves:
            "Not asked or not answered: that is the case; repeat the setup with it at hand. Answered: go on with the rights of the user.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads("Check in the device settings of Microsoft Entra ID that the user may join devices.", {
        proves: "Left out: add the user. Covered: go on with a new sign-in.",
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
        proves:
          "If the clock is wrong, set it and repeat the setup. If it is right, the certificate has run out, and a new sign-in lets Windows fetch another.",
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
        {
          proves:
            "With an error: remove the value from the object that should not have it. Without one: compare the addresses as in the last step.",
          rights: "directory-administrator",
          where: "entra",
        },
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
