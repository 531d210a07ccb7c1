import type { CodeEntry } from "../../code.ts"
import { authenticationPhase, connectionPoint } from "../../headings.ts"
import { endsSignIns, reads } from "../../step.ts"
import { logsForSupport, winHttp, winInet } from "./advice.ts"

const bareNumber = "`0x2ee6` is the bare network error number 12006. As an HRESULT the same error is 0x80072ee6."

/** Network errors of the request itself: its address, and how a program made it. */
export const requestCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x00002ee6",
    symbols: ["ERROR_WINHTTP_UNRECOGNIZED_SCHEME", "ERROR_INTERNET_UNRECOGNIZED_SCHEME"],
    places: ["auth"],
    title: "token request to an address that is no web address",
    cause: `While Windows asked for a token, the address it was to use did not begin with \`http:\` or \`https:\`. ${bareNumber}`,
    resolution: [
      reads(
        "Read event 305 in the User Device Registration log. Tenant Name in it is the name Windows went by: for Microsoft Entra ID it has to be a verified domain, not an AD FS server.",
        {
          proves:
            "Another name or none: correct the service connection point. A verified domain: look at the address of the federation service.",
          rights: "user",
        },
      ),
      reads(
        "If the on-premises registration service is what you want, check the DNS alias enterpriseregistration of your domain and the service connection point (SCP).",
        { where: "network" },
      ),
    ],
    note: "Microsoft documents the number, not its appearance in event 305. The advice rests on one public case, question 687273 on Microsoft Q&A, which ended with creating the DNS alias anew.",
    sources: [winHttp, winInet, authenticationPhase, connectionPoint],
    confidence: "reported",
  },
  {
    kind: "code",
    code: "0x80072ee1",
    symbols: ["ERROR_WINHTTP_OUT_OF_HANDLES", "ERROR_INTERNET_OUT_OF_HANDLES"],
    places: ["any"],
    title: "no more network handles",
    cause: "The network library could not hand out another handle.",
    resolution: [
      reads("Look in Task Manager, column Handles, for a program that holds tens of thousands.", {
        proves: "One that does: end it. None: restart the PC, and see whether the number comes back.",
        rights: "user",
      }),
      endsSignIns("End that program, or restart the PC, and repeat the step.", { rights: "user" }),
    ],
    note: "WinHTTP calls this number obsolete.",
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ee4",
    symbols: ["ERROR_WINHTTP_INTERNAL_ERROR", "ERROR_INTERNET_INTERNAL_ERROR"],
    places: ["any"],
    title: "internal error of the network library",
    cause: "The network library failed inside and says no more than that.",
    resolution: [
      reads(
        "See whether other PCs on this network have it at the same time, and which code came before it: this number names no reason of its own.",
        {
          rights: "user",
          proves:
            "Several PCs: look at the proxy or firewall they share. This one alone: follow the code before it, or restart the PC.",
        },
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ee5",
    symbols: ["ERROR_WINHTTP_INVALID_URL", "ERROR_INTERNET_INVALID_URL"],
    places: ["any"],
    title: "invalid web address",
    cause: "The address that was to be opened is not a valid one.",
    resolution: [
      reads(
        "Look at the addresses that the request was built from, letter by letter: the URLs under Tenant Details, and {Endpoint URI}.",
        {
          rights: "user",
          proves:
            "One that is broken: correct it where it is set. All right: the request was built by a program; tell its maker.",
        },
      ),
      reads(
        "In a federated domain, check those of the federation service with `Get-MgDomainFederationConfiguration -DomainId` and the domain's name as well.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ee6",
    symbols: ["ERROR_WINHTTP_UNRECOGNIZED_SCHEME", "ERROR_INTERNET_UNRECOGNIZED_SCHEME"],
    places: ["any"],
    title: "address without http or https",
    cause: "The address does not begin with `http:` or `https:`, the only two that WinHTTP knows.",
    resolution: [
      reads("Find the address in `Endpoint URI` or in event 305.", {
        proves:
          "Empty or a bare host name: the service connection point or the addresses of the federation service are wrong. A whole address with `https://`: the one that failed was another; look in `AdalLog`.",
        inLog: [
          {
            fields: ["Endpoint URI"],
            leaves:
              "The address is {0}. A bare host name points to a wrong name in the service connection point (SCP) or to wrong addresses from the federation service.",
          },
        ],
        rights: "user",
      }),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ee8",
    symbols: ["ERROR_INTERNET_PROTOCOL_NOT_FOUND"],
    places: ["any"],
    title: "protocol not found",
    cause: "The protocol that the request asked for is not there.",
    resolution: [
      reads(
        "Look at the address of the request: it has to begin with `https:`. A mistyped scheme in a setting has nothing that could carry it.",
        {
          rights: "user",
          proves:
            "Another beginning: correct the setting. `https:`: the number came from another program; see the event.",
        },
      ),
      logsForSupport,
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072eed",
    symbols: ["ERROR_INTERNET_INCORRECT_USER_NAME"],
    places: ["any"],
    title: "wrong user name for an FTP server",
    cause: "A program signed in to an FTP server, and that did not accept the user name.",
    resolution: [
      reads(
        "Registration and sign-in do not use FTP. Check that the number was copied correctly, and look in Credential Manager for a stored login of a proxy.",
        {
          proves:
            "A stored login that is wrong: remove it. None: the number belongs to another program and explains no join.",
          rights: "user",
        },
      ),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072eee",
    symbols: ["ERROR_INTERNET_INCORRECT_PASSWORD"],
    places: ["any"],
    title: "wrong password for an FTP server",
    cause: "An FTP server did not accept the password. This is not the password of the Windows account.",
    resolution: [
      reads(
        "Look up the other codes of the same attempt first; this one does not fit a join or a PRT. A password that Microsoft Entra ID does not accept gives AADSTS50126.",
        {
          rights: "user",
          proves: "Another code: that one is the cause. None: see whether a stored login for a proxy is wrong.",
        },
      ),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
]
