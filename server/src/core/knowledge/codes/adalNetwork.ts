import type { CodeEntry } from "../code.ts"
import { deviceDetails, networkRequirements } from "../headings.ts"
import { shared, testAsSystem } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, reads } from "../step.ts"
import { adalTable, authenticationPhase, prerequisites } from "./adalService.ts"

const winHttp: Source = { page: "winHttp" }

const winInet: Source = { page: "winInet" }

/** How to have Windows check a certificate, with its chain and its revocation. */
const certificateCheck: Source = {
  page: "workplaceJoinLogs",
  heading: "Validate the validity and Revocation Status of a certificate",
  anchor: "validate-the-validity-and-revocation-status-of-a-certificate",
}

const certificateLog: Source = {
  page: "workplaceJoinLogs",
  heading: "Enable Capi2 logging",
  anchor: "enable-capi2-logging",
}

const bothHosts = shared(
  reads(
    "Open https://login.microsoftonline.com as SYSTEM, and in a federated domain the federation service as well: a federated join asks both for its token.",
    { rights: "system" },
  ),
)

const silentProxy = shared(
  "Where an outbound proxy is needed, the computer account has to find it, by WPAD or by a WinHTTP setting, and to get through without a prompt.",
)

const noInspection = shared(
  changes(
    "Take login.microsoftonline.com, device.login.microsoftonline.com and the federation service out of TLS inspection.",
    { where: "network" },
  ),
)

const otherNetwork = shared("Try again after a while, or from another network that is stable.")

const whoseCertificate = shared(
  reads(
    "Look at the certificate that each of the hosts shows on this PC. On a host of Microsoft, an issuer that belongs to your company means that a proxy inspects TLS.",
  ),
)

const checkCertificate = shared(
  reads(
    "Save the certificate to a file and run `certutil -verify -urlfetch` on it, as SYSTEM: it checks the chain and the revocation and says what fails.",
    { rights: "system" },
  ),
)

const whoAnswered = shared(
  reads(
    "Look at the answer itself, with a network trace or in the log of the proxy. A sign-in service does not answer like this, so suspect what stands in between.",
    { where: "network" },
  ),
)

const libraryCall = shared(
  reads(
    "The number tells of a call inside Windows. Look for an earlier code in `AdalLog` of event 305 or in AAD Operational and go by that. If there is none and the number stays, Microsoft Support can read a log taken with the scripts from https://aka.ms/authscripts.",
  ),
)

const deviceCertificateKey = shared(
  reads(
    "Take a log from an elevated prompt. `DeviceCertificateValidity` and `KeySignTest` tell whether the device certificate and its key can be used.",
    { rights: "administrator" },
  ),
)

const networkErrorInside =
  "Microsoft documents the network error inside, not what it means in a token request. The advice is inferred from its meaning."

const winInetOnly = `Among the network libraries only WinINet documents the error inside. ${networkErrorInside}`

const noPublicText =
  "Beside its name Microsoft published one short sentence for this number. The advice is inferred from it."

