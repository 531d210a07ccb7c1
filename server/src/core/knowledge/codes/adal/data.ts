import type { CodeEntry } from "../../code.ts"
import { shared, testAsSystem } from "../../shared.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import { adalTable, earlierCode, librarySupport, prerequisites } from "./advice.ts"

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

/** The facilities of ADAL after that: stored data, system errors, JSON, downloads. */
export const adalDataCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xcaa40001",
    symbols: ["ERROR_ADAL_SERIALIZED_BLOB_INVALID"],
    places: ["any"],
    title: "saved sign-in data unreadable",
    cause: "Data that the library had put away (a serialized blob) could not be read back.",
    resolution: [
      reads(
        "In virtual desktops, check that no profile tool carries token data from one machine to another: Microsoft excludes that.",
        {
          rights: "administrator",
          proves:
            "If one does, exclude the folders that Microsoft names. If none does, sign out of the app and in again.",
        },
      ),
      endsSignIns("Sign out of the app and in again, so that it writes the data anew.", { rights: "user" }),
    ],
    note: "That roaming explains it is a possibility, no more.",
    sources: [adalTable, { page: "vdi", heading: "Non-persistent VDI", anchor: "non-persistent-vdi" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa50001",
    symbols: ["ERROR_ADAL_MSXML_NOT_REGISTERED"],
    places: ["any"],
    title: "XML component of Windows not available",
    cause: "The library could not create MSXML, the part of Windows that reads XML.",
    resolution: [
      reads("Run `sfc /verifyonly` as an administrator: MSXML belongs to Windows and is checked with it.", {
        proves:
          "`did not find any integrity violations`: MSXML is there, and the program is at fault. Violations: go on and repair them.",
        rights: "administrator",
      }),
      changes("If it finds damage, run `sfc /scannow` and restart.", { rights: "administrator" }),
    ],
    sources: [adalTable],
    confidence: "inferred",
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
        {
          proves:
            "With a number: look that up. With none: the events of the same correlation ID just before it have one.",
          rights: "user",
        },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
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
        {
          proves:
            "With one: follow it. With none: look for a broken installation of the broker, as the next step says.",
          rights: "user",
        },
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
        {
          proves:
            "A page that is not Microsoft's: pass it or exempt the address. Microsoft's own: repeat the sign-in; the number was of one moment.",
          rights: "user",
        },
      ),
      testAsSystem,
    ],
    sources: [adalTable, prerequisites],
    confidence: "inferred",
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
        "Find out who issued the token. With AD FS or another vendor's service, look at claims that were changed lately.",
        {
          rights: "user",
          proves:
            "A claim that was changed: take it back. Microsoft Entra ID as the issuer: take the correlation ID to Microsoft Support.",
        },
      ),
      reads("If Microsoft Entra ID issued it, open a case with Microsoft Support and give the correlation ID.", {
        rights: "user",
      }),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa70003",
    symbols: ["ERROR_INET_CANNOT_CONNECT"],
    places: ["any"],
    title: "no connection to the internet",
    cause: "The attempt to connect to the internet failed while a token was to be fetched.",
    resolution: [
      reads("As the same user, open https://login.microsoftonline.com in Edge, on the network of the failure.", {
        proves:
          "It opens: the program that failed is blocked by itself; look at firewall and antivirus on the PC. It fails too: it is the network or the firewall, not the app.",
        rights: "user",
      }),
      realOutage,
      brokerProcesses,
    ],
    sources: [{ page: "officeSignIn" }, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa70004",
    symbols: ["ERROR_INET_RESOURCE_NOT_FOUND"],
    places: ["any"],
    title: "server or proxy not found",
    cause: "The host that was to be asked for a token, or the proxy on the way to it, was not found.",
    resolution: [
      reads(
        "Resolve login.microsoftonline.com and the name of the proxy with `nslookup`. A laptop outside the company can still have an internal proxy or PAC file set.",
        {
          proves:
            "A name without an address: DNS or the proxy setting is the fault. Both resolve: compare the time of the failure with that of a lost network.",
          rights: "user",
        },
      ),
      realOutage,
      brokerProcesses,
    ],
    note: "That an internal proxy explains it is inferred.",
    sources: [{ page: "officeSignIn" }, { page: "teamsSignIn" }, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa70007",
    symbols: ["ERROR_INET_DOWNLOAD_FAILURE"],
    places: ["any"],
    title: "download broken off",
    cause: "The connection was there and was interrupted before the answer was complete.",
    resolution: [
      reads(
        "Repeat the sign-in once on this network and once on another, such as that of a phone: what breaks off on one only is cut there, by a proxy, a VPN or an access point.",
        {
          proves: "If it fails on both, look at what runs on the PC itself: a VPN client or a security product.",
          rights: "user",
        },
      ),
      realOutage,
      brokerProcesses,
      reads(
        "If only some PCs have it now and then, check that every IP address of login.microsoftonline.com is let through: it stands for many, and blocking a few gives such a picture.",
        { where: "network" },
      ),
    ],
    note: "That another network shows where it breaks off is inferred.",
    sources: [{ page: "officeSignIn" }, { page: "teamsSignIn" }, adalTable],
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
    confidence: "inferred",
  },
]
