import type { CodeEntry } from "../code.ts"
import { ssoState, userState } from "../headings.ts"
import { shared } from "../shared.ts"
import { changes, endsSignIns, reads } from "../step.ts"
import { askSupport, attestationState, helloRemedies, helloUnknown, repeatSetup } from "./helloAdvice.ts"
import { registerAgain, registerAgainSteps } from "./registerAgain.ts"

const signInAgain = shared(
  endsSignIns("Have the user sign out, sign in again and set up Windows Hello once more.", { rights: "user" }),
)

/**
 * Codes of Windows Hello for Business: of the registration of its key, and one of the sign-in with it.
 * 0x801c03f2 is also a code of the join, where it means something else.
 */
export const helloCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0x801c004d",
    symbols: ["DSREG_NO_DEFAULT_ACCOUNT"],
    places: ["hello"],
    title: "no default WAM account",
    cause:
      "Windows Hello asks for its Microsoft Entra token through the user's default account in the Web Account Manager (WAM), and found none. The PC cannot be set up for a PIN.",
    resolution: [
      reads(
        "Read `WamDefaultSet` under User State in a log taken as the signed-in user, without elevation. It should say YES.",
        { rights: "user" },
      ),
      repeatSetup,
      askSupport,
    ],
    note: "That `WamDefaultSet` shows this account is inferred from the description of the field.",
    sources: [helloUnknown, userState],
  },
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
      reads("Check that the user is allowed to register keys for Windows Hello for Business.", { where: "directory" }),
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
        { rights: "directory-administrator", where: "directory" },
      ),
      reads("Check in the device settings of Microsoft Entra ID that the user may join devices.", {
        rights: "directory-administrator",
        where: "directory",
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
    cause: "The certificate of the attestation identity key (AIK) is no longer valid.",
    resolution: [
      reads("Check date and time of the PC: a certificate looks expired to a clock that runs ahead."),
      signInAgain,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c03f0",
    symbols: [],
    places: ["hello"],
    title: "no key registered for the user",
    cause: "The service has no Windows Hello key on record for this user.",
    resolution: [
      reads(
        "In Microsoft Entra ID, look at the authentication methods of the user: a key of Windows Hello for Business has to be listed.",
        { where: "directory" },
      ),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c03f1",
    symbols: [],
    places: ["hello"],
    title: "no UPN in the token",
    cause: "The user's token does not contain a UPN.",
    resolution: [
      reads("Run `whoami /upn` as the user and compare it with the user name in Microsoft Entra ID.", {
        rights: "user",
      }),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown],
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
        { rights: "directory-administrator", where: "directory" },
      ),
      changes("Remove the value that two objects share.", { rights: "directory-administrator", where: "directory" }),
      reads(
        "If there is no conflict, compare the user's mail address in Microsoft Entra ID with the primary SMTP address in `proxyAddresses`. The two must be the same.",
        { where: "directory" },
      ),
    ],
    note: "This is the meaning in Windows Hello. In the join phase the same number stands for an error of the directory, such as a device object that has not been synchronized yet.",
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c044c",
    symbols: [],
    places: ["hello"],
    title: "no core window",
    cause: "The thread that ran the setup had no window of its own (core window) to work with.",
    resolution: [
      "Start the setup from Settings > Accounts > Sign-in options on the desktop of the user, not from a remote tool or a script.",
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c044d",
    symbols: [],
    places: ["hello"],
    title: "no user token, or no device ID in it",
    cause: "Two causes share this code. Windows could not get a token for the user, or it got one without a device ID.",
    resolution: [
      reads("First check the network and the user's sign-in: both can keep the token away."),
      signInAgain,
      "If the code comes back, take the token to lack the device ID, which calls for a new registration.",
      registerAgain,
    ],
    note: "The order is ours: it starts with the remedy that changes nothing on the PC.",
    sources: [helloRemedies, registerAgainSteps],
  },
  {
    kind: "code",
    code: "0x801c044e",
    symbols: [],
    places: ["hello"],
    title: "no credentials entered",
    cause: "Windows asked the user for credentials and did not receive any.",
    resolution: [
      "Start the setup again with the user at the PC, and have the sign-in window answered this time.",
      signInAgain,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0451",
    symbols: [],
    places: ["hello"],
    title: "user token switch account",
    cause:
      "Microsoft describes the code with these words only: user token switch account. Its remedy points to stored accounts of the Web Account Manager (WAM).",
    resolution: [
      reads(
        "Look under Settings > Accounts > Access work or school which accounts the user has, to add them again if need be.",
        { rights: "user" },
      ),
      endsSignIns(
        "As the user concerned, delete the files in `%LOCALAPPDATA%\\Packages\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy\\AC\\TokenBroker\\Accounts`, then restart the PC.",
        { rights: "user" },
      ),
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0xc00000bb",
    symbols: ["STATUS_NOT_SUPPORTED"],
    places: ["hello"],
    title: "PIN sign-in not supported by the domain controller",
    cause:
      "The domain controller does not support this way of signing in; the user reads that the PIN or option is temporarily unavailable. Most often its Kerberos service (KDC) lacks the right certificate. It can also be that the PC cannot check that certificate against the revocation list (CRL).",
    resolution: [
      "Let the user sign in another way for now, for example with the password.",
      reads("Check the domain controller's certificate for Kerberos authentication.", { where: "directory" }),
      reads("Check from the PC that the CRL addresses in that certificate can be reached."),
    ],
    note: "Microsoft's own advice ends with another sign-in method. The two checks follow from the causes it names.",
    sources: [helloRemedies, { page: "ntstatus" }],
  },
]
