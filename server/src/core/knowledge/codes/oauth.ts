import type { CodeEntry } from "../code.ts"
import { joinPhase, preJoinDiagnostics, ssoState } from "../headings.ts"
import { changes, reads } from "../step.ts"

/** Error codes that servers spell out: those of OAuth, of AD FS, and of the registration service. */
export const oauthCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "AuthenticationError",
    symbols: [],
    places: ["join"],
    title: "class of error, the server's message decides",
    cause:
      "The registration service could not establish that the request comes from the device it names. The word names a class of errors; it has no cause of its own.",
    resolution: [
      reads(
        "Go by `Server Message`. About the target computer's SID, for one, it means a certificate that is not synchronized yet.",
      ),
    ],
    note: "What the word stands for is inferred from its name and from the one message that Microsoft lists under it.",
    sources: [joinPhase],
  },
  {
    kind: "code",
    code: "DirectoryError",
    symbols: [],
    places: ["join"],
    title: "class of error, the server's message decides",
    cause:
      "The registration service got an error where it asks the directory of the tenant. Unrelated troubles share this word, from one that passes within minutes to a wrong tenant ID.",
    resolution: [
      reads(
        "Let `Server Message` decide. It speaks of a device object that is not found, of AADSTS90002, or of a throttled request, and each wants something else done.",
      ),
      "If it says something else, keep `Request Id` and the time in `Previous Registration` for Microsoft Support.",
    ],
    note: "What the word stands for is inferred from its name and from the messages that Microsoft lists under it.",
    sources: [joinPhase, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "MSIS9682",
    symbols: [],
    places: ["post-join"],
    title: "request not from a registered device",
    cause:
      "AD FS refused its own token, the one that EnterprisePrt stands for. The certificate that signed the request is not that of a device which AD FS knows as registered, with a transport key. The token of Microsoft Entra ID is not concerned.",
    resolution: [
      "First see whether it matters. It does where AD FS issues certificates for Windows Hello for Business or guards its applications by device; elsewhere leave it.",
      reads(
        "Look for the device under RegisteredDevices in Active Directory, where device writeback of Microsoft Entra Connect puts it. That can take up to three hours.",
        { where: "directory" },
      ),
      changes("If it is not there, enable device writeback, or find out why this device is left out.", {
        rights: "directory-administrator",
        where: "directory",
      }),
    ],
    note: "The message is all that is published about the number, and that device writeback is the remedy is inferred. In the public report of this error the device had been written back.",
    sources: [
      { page: "enterpriseStsQuestion" },
      {
        page: "deviceWriteback",
        heading: "Verify Devices are synchronized to Active Directory",
        anchor: "verify-devices-are-synchronized-to-active-directory",
      },
      {
        page: "registration",
        heading: "Microsoft Entra hybrid joined in Federated environments",
        anchor: "microsoft-entra-hybrid-joined-in-federated-environments",
      },
      ssoState,
    ],
  },
  {
    kind: "code",
    code: "invalid_grant",
    symbols: [],
    places: ["post-join"],
    title: "credential not accepted, the description says why",
    cause:
      "The server did not accept what it was given to issue a token for: a password, a token or a signed request. Almost every refusal of a PRT carries this OAuth error, so it says nothing by itself.",
    resolution: [
      reads(
        "Look up the code at the start of `Server Error Description`: AADSTS… is from Microsoft Entra ID, MSIS… from AD FS.",
      ),
      reads("`Endpoint URI` tells which of the two servers answered."),
    ],
    note: "Microsoft describes the error for apps; how often a PRT is refused with it is seen in logs.",
    sources: [
      {
        page: "aadsts",
        heading: "Handling error codes in your application",
        anchor: "handling-error-codes-in-your-application",
      },
      {
        page: "hybridJoin",
        heading: "Step 2: Find the error code",
        anchor: "step-2-find-the-error-code",
      },
      ssoState,
    ],
  },
]
