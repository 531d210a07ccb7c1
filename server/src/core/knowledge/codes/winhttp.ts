import type { CodeEntry } from "../code.ts"
import {
  authenticationPhase,
  connectionPoint,
  discoverPhase,
  joinPhase,
  networkRequirements,
  postJoinDiagnostics,
} from "../headings.ts"
import { shared, testAsSystem } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, endsSignIns, reads } from "../step.ts"

/** Where Microsoft asks to keep every address of the registration out of TLS inspection. */
const noInspection: Source = { page: "hybridManual", heading: "Prerequisites", anchor: "prerequisites" }

const prtNetwork: Source = {
  page: "prt",
  heading: 'Common network error codes ("ERROR_WINHTTP_" prefix)',
  anchor: "common-network-error-codes-error_winhttp_-prefix",
}

const managedJoin: Source = {
  page: "registration",
  heading: "Microsoft Entra hybrid joined in Managed environments",
  anchor: "microsoft-entra-hybrid-joined-in-managed-environments",
}

const vmConnectivity: Source = {
  page: "vmSignIn",
  heading: "Exit code -2145648607",
  anchor: "exit-code--2145648607",
}

const winHttp: Source = { page: "winHttp" }

const winInet: Source = { page: "winInet" }

const proxyForSystem = shared(
  reads(
    "Check which proxy SYSTEM uses: WPAD, or the one that `netsh winhttp show proxy` prints. The computer account has to find it and get through without a prompt; the proxy settings of the user do not count.",
  ),
)

const exemptFromInspection = shared(
  changes(
    "Exempt enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com from TLS inspection.",
    { where: "network" },
  ),
)

const triesAgain = shared("Windows tries a hybrid join again every hour and at each sign-in, without help.")

const whichAddress = shared(
  reads(
    "Find out which address failed. The tests of a join ask enterpriseregistration.windows.net and login.microsoftonline.com; for a PRT the address is in `Endpoint URI` beside the code, in event 1084 of AAD Operational or in event 1022 of AAD Analytic.",
  ),
)

const computerAccountAtProxy = shared(
  "If the network has an outbound proxy, the computer account must be able to find it and to pass it silently.",
)

const traceNetwork = shared(
  reads(
    "If it lasts, record a trace: run `netsh trace start scenario=InternetClient_dbg capture=yes persistent=yes` as an administrator, lock the PC, wait a minute, unlock it, and run `netsh trace stop`. Leave Fiddler out of it.",
    { rights: "administrator" },
  ),
)

const lookAtCertificate = shared(
  changes(
    "Open the failing address as SYSTEM and look at the certificate it shows. If your own proxy or security product issued it, exempt the address from TLS inspection.",
    { where: "network" },
  ),
)

const programFault = shared(
  "This number is about the program that sends the request, not about your network. Repeat the step; if the number stays, collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support.",
)

const readAnswer = shared(
  reads(
    "See what really answers: open the failing address as SYSTEM, or run `curl.exe -v` with it there. A page of a proxy, firewall or captive portal is the fault to look for.",
    { rights: "system" },
  ),
)

const numberOnly =
  "Known from Microsoft's lists of network errors. No Microsoft page tells when a join or a sign-in meets this number; the advice is inferred from its meaning."

const winInetOnly = `Only WinINet has a name for this number; WinHTTP, whose codes \`HTTP Error\` shows, has none. ${numberOnly}`

const winHttpOnly = `Only WinHTTP has a name for this number. ${numberOnly}`

const bareNumber = "`0x2ee6` is the bare network error number 12006. As an HRESULT the same error is 0x80072ee6."

