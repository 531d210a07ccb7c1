import type { CodeEntry } from "../../code.ts"
import { authenticationPhase, connectionPoint } from "../../headings.ts"
import { shared } from "../../shared.ts"
import { endsSignIns, reads } from "../../step.ts"
import { winHttp, winInet } from "./advice.ts"

const _programFault = shared(
  reads(
    "Look for an earlier code in the same attempt and go by that: this number is about how a program made its request, not about your network.",
  ),
)

const logsForSupport = shared(
  "If it stays without another code, collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support.",
)

const bareNumber = "`0x2ee6` is the bare network error number 12006. As an HRESULT the same error is 0x80072ee6."

/** Network errors of the request itself: its address, and how a program made it. */
export const requestCodes: readonly CodeEntry[] = [
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
      reads("Look in Task Manager, column Handles, for a program that holds tens of thousands."),
      endsSignIns("End that program, or restart the PC, and repeat the step."),
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
        "Look at the addresses the request was built from: the URLs under Tenant Details, `Endpoint URI`, and in a federated domain `Get-MgDomainFederationConfiguration -DomainId` with the name of the domain.",
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
      reads(
        "Find the address in `Endpoint URI` or in event 305. One that is empty or a bare host name points to a wrong name in the service connection point (SCP) or to wrong addresses from the federation service.",
      ),
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
      ),
      logsForSupport,
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ee9",
    symbols: ["ERROR_WINHTTP_INVALID_OPTION", "ERROR_INTERNET_INVALID_OPTION"],
    places: ["any"],
    title: "invalid option value",
    cause: "The program read or set an option of the network library with a value that does not exist.",
    resolution: [
      reads(
        "Look at the build of Windows with `winver` and for updates that wait: a program that asks for an option this version does not know gets the number.",
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072eea",
    symbols: ["ERROR_INTERNET_BAD_OPTION_LENGTH"],
    places: ["any"],
    title: "option of the wrong length",
    cause: "The program passed an option whose length does not fit its kind.",
    resolution: [
      reads(
        "Look for an update of the program that made the request: it and the network library disagree about the size of an option.",
      ),
      logsForSupport,
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072eeb",
    symbols: ["ERROR_WINHTTP_OPTION_NOT_SETTABLE", "ERROR_INTERNET_OPTION_NOT_SETTABLE"],
    places: ["any"],
    title: "option can only be read",
    cause: "The program tried to set an option that can only be read.",
    resolution: [
      reads(
        "Find the program by the process ID in the event or log. Another that asks the same server without the number shows that the network is sound.",
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072eed",
    symbols: ["ERROR_INTERNET_INCORRECT_USER_NAME"],
    places: ["any"],
    title: "wrong user name for an FTP server",
    cause: "An FTP server did not accept the user name.",
    resolution: [
      reads(
        "Registration and sign-in do not use FTP. Check that the number was copied correctly, and look in Credential Manager for a stored login of a proxy.",
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
      ),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ef2",
    symbols: ["ERROR_WINHTTP_INCORRECT_HANDLE_TYPE", "ERROR_INTERNET_INCORRECT_HANDLE_TYPE"],
    places: ["any"],
    title: "handle of the wrong type",
    cause: "The program used a handle of one kind for an operation that needs another.",
    resolution: [
      reads(
        "See whether it comes each time. Once, while a session ends, it is left over from closing; each time, it is for the maker of the program.",
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ef3",
    symbols: ["ERROR_WINHTTP_INCORRECT_HANDLE_STATE", "ERROR_INTERNET_INCORRECT_HANDLE_STATE"],
    places: ["any"],
    title: "handle in the wrong state",
    cause: "The program asked for an operation that the request was not ready for.",
    resolution: [
      reads(
        "Look for a canceled request or a time-out just before (0x80072ef1, 0x80072ee2): a program that goes on with a request after that gets this number.",
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f46",
    symbols: ["ERROR_WINHTTP_CANNOT_CALL_AFTER_SEND"],
    places: ["any"],
    title: "call came after sending",
    cause: "The program asked for something that is no longer possible once the request has been sent.",
    resolution: [
      reads(
        "Look in the same attempt for the first request to this address and its outcome: this number is only about what the program did after sending it.",
      ),
      logsForSupport,
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f47",
    symbols: ["ERROR_WINHTTP_CANNOT_CALL_AFTER_OPEN"],
    places: ["any"],
    title: "call came after opening",
    cause: "The program asked for an option that has to be chosen before the request is opened.",
    resolution: [
      reads(
        "Compare with a second attempt. The same number each time speaks for the program, which chooses an option too late.",
      ),
      logsForSupport,
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f79",
    symbols: ["ERROR_HTTP_INVALID_HEADER"],
    places: ["any"],
    title: "invalid header",
    cause: "A header that was handed to the network library is invalid.",
    resolution: [
      reads(
        "Look for line breaks or other unusual characters in what the request carries, such as the name of the PC or of the app.",
      ),
      logsForSupport,
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f7a",
    symbols: ["ERROR_WINHTTP_INVALID_QUERY_REQUEST", "ERROR_HTTP_INVALID_QUERY_REQUEST"],
    places: ["any"],
    title: "invalid question about headers",
    cause: "The program asked the network library about the headers of an answer in a way that is not allowed.",
    resolution: [
      reads(
        "Find the program of the user's session that wrote it: WinHTTP, which Windows uses for the join, has given the number up.",
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f7b",
    symbols: ["ERROR_WINHTTP_HEADER_ALREADY_EXISTS", "ERROR_HTTP_HEADER_ALREADY_EXISTS"],
    places: ["any"],
    title: "header already there",
    cause: "The program tried to add a header that the request already had.",
    resolution: [
      reads(
        "Look for a program in the user's session that uses WinINet, such as an old add-in: in WinHTTP the number is obsolete.",
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
]