/** Network errors that ADAL met: 0xcaa8 and the number of the error in the lower half, 0x2ee2 being 12002. */
export const adalNetworkCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0xcaa82ee1",
    symbols: ["ERROR_ADAL_INTERNET_OUT_OF_HANDLES"],
    places: ["any"],
    title: "no network handle left for the token request",
    cause: "The token request could not begin, because no further network handle was to be had.",
    resolution: [
      changes(
        "Look in Task Manager, column Handles, for a program that holds tens of thousands and end it, or restart the PC. Then ask again.",
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ee2",
    symbols: ["ERROR_ADAL_INTERNET_TIMEOUT"],
    places: ["auth"],
    title: "token request timed out",
    cause:
      "Windows asked for a token for the join, and no answer came in time. Either https://login.microsoftonline.com or the on-premises identity provider was silent.",
    resolution: [
      bothHosts,
      testAsSystem,
      silentProxy,
      reads(
        "If only the federation service is silent, check that the PC is on the company network or a VPN: its endpoint for Windows authentication is not meant for the internet.",
      ),
    ],
    sources: [authenticationPhase, networkRequirements, prerequisites, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa82ee3",
    symbols: ["ERROR_ADAL_INTERNET_EXTENDED_ERROR"],
    places: ["any"],
    title: "server explained the error in a text",
    cause: "The server sent an error together with a text. The number stands for the text, which is not part of it.",
    resolution: [
      reads(
        "Search AAD Operational, or event 305 of a join, at that second for the server's text, and go by its words.",
      ),
    ],
    note: winInetOnly,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ee4",
    symbols: ["ERROR_ADAL_INTERNET_INTERNAL_ERROR"],
    places: ["any"],
    title: "internal error below the token request",
    cause: "The network library failed by itself while it carried the token request.",
    resolution: [libraryCall],
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ee5",
    symbols: ["ERROR_ADAL_INTERNET_INVALID_URL"],
    places: ["any"],
    title: "token request to an invalid address",
    cause: "The address for the token request is not a valid URL.",
    resolution: [
      reads(
        "In a federated domain, check the addresses that the tenant keeps for it: `Get-MgDomainFederationConfiguration -DomainId` and the domain's name, in Microsoft Graph PowerShell.",
        { where: "directory" },
      ),
    ],
    note: "The ADAL table repeats the text of the number before it, an internal error. The meaning here is that of WinHTTP and WinINet; the advice is inferred from it.",
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ee6",
    symbols: ["ERROR_ADAL_INTERNET_UNRECOGNIZED_SCHEME"],
    places: ["any"],
    title: "token request to an address of unknown kind",
    cause: "The address for the token request begins with something other than a scheme that the library supports.",
    resolution: [
      reads("Read `Tenant Name` in event 305: a join to Microsoft Entra ID needs a verified domain there."),
      "For the bare form 0x2ee6, which a join to an AD FS registration service has shown, look up that code.",
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ee7",
    symbols: ["ERROR_ADAL_INTERNET_NAME_NOT_RESOLVED"],
    places: ["any"],
    title: "name of the token server not resolved",
    cause: "DNS gave no address for the host that was to be asked for a token.",
    resolution: [
      reads(
        "Try `nslookup login.microsoftonline.com` and `nslookup` with the host of the federation service. The name that fails is the one to follow up.",
      ),
      "If only the federation service fails, the PC is outside the company network or uses foreign DNS servers.",
      "If public names are resolved by the proxy alone, SYSTEM has to use that proxy.",
      silentProxy,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa82ee8",
    symbols: ["ERROR_ADAL_INTERNET_PROTOCOL_NOT_FOUND"],
    places: ["any"],
    title: "protocol for the token request not available",
    cause: "The network library could not find the protocol that the request asked for.",
    resolution: [libraryCall],
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ee9",
    symbols: ["ERROR_ADAL_INTERNET_INVALID_OPTION"],
    places: ["any"],
    title: "request set up with an invalid option",
    cause: "While the token request was set up, an option got a value that the network library does not know.",
    resolution: [libraryCall],
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82eea",
    symbols: ["ERROR_ADAL_INTERNET_BAD_OPTION_LENGTH"],
    places: ["any"],
    title: "request set up with an option of wrong length",
    cause: "An option of the token request was handed over with a length that does not suit it.",
    resolution: [libraryCall],
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82eeb",
    symbols: ["ERROR_ADAL_INTERNET_OPTION_NOT_SETTABLE"],
    places: ["any"],
    title: "request tried to set a read-only option",
    cause: "An option that can be asked for, but not set, was to be set for the token request.",
    resolution: [libraryCall],
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82eec",
    symbols: ["ERROR_ADAL_INTERNET_SHUTDOWN"],
    places: ["any"],
    title: "network library unloaded during the token request",
    cause: "The program or Windows was about to end while the token was still being asked for.",
    resolution: [
      reads(
        "Compare the time with that of a sign-out, shutdown or restart. If it fits, nothing is wrong: the next attempt counts.",
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82eed",
    symbols: ["ERROR_ADAL_INTERNET_INCORRECT_USER_NAME"],
    places: ["any"],
    title: "user name not accepted on the connection",
    cause: "A user name that was given for the connection is not correct.",
    resolution: [
      reads(
        "Look for a proxy with stored credentials: open Credential Manager, and check the settings of the proxy client on the PC.",
      ),
    ],
    note: "WinINet uses the error inside for FTP servers, which no token request goes to. The proxy is the nearest other party that asks for a name; that is inferred.",
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82eee",
    symbols: ["ERROR_ADAL_INTERNET_INCORRECT_PASSWORD"],
    places: ["any"],
    title: "password not accepted on the connection",
    cause: "A password that was given for the connection is not correct. Whose it is, the number does not say.",
    resolution: [
      "Rule out a proxy that still gets an old password: test on a network without it.",
      "A password that Microsoft Entra ID does not accept gives AADSTS50126, not this number.",
    ],
    note: "WinINet uses the error inside for FTP servers. That a proxy is behind it here is inferred.",
    sources: [adalTable, winInet, { page: "aadsts" }],
  },
  {
    kind: "code",
    code: "0xcaa82eef",
    symbols: ["ERROR_ADAL_INTERNET_LOGIN_FAILURE"],
    places: ["any"],
    title: "sign-in on the connection failed",
    cause: "The server or proxy wanted a sign-in for the connection itself, and that sign-in failed.",
    resolution: [
      reads(
        "For the federation service, see whether Windows authentication works: Kerberos for the computer account, with a domain controller in reach.",
        { where: "federation-service" },
      ),
      silentProxy,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa82ef1",
    symbols: ["ERROR_ADAL_INTERNET_OPERATION_CANCELLED"],
    places: ["any"],
    title: "token request canceled",
    cause: "The token request was called off before an answer came, as when its window or its program is closed.",
    resolution: [
      reads(
        "If the user closed a sign-in window at that moment, that explains it. Otherwise look for a time-out or another error just before.",
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ef2",
    symbols: ["ERROR_ADAL_INTERNET_INCORRECT_HANDLE_TYPE"],
    places: ["any"],
    title: "network handle of another type expected",
    cause: "A step of the token request was made with a handle that belongs to another kind of step.",
    resolution: [libraryCall],
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82ef3",
    symbols: ["ERROR_ADAL_INTERNET_INCORRECT_HANDLE_STATE"],
    places: ["any"],
    title: "network handle not ready for this step",
    cause: "A step of the token request came at a time when its handle was not in the right state.",
    resolution: [libraryCall],
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82efd",
    symbols: ["ERROR_ADAL_INTERNET_CANNOT_CONNECT"],
    places: ["auth"],
    title: "no connection to the sign-in service",
    cause: "The attempt to connect to https://login.microsoftonline.com for a token failed.",
    resolution: [
      reads(
        "Check the way from this PC to https://login.microsoftonline.com: `Test-NetConnection login.microsoftonline.com -Port 443` tells whether a direct connection is possible.",
      ),
      reads("If it is not, and a proxy is the way out, test through the proxy and as SYSTEM.", { rights: "system" }),
      testAsSystem,
      silentProxy,
    ],
    note: "Microsoft names this host only. In a federated domain the same number may come from the federation service; that is inferred.",
    sources: [authenticationPhase, networkRequirements, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa82efe",
    symbols: ["ERROR_ADAL_INTERNET_CONNECTION_ABORTED"],
    places: ["auth"],
    title: "connection for the token broken off",
    cause: "The connection to the authorization endpoint was there and was broken off.",
    resolution: [
      otherNetwork,
      reads("If it happens on one network only, look there for a firewall, VPN or proxy that cuts TLS connections.", {
        where: "network",
      }),
      noInspection,
      reads("Check that policy or registry have not turned off TLS 1.2 on the PC."),
    ],
    note: "Microsoft names the first step. The others follow from WinHTTP, where the error inside also stands for a version of TLS that does not match.",
    sources: [authenticationPhase, winHttp, prerequisites, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa82eff",
    symbols: ["ERROR_ADAL_INTERNET_CONNECTION_RESET"],
    places: ["any"],
    title: "connection for the token reset",
    cause: "The connection was reset while the token was being asked for: one side ended it abruptly.",
    resolution: [
      reads(
        "Take a network trace and see who sends the reset (TCP RST). From the address of a firewall or proxy, or long before the answer is due, it is not the server.",
        { where: "network" },
      ),
      otherNetwork,
    ],
    note: winInetOnly,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f00",
    symbols: ["ERROR_ADAL_INTERNET_FORCE_RETRY"],
    places: ["any"],
    title: "token request to be sent once more",
    cause:
      "The network library wants the same request again. In the course of a sign-in to a server or proxy that is a usual step.",
    resolution: [
      "Go by the code of the repeated request. If there is none, the repetition did not happen: let the join or the app try anew.",
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f05",
    symbols: ["ERROR_ADAL_INTERNET_SEC_CERT_DATE_INVALID"],
    places: ["any"],
    title: "certificate of the token server out of date",
    cause: "By the clock of this PC, the certificate of the server is not valid yet or not valid any more.",
    resolution: [
      reads(
        "Compare the clock of the PC with a time server: `w32tm /stripchart /computer:time.windows.com /samples:3`. In a saved log, `Client Time` is that clock.",
      ),
      changes(
        "With the right time, see which certificate has run out. On login.microsoftonline.com it is hardly Microsoft's own, so look for an inspecting proxy; on the federation service, renew it.",
        { where: "federation-service" },
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f06",
    symbols: ["ERROR_ADAL_INTERNET_SEC_CERT_CN_INVALID"],
    places: ["any"],
    title: "certificate of the token server for another host",
    cause: "The host in the address and the name in the certificate are different.",
    resolution: [
      whoseCertificate,
      reads(
        "On the federation service, check that its TLS certificate has the federation service name, and that DNS leads to the federation servers and nowhere else.",
        { where: "federation-service" },
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f0c",
    symbols: ["ERROR_ADAL_INTERNET_CLIENT_AUTH_CERT_NEEDED"],
    places: ["any"],
    title: "token server wants a client certificate",
    cause: "The server asked for a certificate of the client, and the token request went out without one.",
    resolution: [noInspection, deviceCertificateKey],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet, prerequisites, deviceDetails],
  },
  {
    kind: "code",
    code: "0xcaa82f0d",
    symbols: ["ERROR_ADAL_INTERNET_INVALID_CA"],
    places: ["any"],
    title: "issuer of the token server's certificate not known",
    cause: "The PC does not know or trust the authority that issued the certificate of the server.",
    resolution: [
      whoseCertificate,
      changes(
        "If it is the federation service with a certificate of your own authority, put its root into the computer's store of trusted roots; the store of a user does not help a join.",
        { rights: "administrator" },
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa82f19",
    symbols: ["ERROR_ADAL_INTERNET_SEC_CERT_REV_FAILED"],
    places: ["any"],
    title: "revocation of the token server's certificate unknown",
    cause: "Whether the server's certificate has been revoked could not be found out.",
    resolution: [
      checkCertificate,
      changes("Open the addresses it prints for CRL and OCSP on the proxy or firewall for the computer account.", {
        where: "network",
      }),
      changes("Turn on the log CAPI2 > Operational to see each check as it happens.", { rights: "administrator" }),
    ],
    note: `ADAL's table speaks of a failed revocation; WinHTTP says that the revocation server was offline. ${networkErrorInside}`,
    sources: [adalTable, winHttp, certificateCheck, certificateLog],
  },
  {
    kind: "code",
    code: "0xcaa82f46",
    symbols: ["ERROR_ADAL_INTERNET_CANNOT_CALL_AFTER_SEND"],
    places: ["any"],
    title: "step came too late, request already sent",
    cause: "Something was to be changed in a token request that had already gone out.",
    resolution: [libraryCall],
    sources: [adalTable, winHttp],
  },
  {
    kind: "code",
    code: "0xcaa82f47",
    symbols: ["ERROR_ADAL_INTERNET_CANNOT_CALL_AFTER_OPEN"],
    places: ["any"],
    title: "step came too late, request already open",
    cause: "An option was asked for that has to be settled before the token request is opened.",
    resolution: [libraryCall],
    sources: [adalTable, winHttp],
  },
  {
    kind: "code",
    code: "0xcaa82f76",
    symbols: ["ERROR_ADAL_INTERNET_HEADER_NOT_FOUND"],
    places: ["any"],
    title: "expected header missing in the token answer",
    cause: "The answer to the token request came without a header that the library looked for.",
    resolution: [
      reads("See whether a proxy removes headers; some are set up to let only a list of known ones through.", {
        where: "network",
      }),
      whoAnswered,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f77",
    symbols: ["ERROR_ADAL_INTERNET_DOWNLEVEL_SERVER"],
    places: ["any"],
    title: "token answer without any header",
    cause: "The answer had no headers at all, so it may not be HTTP as it is spoken today.",
    resolution: [whoAnswered],
    note: winInetOnly,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f78",
    symbols: ["ERROR_ADAL_INTERNET_INVALID_SERVER_RESPONSE"],
    places: ["any"],
    title: "token answer is no valid HTTP",
    cause: "The network library could not take the server's answer apart.",
    resolution: [whoAnswered, "Test once without proxy and VPN. A readable answer then puts the blame on one of them."],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f79",
    symbols: ["ERROR_ADAL_INTERNET_INVALID_HEADER"],
    places: ["any"],
    title: "token request with an invalid header",
    cause: "A header that was to go into the token request is not a valid one.",
    resolution: [libraryCall],
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f7a",
    symbols: ["ERROR_ADAL_INTERNET_INVALID_QUERY_REQUEST"],
    places: ["any"],
    title: "headers asked for in a wrong way",
    cause: "The question about the headers of the token answer was put wrongly.",
    resolution: [libraryCall],
    note: "WinHTTP calls the error inside obsolete; WinINet still explains it.",
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f7b",
    symbols: ["ERROR_ADAL_INTERNET_HEADER_ALREADY_EXISTS"],
    places: ["any"],
    title: "header twice in the token request",
    cause: "A header was to be added to the token request a second time.",
    resolution: [libraryCall],
    note: "For WinHTTP the error inside is obsolete. Only WinINet still has a text for it.",
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f7c",
    symbols: ["ERROR_ADAL_INTERNET_REDIRECT_FAILED"],
    places: ["any"],
    title: "redirection of the token request failed",
    cause: "The token request was sent elsewhere by the answer, and following it did not succeed.",
    resolution: [
      reads(
        "Find the target in the header `Location`, with a trace or in the proxy's log. A block page, a guest network or an address with `http:` is what to look for.",
        { where: "network" },
      ),
      changes("Let login.microsoftonline.com and the federation service pass without a redirect.", {
        where: "network",
      }),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f7d",
    symbols: ["ERROR_ADAL_INTERNET_SECURE_CHANNEL_ERROR"],
    places: ["any"],
    title: "TLS for the token request not set up",
    cause: "PC and server, or what stands between them, did not manage to set up a TLS connection.",
    resolution: [
      reads("Look for Schannel errors in the System log in that minute; their text names the stage that failed."),
      reads(
        "Compare the TLS versions and cipher suites of both sides. An old federation server and a hardened PC, or the reverse, may have none in common.",
      ),
      noInspection,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa82f80",
    symbols: ["ERROR_ADAL_INTERNET_NOT_REDIRECTED"],
    places: ["any"],
    title: "no redirection where one was due",
    cause: "The token request was not redirected, although the library waited for that.",
    resolution: [whoAnswered],
    note: winInetOnly,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f81",
    symbols: ["ERROR_ADAL_INTERNET_COOKIE_NEEDS_CONFIRMATION"],
    places: ["any"],
    title: "cookie waits for a confirmation",
    cause: "The answer brought a cookie that somebody would have to confirm before it is taken.",
    resolution: [
      reads("Check first that the number is copied correctly: WinINet has it for Windows Vista and earlier only."),
      reads("If it is, look for a policy under Internet Options > Privacy that asks about cookies."),
    ],
    note: winInetOnly,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f82",
    symbols: ["ERROR_ADAL_INTERNET_COOKIE_DECLINED"],
    places: ["any"],
    title: "cookie declined by the server",
    cause: "A cookie went along with the token request, and the server refused it.",
    resolution: [
      "Repeat the sign-in in a new session, so that old cookies are left behind. If it stays, test without the proxy.",
    ],
    note: winInetOnly,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f86",
    symbols: ["ERROR_ADAL_INTERNET_BAD_AUTO_PROXY_SCRIPT"],
    places: ["any"],
    title: "PAC script failed for the token request",
    cause: "The proxy was to be found with a PAC file, and the script in it ended with an error.",
    resolution: [
      reads(
        "Go through the script with the hosts login.microsoftonline.com and that of the federation service. Functions that ask DNS for internal names can fail away from the company network.",
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f87",
    symbols: ["ERROR_ADAL_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT"],
    places: ["any"],
    title: "PAC file for the token request not fetched",
    cause: "The PAC file that names the proxy could not be downloaded. Its server was out of reach or did not have it.",
    resolution: [
      reads(
        "Read the address in `Auto-Configuration URL` under IE Proxy Config, and open it on this PC, as SYSTEM for a join.",
      ),
      changes("If no such address is meant to be set, remove it and see that no policy brings it back."),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f88",
    symbols: ["ERROR_ADAL_INTERNET_REDIRECT_NEEDS_CONFIRMATION"],
    places: ["any"],
    title: "redirection of the token request to be confirmed",
    cause: "The token request was to be redirected, and a user would have to agree to it first.",
    resolution: [
      "Find out what redirects: neither a join nor a silent sign-in can ask anybody. On a guest network, sign in to the network first.",
    ],
    note: winInetOnly,
    sources: [adalTable, winInet],
  },
  {
    kind: "code",
    code: "0xcaa82f89",
    symbols: ["ERROR_ADAL_INTERNET_SECURE_INVALID_CERT"],
    places: ["any"],
    title: "certificate of the token server invalid",
    cause: "The certificate that the token server showed is not a valid one.",
    resolution: [whoseCertificate, checkCertificate],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet, certificateCheck],
  },
  {
    kind: "code",
    code: "0xcaa82f8a",
    symbols: ["ERROR_ADAL_INTERNET_SECURE_CERT_REVOKED"],
    places: ["any"],
    title: "certificate of the token server revoked",
    cause: "The certificate that the token server showed has been withdrawn by its issuer.",
    resolution: [
      checkCertificate,
      "If it belongs to your federation service or to an inspecting proxy, give that server a new certificate.",
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, winInet, certificateCheck],
  },
  {
    kind: "code",
    code: "0xcaa82f8b",
    symbols: ["ERROR_ADAL_INTERNET_SECURE_CERT_WRONG_USAGE"],
    places: ["any"],
    title: "certificate of the token server for another use",
    cause: "A certificate is not valid for what it was used for here, by the look of it to prove who the server is.",
    resolution: [
      reads(
        "Look under Enhanced Key Usage of the certificate that the server shows: Server Authentication has to be listed.",
      ),
      whoseCertificate,
    ],
    note: "The number stands in the withdrawn table only, and it does not follow the pattern of its neighbors: its lower half, 12171, is another error. WinHTTP's error of this meaning is 12179 (0x80072f93). The advice is inferred from the name.",
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa82f8f",
    symbols: ["ERROR_ADAL_INTERNET_SECURE_FAILURE"],
    places: ["auth"],
    title: "certificate of the server not validated",
    cause:
      "The TLS certificate that the server sent could not be validated: the PC found one or more errors in it and gave up the connection.",
    resolution: [
      reads("Check date, time and time zone first: with a clock that is off, a sound certificate looks invalid."),
      otherNetwork,
      whoseCertificate,
      noInspection,
    ],
    note: "Microsoft names the clock and the other network. The certificate's issuer and TLS inspection follow from the requirements of a hybrid join.",
    sources: [authenticationPhase, winHttp, prerequisites, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa82f92",
    symbols: ["ERROR_ADAL_INTERNET_AUTO_PROXY_SERVICE_ERROR"],
    places: ["any"],
    title: "no proxy found for the token server",
    cause: "Windows tried to find out which proxy leads to the token server, and found none.",
    resolution: [
      reads("If the PC can go out directly, look for another code: this one is then only a remark on the way."),
      reads(
        "If it cannot, compare the sections IE Proxy Config and WinHttp Default Proxy Config of the log with what this network prescribes.",
      ),
      silentProxy,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa82f94",
    symbols: ["ERROR_ADAL_INTERNET_AUTODETECTION_FAILED"],
    places: ["any"],
    title: "automatic proxy detection found nothing",
    cause: "Automatic detection (WPAD) did not find the address of a PAC file.",
    resolution: [
      "Decide by the network: where no WPAD is set up, finding nothing is right.",
      reads(
        "Where it is, run `nslookup wpad` on this PC and check that DHCP or DNS hands out the address on this network and on the VPN too.",
      ),
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa82f95",
    symbols: ["ERROR_ADAL_INTERNET_HEADER_COUNT_EXCEEDED"],
    places: ["any"],
    title: "token answer with too many headers",
    cause: "The token answer had more header lines than WinHTTP can receive.",
    resolution: [whoAnswered],
    note: networkErrorInside,
    sources: [adalTable, winHttp],
  },
  {
    kind: "code",
    code: "0xcaa82f96",
    symbols: ["ERROR_ADAL_INTERNET_HEADER_SIZE_OVERFLOW"],
    places: ["any"],
    title: "token answer with too large headers",
    cause: "The headers of the token answer exceed the size that the request allows.",
    resolution: [
      reads("Look for long cookies or other headers that a proxy or load balancer adds to the answer.", {
        where: "network",
      }),
      whoAnswered,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp],
  },
  {
    kind: "code",
    code: "0xcaa82f97",
    symbols: ["ERROR_ADAL_INTERNET_CHUNKED_ENCODING_HEADER_SIZE_OVERFLOW"],
    places: ["any"],
    title: "token answer with broken chunks",
    cause:
      "The answer came in pieces (chunked encoding), and the size of a piece could not be read without an overflow.",
    resolution: [
      changes("Exclude the address from whatever scans or compresses content on the way, and test again.", {
        where: "network",
      }),
      whoAnswered,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp],
  },
  {
    kind: "code",
    code: "0xcaa82f98",
    symbols: ["ERROR_ADAL_INTERNET_RESPONSE_DRAIN_OVERFLOW"],
    places: ["any"],
    title: "token answer larger than WinHTTP takes",
    cause: "An answer to the token request exceeded a size that WinHTTP has built in.",
    resolution: [
      reads("Compare its size with that on a PC without the error: a token answer has some kilobytes."),
      whoAnswered,
    ],
    note: networkErrorInside,
    sources: [adalTable, winHttp],
  },
  {
    kind: "code",
    code: "0xcaa82f99",
    symbols: ["ERROR_ADAL_INTERNET_CLIENT_CERT_NO_PRIVATE_KEY"],
    places: ["any"],
    title: "client certificate has no private key here",
    cause:
      "A certificate was found to show to the server, but the private key for it is not on this PC. It may have been imported without the key.",
    resolution: [
      deviceCertificateKey,
      reads(
        "For another certificate, open it in certlm.msc or certmgr.msc: with a private key, it says so at the bottom of the General tab.",
      ),
    ],
    note: noPublicText,
    sources: [adalTable, winHttp, deviceDetails],
  },
  {
    kind: "code",
    code: "0xcaa82f9a",
    symbols: ["ERROR_ADAL_INTERNET_CLIENT_CERT_NO_ACCESS_PRIVATE_KEY"],
    places: ["any"],
    title: "no right to use the client certificate's key",
    cause: "The private key is there, and the account under which the token was asked for has no right to use it.",
    resolution: [
      reads(
        "Find out which account asked. A certificate of the computer opens for SYSTEM and administrators, one of a user for that user.",
      ),
      reads("In certlm.msc, All Tasks > Manage Private Keys shows who may use the key of a computer certificate.", {
        rights: "administrator",
      }),
    ],
    note: noPublicText,
    sources: [adalTable, winHttp],
  },
]
