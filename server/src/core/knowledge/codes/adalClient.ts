import type { CodeEntry } from "../code.ts"
import { deviceDetails } from "../headings.ts"
import { shared, testAsSystem } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, endsSignIns, reads } from "../step.ts"
import {
  adalTable,
  askingProgram,
  authenticationPhase,
  inferred,
  issuance,
  prerequisites,
  serversOwnCode,
} from "./adalService.ts"

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

const librarySupport = shared(
  "Repeat the attempt. If the number stays and no other code stands beside it, collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support: it tells about a call inside the library, not about a setting.",
)

const earlierCode = shared(
  reads("Look for a code before this one in the same attempt: in `AdalLog` of event 305, or in AAD Operational."),
)

const tenantSettings = shared(
  reads(
    "For a join the authority follows from the tenant's settings. Check `TenantId` and `TenantName` under HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD if that key exists, otherwise `azureADId` and `azureADName` in the service connection point (SCP).",
  ),
)

const brokerProcesses = shared(
  reads(
    "See that neither a firewall nor an antivirus program on the PC blocks `Microsoft.AAD.BrokerPlugin.exe` and `backgroundTaskHost.exe`, which fetch the tokens.",
  ),
)

const realOutage = shared(
  reads(
    "Compare the time with that of a lost network: after sleep, hibernation or a change of Wi-Fi this code passes by itself.",
  ),
)

const officeArticle =
  'Microsoft explains such errors, and names the two processes, in "Connection issues when signing in after updating to Office 2016 build 16.0.7967 on Windows 10".'

