import type { CodeEntry } from "../code.ts"
import { joinPhase, preJoinDiagnostics, ssoState } from "../headings.ts"
import { waitForSync } from "../joinLadders.ts"
import { askForEnterpriseTokenAgain } from "../ladders.ts"
import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, reads } from "../step.ts"
import { appAnswer, signInLog } from "./aadsts/advice.ts"

/** The words of OAuth, each with what an app should make of it. */
const oauthTable: Source = {
  page: "aadsts",
  heading: "Handling error codes in your application",
  anchor: "handling-error-codes-in-your-application",
}

const readNumber = shared(
  reads(
    "Look up the number beside the word, at the start of `Server Error Description` or in the message: AADSTS… or MSIS… says it finer.",
    {
      inLog: [
        {
          fields: ["Server Error Description", "Server Message"],
          leaves: "Look up the number in what the server said, {0}: AADSTS… or MSIS… says it finer.",
        },
      ],
    },
  ),
)

/** Error codes that servers spell out: those of OAuth, of AD FS, and of the registration service. */
export const oauthCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AuthenticationError",
    symbols: [],
    places: ["join"],
    title: "registration service could not verify the device",
    cause:
      "The registration service could not establish that the request comes from the device it names. In a sync join that is most often a certificate which is not synchronized yet.",
    resolution: [
      reads(
        "Go by `Server Message`. Where it speaks of the target computer's SID, wait for a synchronization cycle and let the join run again.",
        {
          rights: "user",
          proves: "Another message: look that up. None: go on with the certificate of the computer.",
          inLog: [
            {
              fields: ["Server Message"],
              when: /SID/,
              leaves: changes(
                "Wait for a synchronization cycle and let the join run again: the server could not verify the computer's SID yet.",
              ),
            },
            { fields: ["Server Message"], leaves: "The server said {0}: go by that." },
            { fields: ["Server ErrorCode"] },
          ],
        },
      ),
      reads(
        "With no message or another one, see that `userCertificate` on the computer object in Active Directory has a value, and that the synchronization has the computer in its scope.",
        { rights: "directory-administrator", where: "active-directory" },
      ),
      reads(
        "If it stays, keep {Request Id} and the time of the attempt, {Previous Registration}, for Microsoft Support.",
        { rights: "user" },
      ),
    ],
    confidence: "inferred",
    sources: [joinPhase, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "DirectoryError",
    symbols: [],
    places: ["join"],
    title: "error of the directory, most often no device object yet",
    cause:
      "The registration service got an error where it asks the directory of the tenant. Most often the device object is not synchronized yet; a wrong tenant ID and a throttled request come under the same word.",
    resolution: [
      reads(
        "Let `Server Message` decide. It speaks of a device object that is not found, of AADSTS90002, or of a throttled request, and each wants something else done.",
        {
          rights: "user",
          proves: "Not found: wait for the sync. AADSTS90002: correct the tenant. Throttled: wait. None: go on.",
          inLog: [
            {
              fields: ["Server Message"],
              leaves:
                "The server said {0}: go by that. An object that is not found, AADSTS90002 and a throttled request each want something else done.",
            },
            { fields: ["Server ErrorCode"] },
          ],
        },
      ),
      ...waitForSync,
    ],
    confidence: "inferred",
    sources: [joinPhase, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "MSIS9682",
    symbols: [],
    places: ["post-join"],
    title: "request not from a registered device",
    cause:
      "AD FS refused its own token, the one that `EnterprisePrt` stands for: it knows no registered device for the certificate that signed the request. The token of Microsoft Entra ID works without it.",
    resolution: [
      reads(
        "Ask whoever runs AD FS whether it issues certificates for Windows Hello for Business (certificate trust), or has access control policies that ask for a registered device.",
        {
          rights: "directory-administrator",
          where: "federation-service",
          proves: "If it does neither, nothing waits for this token: leave it. If it does one of the two, go on.",
        },
      ),
      reads(
        "In Active Directory Users and Computers, with View > Advanced Features on, look below RegisteredDevices for the name that is {DeviceId}.",
        {
          rights: "directory-administrator",
          where: "active-directory",
          proves:
            "If it is not there, AD FS does not know the device: device writeback is off, or it has not brought it yet, which can take up to three hours from the join. If it is there, read AD FS > Admin in Event Viewer on the federation servers at the time of the attempt.",
        },
      ),
      askForEnterpriseTokenAgain,
      changes(
        "If device writeback is off and wanted, turn it on in Microsoft Entra Connect under *Configure device options*. It writes every joined device of the tenant into Active Directory, so plan it first.",
        { rights: "administrator", where: "sync-server" },
      ),
    ],
    note: "The message is all that is published about the number. In the public report of it the device had been written back.",
    confidence: "inferred",
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
    code: "interaction_required",
    symbols: [],
    places: ["any"],
    title: "user has to be asked, the description says for what",
    cause:
      "The server wants the user to do something before it issues a token, such as a second factor. Windows and apps asked silently, where nobody can answer.",
    resolution: [
      reads(
        "Read the sentence beside the word: it says what the user has to do, such as a second factor or terms of use.",
        {
          rights: "user",
          proves: "A second factor: let the user give it in the app. A policy: find the sign-in in the logs.",
        },
      ),
      changes("Have the user open the app and sign in there; it shows what is asked for.", {
        rights: "user",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [oauthTable],
  },
  {
    kind: "code",
    code: "invalid_client",
    symbols: [],
    places: ["any"],
    title: "app's credentials not accepted, the description says why",
    cause: "The app that asks has to prove itself by a secret or a certificate, and what it showed was not accepted.",
    resolution: [
      reads("See in the app registration whether the secret or the certificate has run out.", {
        proves: "Run out: renew it. Still valid: the number beside the word says more.",
        rights: "directory-administrator",
        where: "app",
      }),
      readNumber,
      changes("Renew the secret or the certificate in the app registration.", {
        rights: "directory-administrator",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [oauthTable],
  },
  {
    kind: "code",
    code: "invalid_grant",
    symbols: [],
    places: ["post-join"],
    title: "refused by the server, the description says why",
    cause:
      "The server did not accept what it was given to issue a token for: a password, a token or a signed request. Almost every refusal of a PRT carries this OAuth error, so it says nothing by itself.",
    resolution: [
      reads(
        "Take the number at the start of `Server Error Description` for the cause, and look that up: AADSTS… is from Microsoft Entra ID, MSIS… from AD FS.",
        {
          rights: "user",
          proves: "No number: `HTTP status` and `Endpoint URI` tell who refused.",
          inLog: [
            {
              fields: ["Server Error Description"],
              leaves:
                "Look up the number at the start of what the server said, {0}: AADSTS… is from Microsoft Entra ID, MSIS… from AD FS.",
            },
          ],
        },
      ),
      reads(
        "{Endpoint URI} tells which server answered; if it was Microsoft Entra ID, its sign-in logs have the attempt under {Correlation ID}, with a failure reason.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    confidence: "inferred",
    sources: [
      oauthTable,
      { page: "hybridJoin", heading: "Step 2: Find the error code", anchor: "step-2-find-the-error-code" },
      ssoState,
    ],
  },
  {
    kind: "code",
    code: "invalid_request",
    symbols: [],
    places: ["any"],
    title: "request not usable, the description says why",
    cause:
      "The server could not work with the request: something in it is missing or malformed, or names what is not there, such as a tenant.",
    resolution: [
      reads(
        "Compare {Endpoint URI} with what was meant: the tenant in it stands for the user's domain or the device's tenant.",
        {
          rights: "user",
          proves: "The wrong tenant: see whose user signed in. The right one: the number beside the word says more.",
        },
      ),
      readNumber,
      signInLog,
    ],
    confidence: "inferred",
    sources: [oauthTable, ssoState],
  },
  {
    kind: "code",
    code: "invalid_resource",
    symbols: [],
    places: ["any"],
    title: "resource not usable in the tenant",
    cause: "The resource that a token was asked for does not exist, or is not set up in this tenant.",
    resolution: [
      reads("Compare the name of the resource in the message with the one that its maker gives.", {
        rights: "user",
        proves: "They differ: correct it. The same: have it added to the tenant.",
      }),
      readNumber,
      changes("Have an administrator install the app that the resource belongs to, and correct a mistyped name.", {
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [oauthTable],
  },
  {
    kind: "code",
    code: "temporarily_unavailable",
    symbols: [],
    places: ["any"],
    title: "server too busy for now",
    cause: "The server had too much to do to answer this request.",
    resolution: [
      reads("Lock and unlock the PC after some minutes, or repeat the app's sign-in.", {
        proves: "It works: nothing is left to do. It stays for an hour: look at the service health.",
        rights: "user",
      }),
      signInLog,
    ],
    sources: [oauthTable],
  },
  {
    kind: "code",
    code: "unauthorized_client",
    symbols: [],
    places: ["any"],
    title: "app not allowed to ask in this way",
    cause: "The app that asks is not registered, is not in the user's tenant, or may not use this kind of request.",
    resolution: [
      reads("Look for the app under Enterprise apps of the user's tenant, by the identifier in the message.", {
        proves: "Missing or disabled: add or enable it. There: it asks in a way that is not allowed to it.",
        rights: "directory-administrator",
        where: "entra",
      }),
      readNumber,
      appAnswer,
    ],
    sources: [oauthTable],
  },
  {
    kind: "code",
    code: "unsupported_grant_type",
    symbols: [],
    places: ["any"],
    title: "kind of request that the server does not offer",
    cause:
      "The request was of a kind that this server does not take. From an app it is a fault of its program; from Windows, asking AD FS, of an old or restricted server.",
    resolution: [
      reads("Read `Endpoint URI`: which server was asked, and is it the one that it should be?", {
        rights: "user",
        proves:
          "Another than meant: correct the address. The right one: its vendor tells the kinds of request that it takes.",
        inLog: [{ fields: ["Endpoint URI"], leaves: "{0} was asked: see that it is the server that it should be." }],
      }),
      changes("In an app of your own, change the grant type in its request.", { where: "app" }),
    ],
    confidence: "inferred",
    sources: [oauthTable],
  },
]
