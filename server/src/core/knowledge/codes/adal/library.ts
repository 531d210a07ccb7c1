import type { CodeEntry } from "../../code.ts"
import { authenticationPhase, deviceDetails } from "../../headings.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { endsSignIns, reads } from "../../step.ts"
import { NO } from "../../yesNo.ts"
import { adalTable, askingProgram, earlierCode, issuance, librarySupport, serversOwnCode } from "./advice.ts"

/** The registry values that tell a device its tenant before Active Directory is asked. */
const clientSideScp: Source = {
  page: "hybridControl",
  heading: "Configure client-side registry setting for SCP",
  anchor: "configure-client-side-registry-setting-for-scp",
}

const governmentCloud: Source = {
  page: "hybridHowTo",
  heading: "US Government cloud (inclusive of GCCHigh and DoD)",
  anchor: "us-government-cloud-inclusive-of-gcchigh-and-dod",
}

const tenantSettings = shared(
  reads(
    "For a join the authority follows from the tenant's settings. Check `TenantId` and `TenantName` under HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD if that key exists, otherwise `azureADId` and `azureADName` in the service connection point (SCP).",
    {
      proves: "A value that is wrong or empty: correct it there. Both right: a program gave the authority.",
      rights: "user",
    },
  ),
)

/** Facility 0xaa1 of ADAL: its parameters, handles and certificates, and what it expects of Windows. */
export const adalLibraryCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x8aa50003",
    symbols: ["ERROR_ADAL_USER_DOMAIN_STATUS"],
    places: ["any"],
    title: "domain or local account not told apart",
    cause: "The library could not determine whether the current user has a domain account or a local one.",
    resolution: [
      reads(
        "Run `whoami` and `nltest /dsgetdc:` with the name of the domain, in the session concerned: they show the account, and whether a domain controller is in reach.",
        {
          proves:
            "A local account, or no domain controller: that is why it could not be told. A domain account and a controller: repeat what failed.",
          rights: "user",
        },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10001",
    symbols: ["ERROR_ADAL_NEED_CREDENTIAL"],
    places: ["any"],
    title: "sign-in window needed to go on",
    cause: "The library got as far as it can without asking, and needs a window in which the user signs in.",
    resolution: [
      reads(
        "In a join no window can be shown. Look in event 305 for the reason why the silent sign-in did not suffice.",
        {
          proves:
            "With a code in event 305: follow it. No event 305, for an app asked: the user has to sign in there; go on.",
          rights: "user",
        },
      ),
      reads(
        "In an app, let the user sign in when asked. If no window appears, repeat it in the user's own session, not from an administrator's prompt.",
        { rights: "user" },
      ),
    ],
    sources: [adalTable, authenticationPhase],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10004",
    symbols: ["ERROR_ADAL_WINHTTP_CONNECTION_MISSING"],
    places: ["any"],
    title: "request without a connection",
    cause: "The library wanted to go on with a web request for which there is no connection any more, or not yet.",
    resolution: [
      reads(
        "Look for a time-out or a broken connection just before it (0xcaa82ee2, 0xcaa82efe), in `AdalLog` of event 305 or in AAD Operational: a request that goes on after one has no connection left.",
        { proves: "With one: follow that code. With none: go on with the next step.", rights: "user" },
      ),
      reads(
        "If there is none, repeat the attempt: a connection that ended by itself leaves this number once, not each time.",
        { rights: "user" },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10005",
    symbols: ["ERROR_ADAL_AUTHORITY_IS_NOT_VALID_URL"],
    places: ["any"],
    title: "authority is not a web address",
    cause:
      "The authority, the server that is to issue the token, must be given as `https://` with host and path. It was given in another form.",
    resolution: [tenantSettings, askingProgram],
    sources: [adalTable, clientSideScp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10006",
    symbols: ["ERROR_ADAL_AUTHORITY_IS_INVALID"],
    places: ["any"],
    title: "authority not accepted",
    cause:
      "The library does not accept the authority: it is not among those it knows, and asking for it (discovery) did not confirm it either.",
    resolution: [
      reads(
        "Check whether the tenant is in another cloud. Its host is then not login.microsoftonline.com, but login.microsoftonline.us for one.",
        {
          rights: "user",
          proves:
            "If it is, correct the authority. If it is in the worldwide one, look at the settings that the next step names.",
        },
      ),
      tenantSettings,
      reads("Check that the host of the authority opens from this PC: discovery needs it."),
    ],
    sources: [adalTable, clientSideScp, governmentCloud],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10007",
    symbols: ["ERROR_ADAL_AUTHORITY_EMPTY"],
    places: ["any"],
    title: "no authority given",
    cause: "Nothing was given as the authority, so the library does not know which server to ask for a token.",
    resolution: [
      reads(
        "See whether `TenantId` and `TenantName` have values under HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD, if that key exists: it is read before the service connection point (SCP), so that an empty one there leaves no tenant to ask.",
        {
          proves:
            "Empty or one of them missing: fill both, or remove the key. Filled, or no such key: a program gave no authority; go on.",
          rights: "user",
        },
      ),
      askingProgram,
    ],
    sources: [adalTable, clientSideScp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10009",
    symbols: ["ERROR_ADAL_CLIENTID_EMPTY"],
    places: ["any"],
    title: "no client ID given",
    cause: "The program asked for a token without saying which application it is.",
    resolution: [
      reads(
        "Find out which program asked: event 1098 in AAD Operational names its client, and a program without one can still be told by its time.",
        {
          proves: "If it is Windows itself, take the logs to Microsoft Support. If it is another, tell its maker.",
          rights: "user",
        },
      ),
      askingProgram,
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa1000e",
    symbols: ["ERROR_ADAL_HANDLE"],
    places: ["any"],
    title: "outer code only, AdalErrorCode is the reason",
    cause:
      "By its name a handle was invalid. In event 304 this is only the outer code of a failed token request, and it says nothing about the reason.",
    resolution: [
      reads(
        "Open event 305 of the same minute in the User Device Registration log and look up `AdalErrorCode`: that inner code is the failure.",
        {
          proves: "With an inner code: follow that. Without event 305: go on with event 304.",
          inLog: [
            {
              fields: ["AdalErrorCode"],
              leaves: "Look up {0}, the `AdalErrorCode` of event 305: that inner code is the failure.",
            },
            { fields: ["Event 305"], leaves: "Event 305 stands in this log: its code is the failure." },
          ],
          rights: "user",
        },
      ),
      reads("If there is no event 305, take from `adalLog` in event 304 the HRESULT values below this one.", {
        inLog: [{ fields: ["Event 305"] }],
        rights: "user",
      }),
    ],
    note: "How the two codes go together is seen in question 687273 on Microsoft Q&A, where the inner one was 0x2ee6. Microsoft's table has only the name and the invalid handle.",
    sources: [adalTable, authenticationPhase],
    confidence: "reported",
  },
  {
    kind: "code",
    code: "0xcaa10020",
    symbols: ["ERROR_ADAL_WINHTTP_CONTENT_INVALID"],
    places: ["any"],
    title: "content too large for a web request",
    cause: "The content of a request or an answer is given as larger than 4 GB, the most that fits.",
    resolution: [
      reads(
        "No token is that large. Look at the header `Content-Length` with a proxy log or a trace: the wrong length comes from there.",
        {
          proves: "A proxy that sets the header: correct it there. A server that sends it: tell whoever runs it.",
          where: "network",
        },
      ),
      librarySupport,
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10023",
    symbols: ["ERROR_ADAL_WINHTTP_STATUS_NOT_OK"],
    places: ["any"],
    title: "HTTP status other than 200",
    cause: "A web request was answered with an HTTP status other than 200. The number does not say which.",
    resolution: [
      reads(
        "Find the status: `Https Status` in `Previous Registration`, an 0xcaa301… code in `AdalLog`, or AAD Operational. 407 comes from a proxy, 403 from the server or from a proxy or firewall, 503 from a server that is too busy.",
        {
          proves:
            "407: let the computer account through. 403: see who refused. 503: wait and repeat. Another: look it up here by 0x8019 and the status in hex.",
          inLog: [
            {
              fields: ["Https Status", "HTTP status"],
              leaves:
                "The status was {0}: 407 comes from a proxy, 403 from the server or from a proxy or firewall, 503 from a server that is too busy.",
            },
          ],
          rights: "user",
        },
      ),
      serversOwnCode,
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa1002b",
    symbols: ["ERROR_ADAL_INVALID_METADATA"],
    places: ["any"],
    title: "invalid metadata",
    cause: "Metadata that the library fetched or was given is invalid. The published text does not say whose metadata.",
    resolution: [
      reads(
        "In a federated domain, open the MEX document of the federation service on this PC and compare it with the same document fetched on a federation server.",
        {
          proves:
            "If they differ, something on the way changes it: exempt the address. If they are the same, the document itself is not as Windows wants it: look at the service.",
          rights: "user",
        },
      ),
      earlierCode,
    ],
    sources: [adalTable, issuance],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa1002d",
    symbols: ["ERROR_ADAL_OPERATION_PENDING", "ERROR_OPERATION_PENDING"],
    places: ["auth"],
    title: "general failure of the authentication library",
    cause:
      "A failure of ADAL in general. The name speaks of a pending operation; the reason is the inner code or the server's code behind it.",
    resolution: [
      reads(
        "Read event 305 in the User Device Registration log: `AdalErrorCode` and `AdalLog` have the inner code, `Server error` that of the server.",
        {
          proves:
            "With an inner code: look that up, then the server's. With none: start the join once more, and read the newest event.",
          inLog: [{ fields: ["Server error", "AdalErrorCode"], leaves: "Event 305 stands in this log and says {0}." }],
          rights: "user",
        },
      ),
      reads("Look up the inner code here, then the server's."),
    ],
    note: "The code has two names: the first on Microsoft's hybrid join page, the second in the table of ADAL.",
    sources: [authenticationPhase, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa1003b",
    symbols: ["ERROR_ADAL_FAILED_TO_OPEN_CERTSTORE"],
    places: ["any"],
    title: "user's certificate store did not open",
    cause: "The library could not open the user's certificate store on this PC.",
    resolution: [
      reads(
        "Run `certutil -user -store My` in the session of that user. An error there means that the store or the profile is damaged, whatever asks for it.",
        {
          proves:
            "If it lists certificates without an error, the store is sound, and the moment was the fault: repeat what failed.",
          rights: "user",
        },
      ),
      reads("If a new user on the same PC does not have it, the profile is at fault.", { rights: "user" }),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa10040",
    symbols: ["ERROR_ADAL_SIGNATURE_FAILED"],
    places: ["any"],
    title: "message not signed",
    cause: "The library was to sign a message with a key on this PC, and signing failed.",
    resolution: [
      reads(
        "On a joined PC, take a log from an elevated prompt: `KeySignTest` signs with the device key and reports the result.",
        {
          proves: "PASSED: the device key can sign, so another key was meant. FAILED: follow the code behind it.",
          rights: "administrator",
        },
      ),
      reads("If `TpmProtected` is YES, look for TPM errors (0x8028…, 0x8029…, 0x8009…) at that time.", {
        inLog: [{ fields: ["TpmProtected"], when: NO }],
      }),
    ],
    sources: [adalTable, deviceDetails],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa100d8",
    symbols: [],
    places: ["post-join"],
    title: "account asked for is not the one signed in",
    cause:
      "A program asked for a token for one account, and the sign-in or the stored accounts belong to another. So reports read the number; Microsoft lists it nowhere.",
    resolution: [
      reads("Read event 1098 in AAD Operational: the text behind the number says what the library compared.", {
        proves:
          "If it names two accounts, sign the app out of the one that was not meant. If it names one, that account was removed from Windows.",
        rights: "user",
      }),
      reads(
        "Under Settings > Accounts > Access work or school, compare the accounts listed with the one the app is to use.",
        {
          rights: "user",
        },
      ),
      endsSignIns("Sign out of the app and in again with the account it is meant for.", { rights: "user" }),
    ],
    confidence: "reported",
    sources: [{ page: "event1098" }],
  },
]