/** The facilities of ADAL that speak of the library on the PC: its parameters, handles, certificates, data and downloads. */
export const adalClientCodes: readonly CodeEntry[] = [
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
        { rights: "user" },
      ),
    ],
    note: inferred,
    sources: [adalTable],
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
      ),
      "In an app, let the user sign in when asked. If no window appears, repeat it in the user's own session, not from an administrator's prompt.",
    ],
    note: inferred,
    sources: [adalTable, authenticationPhase],
  },
  {
    kind: "code",
    code: "0xcaa10004",
    symbols: ["ERROR_ADAL_WINHTTP_CONNECTION_MISSING"],
    places: ["any"],
    title: "request without a connection",
    cause: "The library wanted to go on with a web request for which there is no connection any more, or not yet.",
    resolution: [earlierCode, librarySupport],
    sources: [adalTable],
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
    note: inferred,
    sources: [adalTable, clientSideScp],
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
      ),
      tenantSettings,
      reads("Check that the host of the authority opens from this PC: discovery needs it."),
    ],
    note: inferred,
    sources: [adalTable, clientSideScp, governmentCloud],
  },
  {
    kind: "code",
    code: "0xcaa10007",
    symbols: ["ERROR_ADAL_AUTHORITY_EMPTY"],
    places: ["any"],
    title: "no authority given",
    cause: "Nothing was given as the authority, so the library does not know which server to ask for a token.",
    resolution: [tenantSettings, askingProgram],
    note: inferred,
    sources: [adalTable, clientSideScp],
  },
  {
    kind: "code",
    code: "0xcaa10009",
    symbols: ["ERROR_ADAL_CLIENTID_EMPTY"],
    places: ["any"],
    title: "no client ID given",
    cause: "The program asked for a token without saying which application it is.",
    resolution: [askingProgram],
    sources: [adalTable],
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
      ),
      reads("If there is no event 305, take from `adalLog` in event 304 the HRESULT values below this one."),
    ],
    note: "How the two codes go together is seen in question 687273 on Microsoft Q&A, where the inner one was 0x2ee6. Microsoft's table has only the name and the invalid handle.",
    sources: [adalTable, authenticationPhase],
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
        { where: "network" },
      ),
      librarySupport,
    ],
    note: inferred,
    sources: [adalTable],
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
      ),
      serversOwnCode,
    ],
    note: inferred,
    sources: [adalTable],
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
      ),
      earlierCode,
    ],
    note: inferred,
    sources: [adalTable, issuance],
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
        { rights: "user" },
      ),
      "If a new user on the same PC does not have it, the profile is at fault.",
    ],
    note: inferred,
    sources: [adalTable],
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
        { rights: "administrator" },
      ),
      reads("If `TpmProtected` is YES, look for TPM errors (0x8028…, 0x8029…, 0x8009…) at that time."),
    ],
    note: inferred,
    sources: [adalTable, deviceDetails],
  },
  {
    kind: "code",
    code: "0xcaa40001",
    symbols: ["ERROR_ADAL_SERIALIZED_BLOB_INVALID"],
    places: ["any"],
    title: "saved sign-in data unreadable",
    cause: "Data that the library had put away (a serialized blob) could not be read back.",
    resolution: [
      endsSignIns("Sign out of the app and in again, so that it writes the data anew.", { rights: "user" }),
      reads(
        "In virtual desktops, check that no profile tool carries token data from one machine to another: Microsoft excludes that.",
      ),
    ],
    note: `That roaming explains it is a possibility, no more. ${inferred}`,
    sources: [adalTable, { page: "vdi", heading: "Non-persistent VDI", anchor: "non-persistent-vdi" }],
  },
  {
    kind: "code",
    code: "0xcaa50001",
    symbols: ["ERROR_ADAL_MSXML_NOT_REGISTERED"],
    places: ["any"],
    title: "XML component of Windows not available",
    cause: "The library could not create MSXML, the part of Windows that reads XML.",
    resolution: [
      changes(
        "Run `sfc /scannow` as an administrator: MSXML belongs to Windows and is repaired with it. Then restart.",
        { rights: "administrator" },
      ),
    ],
    note: inferred,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa50002",
    symbols: ["ERROR_ADAL_SYSTEM_ERROR_OCCURRED"],
    places: ["any"],
    title: "system error, the event's details name it",
    cause: "A function of Windows failed under the library. Which one, and how, is kept with the event only.",
    resolution: [
      reads(
        "Open the event in Event Viewer and read its Details tab, where the error of Windows stands. Look that up.",
      ),
    ],
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa5001c",
    symbols: [],
    places: ["post-join"],
    title: "token broker operation failed, inner code decides",
    cause:
      "The token broker, which gets tokens for apps, did not finish an operation. This is the outer code; the reason is logged beside it.",
    resolution: [
      reads(
        "Read event 1098 in AAD Operational, and the events just before it, for the inner code or an AADSTS code. Solve that one.",
      ),
      changes(
        "If there is none, check in the registry of the user named in the event the key `Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\SystemAppData\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy\\PSR`. Missing permissions or a wrong owner give this error: make SYSTEM the owner and turn inheritance on.",
        { rights: "administrator" },
      ),
      reads("If neither helps, run Process Monitor during a sign-in and look for ACCESS DENIED.", {
        rights: "administrator",
      }),
    ],
    note: "Microsoft gives the registry cause for Windows 10 1709 to 1903, with Microsoft Store for Business and Enterprise State Roaming; hence it comes second. That the code covers an inner one is seen in public logs.",
    sources: [{ page: "event1098" }, { page: "enterpriseStsQuestion" }],
  },
  {
    kind: "code",
    code: "0xcaa60007",
    symbols: ["ERROR_ADAL_JSON_MALFORMED"],
    places: ["any"],
    title: "malformed JSON",
    cause: "The answer that the library had to read is not correct JSON.",
    resolution: [
      reads(
        "Check whether a web page came instead of data: open https://login.microsoftonline.com on this PC, and look for a page of a proxy, firewall or guest network.",
      ),
      testAsSystem,
    ],
    note: inferred,
    sources: [adalTable, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa60008",
    symbols: ["ERROR_ADAL_IDTOKEN_JSON_MALFORMED"],
    places: ["any"],
    title: "malformed JSON in the ID token",
    cause: "An ID token arrived and was unpacked, but the JSON inside is not correct.",
    resolution: [
      reads(
        "Find out who issued the token. With AD FS or another vendor's service, look at claims that were changed lately; Microsoft Entra ID leaves Microsoft Support, with the correlation ID.",
      ),
    ],
    note: inferred,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa70003",
    symbols: ["ERROR_INET_CANNOT_CONNECT"],
    places: ["any"],
    title: "no connection to the internet",
    cause: "The attempt to connect to the internet failed while a token was to be fetched.",
    resolution: [
      realOutage,
      reads(
        "Otherwise open https://login.microsoftonline.com in Edge, as the same user. If that fails too, it is the network or the firewall, not the app.",
        { rights: "user" },
      ),
      brokerProcesses,
    ],
    note: officeArticle,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa70004",
    symbols: ["ERROR_INET_RESOURCE_NOT_FOUND"],
    places: ["any"],
    title: "server or proxy not found",
    cause: "The host that was to be asked for a token, or the proxy on the way to it, was not found.",
    resolution: [
      realOutage,
      reads(
        "Resolve login.microsoftonline.com and the name of the proxy with `nslookup`. A laptop outside the company can still have an internal proxy or PAC file set.",
      ),
      brokerProcesses,
    ],
    note: `${officeArticle} That an internal proxy explains it is inferred.`,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa70007",
    symbols: ["ERROR_INET_DOWNLOAD_FAILURE"],
    places: ["any"],
    title: "download broken off",
    cause: "The connection was there and was interrupted before the answer was complete.",
    resolution: [
      realOutage,
      brokerProcesses,
      reads(
        "If only some PCs have it now and then, check that every IP address of login.microsoftonline.com is let through: it stands for many, and blocking a few gives such a picture.",
        { where: "network" },
      ),
    ],
    note: officeArticle,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaaa0001",
    symbols: ["ERROR_ADAL_UNEXPECTED"],
    places: ["any"],
    title: "unexpected error in the authentication library",
    cause: "The library met an error that it was not written for. The number says no more than that.",
    resolution: [earlierCode, librarySupport],
    sources: [adalTable],
  },
]