/** Codes of WinHTTP and WinINet: the network libraries that registration and sign-in use. */
export const winHttpCodes: readonly CodeEntry[] = [
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
  },
  {
    kind: "code",
    code: "0x80072ee1",
    symbols: ["ERROR_WINHTTP_OUT_OF_HANDLES", "ERROR_INTERNET_OUT_OF_HANDLES"],
    places: ["any"],
    title: "no more network handles",
    cause: "The network library could not hand out another handle.",
    resolution: [endsSignIns("Restart the PC and repeat the step.")],
    note: `WinHTTP calls this number obsolete. ${numberOnly}`,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072ee2",
    symbols: ["ERROR_WINHTTP_TIMEOUT", "WININET_E_TIMEOUT", "ERROR_INTERNET_TIMEOUT"],
    places: ["any"],
    title: "request timed out",
    cause: "A request went out and no answer came in time.",
    resolution: [whichAddress, testAsSystem, computerAccountAtProxy, traceNetwork],
    sources: [prtNetwork, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072ee2",
    symbols: ["WININET_E_TIMEOUT", "ERROR_WINHTTP_TIMEOUT", "ERROR_INTERNET_TIMEOUT"],
    places: ["discover"],
    title: "network time-out",
    cause:
      "Windows asked where to register and got no answer in time. A hybrid join asks as SYSTEM, so a connection that works for the user proves nothing.",
    resolution: [
      testAsSystem,
      reads(
        "Open https://enterpriseregistration.windows.net and https://login.microsoftonline.com that way. A 404 page from the first is fine; endless waiting shows the fault.",
        { rights: "system" },
      ),
      proxyForSystem,
      exemptFromInspection,
    ],
    sources: [discoverPhase, networkRequirements, noInspection],
  },
  {
    kind: "code",
    code: "0x80072ee2",
    symbols: ["WININET_E_TIMEOUT", "ERROR_WINHTTP_TIMEOUT", "ERROR_INTERNET_TIMEOUT"],
    places: ["join"],
    title: "network time-out",
    cause:
      "Windows knew where to register, turned to the Device Registration Service (DRS), and got no answer in time.",
    resolution: [
      reads("Check the connection from this PC to https://enterpriseregistration.windows.net, as SYSTEM.", {
        rights: "system",
      }),
      proxyForSystem,
      "Try from another network. If it works there, the fault lies on the path, not on the PC.",
      triesAgain,
    ],
    sources: [joinPhase, networkRequirements, managedJoin],
  },
  {
    kind: "code",
    code: "0x80072ee3",
    symbols: ["ERROR_INTERNET_EXTENDED_ERROR"],
    places: ["any"],
    title: "server sent an error text",
    cause: "The server sent back an error with a text of its own; the number does not contain the text.",
    resolution: [
      reads(
        "Look for the server's words in `Server Message` or `Server Error Description`, or in the event log at the same time.",
      ),
    ],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072ee4",
    symbols: ["ERROR_WINHTTP_INTERNAL_ERROR", "ERROR_INTERNET_INTERNAL_ERROR"],
    places: ["any"],
    title: "internal error of the network library",
    cause: "The network library failed inside and says no more than that.",
    resolution: [programFault],
    note: numberOnly,
    sources: [winHttp, winInet],
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
        "Look at the addresses the request was built from: the URLs under Tenant Details, `Endpoint URI`, and in a federated domain those that the federation service publishes.",
      ),
    ],
    note: numberOnly,
    sources: [winHttp, winInet],
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
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072ee7",
    symbols: ["ERROR_WINHTTP_NAME_NOT_RESOLVED", "WININET_E_NAME_NOT_RESOLVED", "ERROR_INTERNET_NAME_NOT_RESOLVED"],
    places: ["any"],
    title: "server name not resolved",
    cause: "DNS gave no address for the name of the server.",
    resolution: [
      whichAddress,
      reads(
        "Run `nslookup` with the host name. Offline, asleep or before a VPN is up, a failure is normal and passes.",
      ),
      computerAccountAtProxy,
      traceNetwork,
    ],
    note: "That being offline explains it is inferred.",
    sources: [prtNetwork, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072ee7",
    symbols: ["WININET_E_NAME_NOT_RESOLVED", "ERROR_WINHTTP_NAME_NOT_RESOLVED", "ERROR_INTERNET_NAME_NOT_RESOLVED"],
    places: ["join"],
    title: "server name not resolved",
    cause: "The name or address of the registration server could not be resolved when the device turned to it.",
    resolution: [
      reads(
        "Run `nslookup enterpriseregistration.windows.net` on the PC, and compare with a public DNS server: `nslookup enterpriseregistration.windows.net 208.67.222.222`.",
      ),
      changes("If only the public server knows the name, correct the DNS servers or forwarders that the PC uses.", {
        where: "network",
      }),
      "Where only the proxy resolves public names, SYSTEM has to use that proxy.",
      proxyForSystem,
    ],
    sources: [joinPhase, vmConnectivity, networkRequirements],
  },
  {
    kind: "code",
    code: "0x80072ee8",
    symbols: ["ERROR_INTERNET_PROTOCOL_NOT_FOUND"],
    places: ["any"],
    title: "protocol not found",
    cause: "The protocol that the request asked for is not there.",
    resolution: [programFault],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072ee9",
    symbols: ["ERROR_WINHTTP_INVALID_OPTION", "ERROR_INTERNET_INVALID_OPTION"],
    places: ["any"],
    title: "invalid option value",
    cause: "The program read or set an option of the network library with a value that does not exist.",
    resolution: [programFault],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072eea",
    symbols: ["ERROR_INTERNET_BAD_OPTION_LENGTH"],
    places: ["any"],
    title: "option of the wrong length",
    cause: "The program passed an option whose length does not fit its kind.",
    resolution: [programFault],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072eeb",
    symbols: ["ERROR_WINHTTP_OPTION_NOT_SETTABLE", "ERROR_INTERNET_OPTION_NOT_SETTABLE"],
    places: ["any"],
    title: "option can only be read",
    cause: "The program tried to set an option that can only be read.",
    resolution: [programFault],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072eec",
    symbols: ["ERROR_WINHTTP_SHUTDOWN", "ERROR_INTERNET_SHUTDOWN"],
    places: ["any"],
    title: "network library shutting down",
    cause: "The network library was being unloaded while the request ran, as happens when a program or Windows ends.",
    resolution: ["Repeat the step in a session that is not about to end, such as after a restart."],
    note: numberOnly,
    sources: [winHttp, winInet],
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
        "Registration and sign-in do not use FTP. Check that the number was copied correctly and which program wrote it.",
      ),
    ],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072eee",
    symbols: ["ERROR_INTERNET_INCORRECT_PASSWORD"],
    places: ["any"],
    title: "wrong password for an FTP server",
    cause: "An FTP server did not accept the password. This is not the password of the Windows account.",
    resolution: [reads("Look up the other codes of the same attempt first; this one does not fit a join or a PRT.")],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072eef",
    symbols: ["ERROR_WINHTTP_LOGIN_FAILURE", "ERROR_INTERNET_LOGIN_FAILURE"],
    places: ["any"],
    title: "sign-in to a server or proxy failed",
    cause: "The sign-in that the connection itself asked for failed. This is not yet the sign-in of the user.",
    resolution: [
      changes(
        "If there is a proxy that asks for a sign-in, see its log for the computer account, and let that account pass.",
        { where: "network" },
      ),
      proxyForSystem,
    ],
    note: numberOnly,
    sources: [winHttp, winInet, networkRequirements],
  },
  {
    kind: "code",
    code: "0x80072ef1",
    symbols: ["ERROR_WINHTTP_OPERATION_CANCELLED", "ERROR_INTERNET_OPERATION_CANCELLED"],
    places: ["any"],
    title: "request canceled",
    cause: "The request was canceled before it was done, usually because the program closed it.",
    resolution: ["Repeat the step, and look for an earlier error in the same attempt."],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072ef2",
    symbols: ["ERROR_WINHTTP_INCORRECT_HANDLE_TYPE", "ERROR_INTERNET_INCORRECT_HANDLE_TYPE"],
    places: ["any"],
    title: "handle of the wrong type",
    cause: "The program used a handle of one kind for an operation that needs another.",
    resolution: [programFault],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072ef3",
    symbols: ["ERROR_WINHTTP_INCORRECT_HANDLE_STATE", "ERROR_INTERNET_INCORRECT_HANDLE_STATE"],
    places: ["any"],
    title: "handle in the wrong state",
    cause: "The program asked for an operation that the request was not ready for.",
    resolution: [programFault],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072efd",
    symbols: ["ERROR_WINHTTP_CANNOT_CONNECT", "WININET_E_CANNOT_CONNECT", "ERROR_INTERNET_CANNOT_CONNECT"],
    places: ["any"],
    title: "no connection to the server",
    cause: "The attempt to connect to the server failed.",
    resolution: [
      whichAddress,
      computerAccountAtProxy,
      reads("Check that firewalls let HTTPS out to this host.", { where: "network" }),
      traceNetwork,
    ],
    sources: [prtNetwork, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072efd",
    symbols: ["WININET_E_CANNOT_CONNECT", "ERROR_WINHTTP_CANNOT_CONNECT", "ERROR_INTERNET_CANNOT_CONNECT"],
    places: ["discover"],
    title: "no connection to the server",
    cause:
      "Windows could not establish a connection to the server it asks where to register. As the join runs as SYSTEM, the way out of the computer account counts.",
    resolution: [
      testAsSystem,
      changes(
        "Let HTTPS out to enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com on every firewall between this PC and the internet.",
        { where: "network" },
      ),
      proxyForSystem,
    ],
    sources: [discoverPhase, networkRequirements],
  },
  {
    kind: "code",
    code: "0x80072efe",
    symbols: ["ERROR_WINHTTP_CONNECTION_ERROR", "WININET_E_CONNECTION_ABORTED", "ERROR_INTERNET_CONNECTION_ABORTED"],
    places: ["any"],
    title: "connection broken off",
    cause:
      "The connection was reset or terminated, or the two sides could not agree on a version of TLS, which WinHTTP reports with the same number.",
    resolution: [
      whichAddress,
      computerAccountAtProxy,
      changes("Exempt the address from TLS inspection, and check that TLS 1.2 is not turned off on the PC.", {
        where: "network",
      }),
      traceNetwork,
    ],
    note: "That TLS inspection or a TLS setting is behind it is inferred from WinHTTP's description.",
    sources: [prtNetwork, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072efe",
    symbols: ["WININET_E_CONNECTION_ABORTED", "ERROR_WINHTTP_CONNECTION_ERROR", "ERROR_INTERNET_CONNECTION_ABORTED"],
    places: ["join"],
    title: "connection broken off",
    cause:
      "The connection to the registration server ended abnormally, in the registration itself or in the test of the way to it.",
    resolution: [
      "Wait a while and let the join run again, or try it from another network that is stable.",
      triesAgain,
      reads(
        "If it stays on one network only, look there for a proxy or firewall that cuts the connection or inspects TLS.",
        { where: "network" },
      ),
      exemptFromInspection,
    ],
    note: "WinHTTP reports a TLS version that the other side does not accept with the same number. The last two steps follow from that.",
    sources: [joinPhase, winHttp, noInspection, managedJoin],
  },
  {
    kind: "code",
    code: "0x80072eff",
    symbols: ["ERROR_INTERNET_CONNECTION_RESET"],
    places: ["any"],
    title: "connection reset",
    cause: "The other side, or something in between, reset the connection.",
    resolution: [
      "Repeat the step from another network, without VPN or proxy. If it works, look for what resets the connection on the first one.",
    ],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072f00",
    symbols: ["ERROR_WINHTTP_RESEND_REQUEST", "ERROR_INTERNET_FORCE_RETRY"],
    places: ["any"],
    title: "request has to be sent again",
    cause: "The network library asks the program to send the request once more. By itself this is no failure.",
    resolution: [reads("Look for the error that follows it; this number is a step on the way.")],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f05",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_DATE_INVALID", "ERROR_INTERNET_SEC_CERT_DATE_INVALID"],
    places: ["any"],
    title: "server certificate outside its dates",
    cause: "The certificate of the server, or one in its chain, is not valid at the time the PC's clock shows.",
    resolution: [
      reads("Check date, time and time zone of the PC; `w32tm /query /status` shows where it gets its time."),
      reads(
        "If the clock is right, look which certificate has expired: with TLS inspection it may be the one of the proxy, with AD FS that of the federation service.",
      ),
    ],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f06",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_CN_INVALID", "ERROR_INTERNET_SEC_CERT_CN_INVALID"],
    places: ["any"],
    title: "server certificate for another name",
    cause: "The server showed a certificate that was issued for a name other than the one in the address.",
    resolution: [
      lookAtCertificate,
      reads("Look for a wrong DNS or hosts entry that sends the name to another server."),
    ],
    note: numberOnly,
    sources: [winHttp, winInet, noInspection],
  },
  {
    kind: "code",
    code: "0x80072f0c",
    symbols: ["ERROR_WINHTTP_CLIENT_AUTH_CERT_NEEDED", "ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED"],
    places: ["any", "hello"],
    title: "server asks for a client certificate",
    cause: "The server wants the PC to prove itself with a certificate, and none was presented.",
    resolution: [
      changes(
        "Keep device.login.microsoftonline.com out of TLS inspection: the PC shows its device certificate there, and inspection breaks that.",
        { where: "network" },
      ),
      reads(
        "On a joined PC, run `dsregcmd /status` from an elevated prompt and read `DeviceCertificateValidity` and `KeySignTest`, which tell whether the device certificate and its key are usable.",
        { rights: "administrator" },
      ),
    ],
    note: "The Hello page gives the cause as unknown and sends to Microsoft Support. The advice is inferred from the meaning of the number and from the network requirements.",
    sources: [
      winHttp,
      winInet,
      networkRequirements,
      {
        page: "helloErrors",
        heading: "Errors with unknown mitigation",
        anchor: "errors-with-unknown-mitigation",
      },
    ],
  },
  {
    kind: "code",
    code: "0x80072f0d",
    symbols: ["ERROR_WINHTTP_SECURE_INVALID_CA", "ERROR_INTERNET_INVALID_CA"],
    places: ["any"],
    title: "server certificate from an untrusted authority",
    cause: "The chain of the server's certificate ends in a root certificate that the PC does not trust.",
    resolution: [
      lookAtCertificate,
      "If it is the certificate of your own federation service, its root has to be in the Trusted Root Certification Authorities of the computer, not only of the user.",
    ],
    note: numberOnly,
    sources: [winHttp, winInet, noInspection],
  },
  {
    kind: "code",
    code: "0x80072f19",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_REV_FAILED", "ERROR_INTERNET_SEC_CERT_REV_FAILED"],
    places: ["any"],
    title: "revocation not checked",
    cause:
      "Windows could not check whether the server's certificate has been revoked, because the revocation server did not answer.",
    resolution: [
      changes(
        "Let the PC, as SYSTEM, reach the addresses for CRL and OCSP in the certificate; they often use plain HTTP, which a proxy may block. `certutil -url` with the saved certificate tests them.",
        { where: "network" },
      ),
    ],
    note: numberOnly,
    sources: [winHttp],
  },
  {
    kind: "code",
    code: "0x80072f46",
    symbols: ["ERROR_WINHTTP_CANNOT_CALL_AFTER_SEND"],
    places: ["any"],
    title: "call came after sending",
    cause: "The program asked for something that is no longer possible once the request has been sent.",
    resolution: [programFault],
    note: winHttpOnly,
    sources: [winHttp],
  },
  {
    kind: "code",
    code: "0x80072f47",
    symbols: ["ERROR_WINHTTP_CANNOT_CALL_AFTER_OPEN"],
    places: ["any"],
    title: "call came after opening",
    cause: "The program asked for an option that has to be chosen before the request is opened.",
    resolution: [programFault],
    note: winHttpOnly,
    sources: [winHttp],
  },
  {
    kind: "code",
    code: "0x80072f76",
    symbols: ["ERROR_WINHTTP_HEADER_NOT_FOUND", "ERROR_HTTP_HEADER_NOT_FOUND"],
    places: ["any"],
    title: "header missing in the answer",
    cause: "The program looked for a header that the answer does not have.",
    resolution: [readAnswer],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f77",
    symbols: ["ERROR_HTTP_DOWNLEVEL_SERVER"],
    places: ["any"],
    title: "answer without headers",
    cause: "The server answered without any HTTP headers.",
    resolution: [readAnswer],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072f78",
    symbols: ["ERROR_WINHTTP_INVALID_SERVER_RESPONSE", "ERROR_HTTP_INVALID_SERVER_RESPONSE"],
    places: ["any"],
    title: "answer not understood",
    cause: "What the server sent could not be read as an HTTP answer.",
    resolution: [readAnswer],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f79",
    symbols: ["ERROR_HTTP_INVALID_HEADER"],
    places: ["any"],
    title: "invalid header",
    cause: "A header that was handed to the network library is invalid.",
    resolution: [programFault],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072f7a",
    symbols: ["ERROR_WINHTTP_INVALID_QUERY_REQUEST", "ERROR_HTTP_INVALID_QUERY_REQUEST"],
    places: ["any"],
    title: "invalid question about headers",
    cause: "The program asked the network library about the headers of an answer in a way that is not allowed.",
    resolution: [programFault],
    note: `WinHTTP calls this number obsolete. ${numberOnly}`,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f7b",
    symbols: ["ERROR_WINHTTP_HEADER_ALREADY_EXISTS", "ERROR_HTTP_HEADER_ALREADY_EXISTS"],
    places: ["any"],
    title: "header already there",
    cause: "The program tried to add a header that the request already had.",
    resolution: [programFault],
    note: `WinHTTP calls this number obsolete. ${numberOnly}`,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f7c",
    symbols: ["ERROR_WINHTTP_REDIRECT_FAILED", "ERROR_HTTP_REDIRECT_FAILED"],
    places: ["any"],
    title: "redirection failed",
    cause:
      "The answer led elsewhere and could not be followed: it changed between HTTP and HTTPS, or led on and on, five times by default.",
    resolution: [
      readAnswer,
      changes("Take the address out of rules on the proxy or firewall that redirect to a sign-in or warning page.", {
        where: "network",
      }),
    ],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f7d",
    symbols: ["ERROR_WINHTTP_SECURE_CHANNEL_ERROR", "ERROR_INTERNET_SECURITY_CHANNEL_ERROR"],
    places: ["any"],
    title: "secure channel failed",
    cause:
      "The TLS connection could not be set up. The error lies in the secure channel (Schannel) of Windows or in what the other side offers.",
    resolution: [
      reads("Read the Schannel events in the System log at that time."),
      reads("Check that policies on the PC leave TLS 1.2 and its cipher suites on."),
      lookAtCertificate,
    ],
    note: numberOnly,
    sources: [winHttp, winInet, noInspection],
  },
  {
    kind: "code",
    code: "0x80072f80",
    symbols: ["ERROR_HTTP_NOT_REDIRECTED"],
    places: ["any"],
    title: "request not redirected",
    cause: "A redirection was expected, and the request was not redirected.",
    resolution: [readAnswer],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072f81",
    symbols: ["ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION"],
    places: ["any"],
    title: "cookie needs confirmation",
    cause:
      "A cookie was waiting for somebody to accept it. Microsoft gives this number for Windows Vista and earlier only.",
    resolution: [reads("Check that the number was copied correctly; current Windows should not show it.")],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072f82",
    symbols: ["ERROR_HTTP_COOKIE_DECLINED"],
    places: ["any"],
    title: "cookie declined",
    cause: "A cookie was refused, according to Microsoft by the server.",
    resolution: [
      changes("See whether a proxy on the way works with cookies, and exempt the address from that.", {
        where: "network",
      }),
    ],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072f86",
    symbols: ["ERROR_WINHTTP_BAD_AUTO_PROXY_SCRIPT", "ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT"],
    places: ["any"],
    title: "error in the PAC file",
    cause: "The proxy auto-configuration (PAC) file was found, but running its script failed.",
    resolution: [
      reads(
        "Test the script with the failing host name. It must return a proxy or DIRECT for every address, also when it runs for SYSTEM and without a user's settings.",
      ),
    ],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f87",
    symbols: ["ERROR_WINHTTP_UNABLE_TO_DOWNLOAD_SCRIPT", "ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT"],
    places: ["any"],
    title: "PAC file not downloaded",
    cause:
      "The proxy auto-configuration (PAC) file could not be fetched: its server was out of reach, or answered that there is no such file.",
    resolution: [
      reads("Open the address from `Auto-Configuration URL` as SYSTEM. It must work without a sign-in.", {
        rights: "system",
      }),
      "If the server of the file is internal, the PC needs the internal network or a VPN before it can find the proxy.",
    ],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f88",
    symbols: ["ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION"],
    places: ["any"],
    title: "redirection needs a user's consent",
    cause: "The answer led elsewhere, and somebody would have to agree. A join or a PRT request has nobody to ask.",
    resolution: [
      readAnswer,
      changes("Exempt the address from the page that asks, such as the welcome page of a guest network.", {
        where: "network",
      }),
    ],
    note: winInetOnly,
    sources: [winInet],
  },
  {
    kind: "code",
    code: "0x80072f89",
    symbols: ["ERROR_WINHTTP_SECURE_INVALID_CERT", "ERROR_INTERNET_SEC_INVALID_CERT"],
    places: ["any"],
    title: "server certificate invalid",
    cause: "The server's certificate, or the chain it belongs to, is malformed or breaks a rule for such chains.",
    resolution: [
      lookAtCertificate,
      reads("Check with `certutil -verify` on the saved certificate which rule it breaks."),
    ],
    note: numberOnly,
    sources: [winHttp, winInet, noInspection],
  },
  {
    kind: "code",
    code: "0x80072f8a",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_REVOKED", "ERROR_INTERNET_SEC_CERT_REVOKED"],
    places: ["any"],
    title: "server certificate revoked",
    cause: "The authority that issued the server's certificate has revoked it.",
    resolution: [
      "Replace the certificate if the server is yours: the federation service, the proxy, the server of the PAC file.",
      lookAtCertificate,
    ],
    note: numberOnly,
    sources: [winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072f8f",
    symbols: ["ERROR_WINHTTP_SECURE_FAILURE", "WININET_E_DECODING_FAILED", "ERROR_INTERNET_DECODING_FAILED"],
    places: ["any", "hello"],
    title: "TLS failure, or answer not decoded",
    cause:
      "Two meanings share the number. In WinHTTP the server's certificate has one or more errors; in WinINet the content of the answer could not be decoded.",
    resolution: [
      reads("Check the clock of the PC first. Microsoft's Hello page explains the number with a clock that is off."),
      lookAtCertificate,
      changes("Let no proxy change the answer on its way.", { where: "network" }),
    ],
    note: "The Hello page speaks of activating Windows and names no remedy.",
    sources: [
      winHttp,
      winInet,
      {
        page: "helloErrors",
        heading: "Errors with unknown mitigation",
        anchor: "errors-with-unknown-mitigation",
      },
      noInspection,
    ],
  },
  {
    kind: "code",
    code: "0x80072f8f",
    symbols: ["WININET_E_DECODING_FAILED", "ERROR_WINHTTP_SECURE_FAILURE", "ERROR_INTERNET_DECODING_FAILED"],
    places: ["discover"],
    title: "TLS failure, or answer not decoded",
    cause:
      "Windows could not decode what came back when it asked where to register; typically a proxy interfered with the answer. As a WinHTTP error the same number means that the server's TLS certificate was not accepted.",
    resolution: [
      changes("Make sure that the proxy neither blocks nor changes the answer of enterpriseregistration.windows.net.", {
        where: "network",
      }),
      exemptFromInspection,
      reads(
        "Open https://enterpriseregistration.windows.net as SYSTEM and look at the certificate: its issuer has to be a public authority, not your own proxy.",
        { rights: "system" },
      ),
      reads("Check that the PC's clock is right, and that TLS 1.2 is on."),
    ],
    note: "The hybrid join page knows only the first meaning. Certificate, clock and TLS version follow from the second, which WinHTTP documents; TLS 1.2 is inferred.",
    sources: [discoverPhase, winHttp, winInet, noInspection],
  },
  {
    kind: "code",
    code: "0x80072f92",
    symbols: ["ERROR_WINHTTP_AUTO_PROXY_SERVICE_ERROR"],
    places: ["any"],
    title: "no proxy found for the address",
    cause: "Windows looked for a proxy for this address and found none.",
    resolution: [
      reads(
        "Compare with the two proxy sections of the log: with a direct connection allowed, this is of no consequence.",
      ),
      changes("If a proxy is needed, publish it by WPAD or set it with a WinHTTP policy so that SYSTEM finds it.", {
        where: "network",
      }),
    ],
    note: winHttpOnly,
    sources: [winHttp, networkRequirements],
  },
  {
    kind: "code",
    code: "0x80072f93",
    symbols: ["ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE"],
    places: ["any"],
    title: "server certificate not meant for this use",
    cause: "The certificate that the server showed is not valid for identifying a server.",
    resolution: [
      lookAtCertificate,
      "A certificate of your own for the federation service needs Server Authentication among its uses.",
    ],
    note: winHttpOnly,
    sources: [winHttp, noInspection],
  },
  {
    kind: "code",
    code: "0x80072f94",
    symbols: ["ERROR_WINHTTP_AUTODETECTION_FAILED"],
    places: ["any"],
    title: "no PAC file detected",
    cause:
      "Automatic detection (WPAD) found no address of a proxy auto-configuration (PAC) file, neither in DHCP nor in DNS.",
    resolution: [
      "In a network without WPAD this is normal, and harmless as long as a direct connection is allowed.",
      reads("If the network does use WPAD, check the DHCP option 252 and the DNS name wpad from this PC."),
    ],
    note: winHttpOnly,
    sources: [winHttp, networkRequirements],
  },
  {
    kind: "code",
    code: "0x80072f95",
    symbols: ["ERROR_WINHTTP_HEADER_COUNT_EXCEEDED"],
    places: ["any"],
    title: "too many headers in the answer",
    cause: "The answer had more headers than WinHTTP can take in.",
    resolution: [readAnswer],
    note: winHttpOnly,
    sources: [winHttp],
  },
  {
    kind: "code",
    code: "0x80072f96",
    symbols: ["ERROR_WINHTTP_HEADER_SIZE_OVERFLOW"],
    places: ["any"],
    title: "headers of the answer too large",
    cause: "All headers of the answer together were larger than the request allows.",
    resolution: [readAnswer],
    note: winHttpOnly,
    sources: [winHttp],
  },
  {
    kind: "code",
    code: "0x80072f97",
    symbols: ["ERROR_WINHTTP_CHUNKED_ENCODING_HEADER_SIZE_OVERFLOW"],
    places: ["any"],
    title: "overflow in a chunked answer",
    cause: "The answer came in chunks, and reading their sizes overflowed.",
    resolution: [readAnswer],
    note: winHttpOnly,
    sources: [winHttp],
  },
  {
    kind: "code",
    code: "0x80072f98",
    symbols: ["ERROR_WINHTTP_RESPONSE_DRAIN_OVERFLOW"],
    places: ["any"],
    title: "answer too large",
    cause: "The answer was larger than a limit inside WinHTTP.",
    resolution: [readAnswer],
    note: winHttpOnly,
    sources: [winHttp],
  },
  {
    kind: "code",
    code: "0x80072f99",
    symbols: ["ERROR_WINHTTP_CLIENT_CERT_NO_PRIVATE_KEY"],
    places: ["any"],
    title: "client certificate without its private key",
    cause: "The PC has the certificate it was to show, but not the private key that belongs to it.",
    resolution: [
      reads(
        "For the device certificate, run `dsregcmd /status` from an elevated prompt: `KeySignTest` tells whether its key works.",
        { rights: "administrator" },
      ),
    ],
    note: `WinHTTP's page names the error without the number, which stands in the header winhttp.h. ${winHttpOnly}`,
    sources: [winHttp, postJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x80072f9a",
    symbols: ["ERROR_WINHTTP_CLIENT_CERT_NO_ACCESS_PRIVATE_KEY"],
    places: ["any"],
    title: "no access to the private key of the client certificate",
    cause: "The program may not use the private key that belongs to the client certificate.",
    resolution: [
      "Check under which account the program ran, and repeat the step as SYSTEM or from an elevated prompt.",
    ],
    note: `WinHTTP's page names the error without the number, which stands in the header winhttp.h. ${winHttpOnly}`,
    sources: [winHttp],
  },
]
