import type { CodeEntry } from "../../code.ts"
import { discoverPhase, joinPhase, networkRequirements } from "../../headings.ts"
import { askForTokenAgain, startJoin } from "../../ladders.ts"
import { askAsSystem, shared, testAsSystem } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, fact, reads } from "../../step.ts"
import {
  askAsDevice,
  exemptFromInspection,
  giveSystemProxy,
  noInspection,
  openForJoin,
  proxyForSystem,
  readTls12,
  registrationTls,
  winHttp,
  winInet,
} from "./advice.ts"

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

const triesAgain = shared(fact("Windows tries a hybrid join again every hour and at each sign-in, without help."))

const whichAddress = shared(
  reads(
    "Find out which address failed. The tests of a join ask enterpriseregistration.windows.net and login.microsoftonline.com; for a PRT the address is in `Endpoint URI` beside the code, in event 1084 of AAD Operational or in event 1022 of AAD Analytic.",
    {
      proves: "The name that is not resolved has to be one of these: another one proves nothing.",
      inLog: [
        { fields: ["Endpoint URI"] },
        {
          fields: ["DeviceAuthStatus"],
          when: /^FAILED.{0,20}0x8007/i,
          leaves: "The question of the device goes to https://login.microsoftonline.com.",
        },
      ],
      rights: "user",
    },
  ),
)

const ANSWER_LATE =
  "`TcpTestSucceeded : True`: the server was reached and only its answer did not come; ask for the token again. False: nothing gets through to it; go on."

const NO_WAY =
  "`TcpTestSucceeded : False`: the fault is still there, and `RemoteAddress` shows where the name led to; go on. True: the way is open now; ask for the token again."

const traceNetwork = shared(
  changes(
    "If it fails again and again with the PC online, record it: run `netsh trace start scenario=InternetClient_dbg capture=yes persistent=yes` as an administrator, lock the PC, wait a minute, unlock it, and run `netsh trace stop`, which says where the file is. Until it is stopped the trace goes on over a restart and fills the disk.",
    {
      rights: "administrator",
      proves:
        "In the trace look for the address that failed: whether DNS names it, whether a connection on port 443 is made, and what a proxy answers.",
    },
  ),
)

const RESOLVED =
  "If it prints an address, the PC was offline, asleep or not yet on its VPN at the time of the failure: ask for the token again. If it fails, the DNS server of the PC or the VPN is the cause. In a network where only the proxy knows public names it always fails: look at the proxy of SYSTEM."

const JOIN_RESOLVED =
  "If both print addresses, only the moment of the failure was wrong: start the join. If only the public server does, correct the DNS of the PC. If neither does, a firewall blocks DNS: then only a proxy can resolve the name, and SYSTEM has to use that proxy."

const CONNECTED =
  "True: there is a direct way out now, so start the join. False: there is none, and the join depends on the proxy that SYSTEM uses."

/** Network errors of a connection that was not made or did not last. */
export const connectionCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80072ee2",
    symbols: ["ERROR_WINHTTP_TIMEOUT", "WININET_E_TIMEOUT", "ERROR_INTERNET_TIMEOUT"],
    places: ["any"],
    title: "request timed out",
    cause: "A request went out, and the network library waited for the answer until its time was up.",
    resolution: [
      reads(
        "Take the host that was silent from `Endpoint URI`, or for a PRT from event 1084 of AAD Operational, and run `Test-NetConnection` with it and `-Port 443`. If that connects, the server was reached and only its answer did not come.",
        {
          proves:
            "`TcpTestSucceeded : False`: the way to that host is closed, by a firewall or a missing proxy. True: look at what delays the answer, such as a proxy that inspects it.",
          inLog: [
            {
              fields: ["Endpoint URI"],
              leaves: reads("On the PC run `Test-NetConnection {Host} -Port 443` in PowerShell.", {
                rights: "user",
                proves: ANSWER_LATE,
              }),
            },
            {
              fields: ["DeviceAuthStatus"],
              when: /^FAILED.{0,20}0x8007/i,
              leaves: askAsDevice,
            },
          ],
          rights: "user",
        },
      ),
      testAsSystem,
      proxyForSystem,
      giveSystemProxy,
      traceNetwork,
    ],
    note: "The test of the connection is inferred from the meaning of the number.",
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
      reads(
        "On the PC run `Test-NetConnection enterpriseregistration.windows.net -Port 443` in PowerShell, and the same with `login.microsoftonline.com`.",
        {
          rights: "user",
          proves:
            "`TcpTestSucceeded : True`: there is a direct way out, so look for what holds the answer back: TLS inspection or a proxy. False: there is none, and the join depends on the proxy that SYSTEM uses.",
        },
      ),
      testAsSystem,
      askAsSystem,
      proxyForSystem,
      giveSystemProxy,
      openForJoin,
      startJoin,
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
      reads("On the PC run `Test-NetConnection enterpriseregistration.windows.net -Port 443` in PowerShell.", {
        rights: "user",
        proves:
          "`TcpTestSucceeded : True`: the server is in reach, and only its answer did not come: start the join once more. False: there is no direct way out, and the join depends on the proxy that SYSTEM uses.",
      }),
      testAsSystem,
      proxyForSystem,
      giveSystemProxy,
      openForJoin,
      startJoin,
      triesAgain,
    ],
    sources: [joinPhase, networkRequirements, managedJoin],
  },
  {
    kind: "code",
    code: "0x80072ee7",
    symbols: ["ERROR_WINHTTP_NAME_NOT_RESOLVED", "WININET_E_NAME_NOT_RESOLVED", "ERROR_INTERNET_NAME_NOT_RESOLVED"],
    places: ["any"],
    title: "server name not resolved",
    cause: "DNS gave no address for the name of the server, so nothing was sent to it.",
    resolution: [
      reads(
        "With the PC online, run `nslookup login.microsoftonline.com`, and the same with the host of {Endpoint URI} if that is another one.",
        {
          rights: "user",
          inLog: [
            {
              fields: ["Endpoint URI"],
              leaves: reads("With the PC online, run `nslookup {Host}`.", {
                rights: "user",
                proves: RESOLVED,
              }),
            },
          ],
          proves: RESOLVED,
        },
      ),
      whichAddress,
      askForTokenAgain,
      proxyForSystem,
      giveSystemProxy,
      traceNetwork,
    ],
    note: "That being offline explains it is inferred.",
    sources: [prtNetwork, winHttp, winInet],
  },
  {
    kind: "code",
    code: "0x80072ee7",
    symbols: ["WININET_E_NAME_NOT_RESOLVED", "ERROR_WINHTTP_NAME_NOT_RESOLVED", "ERROR_INTERNET_NAME_NOT_RESOLVED"],
    places: ["discover", "join"],
    title: "server name not resolved",
    cause:
      "DNS gave no address for the registration server, when Windows asked where to register or turned there to join.",
    resolution: [
      reads(
        "On the PC run `nslookup enterpriseregistration.windows.net`, then ask a public DNS server: `nslookup enterpriseregistration.windows.net 208.67.222.222`.",
        {
          inLog: [
            {
              fields: ["DRS Discovery Test", "Client ErrorCode"],
              when: /0x801c003d/i,
              leaves: reads(
                "Windows asked for the domain of the user name (0x801c003d), which is another address. On the PC run `nslookup login.microsoftonline.com`, then ask a public DNS server: `nslookup login.microsoftonline.com 208.67.222.222`.",
                { rights: "user", proves: JOIN_RESOLVED },
              ),
            },
          ],
          rights: "user",
          proves: JOIN_RESOLVED,
        },
      ),
      changes(
        "If only the public server knows the name, correct the DNS servers that the PC uses, or where they forward to.",
        {
          where: "network",
        },
      ),
      proxyForSystem,
      giveSystemProxy,
      startJoin,
    ],
    sources: [joinPhase, discoverPhase, vmConnectivity, networkRequirements],
  },
  {
    kind: "code",
    code: "0x80072eec",
    symbols: ["ERROR_WINHTTP_SHUTDOWN", "ERROR_INTERNET_SHUTDOWN"],
    places: ["any"],
    title: "request cut off by a program or Windows ending",
    cause: "The network library was being unloaded while the request ran, as happens when a program or Windows ends.",
    resolution: [
      reads("Compare the time with that of a sign-out, shutdown or restart.", {
        rights: "user",
        proves:
          "It fits: nothing is wrong, and the next attempt counts. It does not: the program that asked ended by itself; look for its error in the Application log.",
      }),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ef1",
    symbols: ["ERROR_WINHTTP_OPERATION_CANCELLED", "ERROR_INTERNET_OPERATION_CANCELLED"],
    places: ["any"],
    title: "request canceled",
    cause: "The request was canceled before it was done, usually because the program closed it.",
    resolution: [
      reads(
        "Ask whether somebody closed a sign-in window at that moment, and look for a time-out or another error just before, in the same attempt.",
        {
          rights: "user",
          proves:
            "Closed: that explains it; let the user repeat it. A code before it: that one is the cause. Neither: repeat what failed.",
        },
      ),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072efd",
    symbols: ["ERROR_WINHTTP_CANNOT_CONNECT", "WININET_E_CANNOT_CONNECT", "ERROR_INTERNET_CANNOT_CONNECT"],
    places: ["any"],
    title: "no connection to the server",
    cause: "The attempt to connect to the server failed: its name was known, and no connection came about.",
    resolution: [
      reads(
        "Run `Test-NetConnection` with `-Port 443` and the host from `Endpoint URI`, or for a PRT from event 1084 of AAD Operational: `TcpTestSucceeded : False` repeats the fault, and `RemoteAddress` shows where the name led to.",
        {
          proves:
            "True: the way is open now; repeat what failed. False and an address that is not Microsoft's: DNS or a proxy leads elsewhere.",
          inLog: [
            {
              fields: ["Endpoint URI"],
              leaves: reads("On the PC run `Test-NetConnection {Host} -Port 443` in PowerShell.", {
                rights: "user",
                proves: NO_WAY,
              }),
            },
            {
              fields: ["DeviceAuthStatus"],
              when: /^FAILED.{0,20}0x8007/i,
              leaves: askAsDevice,
            },
          ],
          rights: "user",
        },
      ),
      proxyForSystem,
      giveSystemProxy,
      changes("Let HTTPS (port 443) out to this host through the firewall and the proxy.", { where: "network" }),
      traceNetwork,
    ],
    note: "That a test of the connection repeats the fault is inferred.",
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
      reads(
        "On the PC run `Test-NetConnection enterpriseregistration.windows.net -Port 443` in PowerShell and read `TcpTestSucceeded`.",
        {
          inLog: [
            {
              fields: ["DRS Discovery Test", "Client ErrorCode"],
              when: /0x801c003d/i,
              leaves: reads(
                "Windows asked for the domain of the user name (0x801c003d), which is another address. On the PC run `Test-NetConnection login.microsoftonline.com -Port 443` in PowerShell and read `TcpTestSucceeded`.",
                { rights: "user", proves: CONNECTED },
              ),
            },
          ],
          rights: "user",
          proves: CONNECTED,
        },
      ),
      testAsSystem,
      askAsSystem,
      proxyForSystem,
      giveSystemProxy,
      openForJoin,
      startJoin,
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
      reads(
        "Look in the System log for Schannel errors of that minute: with one, the two sides did not agree on TLS; with none, look for what cut the connection.",
        {
          rights: "user",
          proves: "With one: go on with TLS 1.2. With none: a firewall, a proxy or TLS inspection cut the connection.",
        },
      ),
      whichAddress,
      readTls12,
      changes("Exempt the address from TLS inspection.", { where: "network" }),
      proxyForSystem,
      giveSystemProxy,
      traceNetwork,
    ],
    note: "That TLS inspection or a TLS setting is behind it is inferred from WinHTTP's description.",
    sources: [prtNetwork, winHttp, winInet, registrationTls],
  },
  {
    kind: "code",
    code: "0x80072efe",
    symbols: ["WININET_E_CONNECTION_ABORTED", "ERROR_WINHTTP_CONNECTION_ERROR", "ERROR_INTERNET_CONNECTION_ABORTED"],
    places: ["discover", "join"],
    title: "connection broken off",
    cause:
      "The connection to the registration server ended abnormally, in the registration itself or in the test of the way to it.",
    resolution: [
      reads("Run `curl.exe -v https://enterpriseregistration.windows.net/` as SYSTEM, here and over another network.", {
        proves:
          "Only the other one brings an answer: something on this one cuts the connection, such as a proxy, a firewall or TLS inspection. Both do: the way is open now; start the join.",
        rights: "system",
      }),
      readTls12,
      exemptFromInspection,
      triesAgain,
    ],
    note: "WinHTTP reports a TLS version that the other side does not accept with the same number; the advice on TLS follows from that.",
    sources: [joinPhase, discoverPhase, winHttp, registrationTls, noInspection, managedJoin],
  },
  {
    kind: "code",
    code: "0x80072eff",
    symbols: ["ERROR_INTERNET_CONNECTION_RESET"],
    places: ["any"],
    title: "connection reset",
    cause: "The other side, or something in between, reset the connection.",
    resolution: [
      reads(
        "Take a network trace and see who sends the reset (TCP RST). From the address of a firewall or proxy, or long before the answer is due, it is not the server.",
        {
          proves:
            "If the server itself sends it, and soon after the first bytes, look at TLS on both sides; else the device that sent it has a rule for this connection.",
          where: "network",
        },
      ),
      reads("Repeat the step from another network, without VPN or proxy, to compare.", { rights: "user" }),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f00",
    symbols: ["ERROR_WINHTTP_RESEND_REQUEST", "ERROR_INTERNET_FORCE_RETRY"],
    places: ["any"],
    title: "request has to be sent again",
    cause: "The network library asks the program to send the request once more. By itself this is no failure.",
    resolution: [
      reads("Go by the code that follows: this number is a step on the way, usual in a sign-in to a server or proxy.", {
        rights: "user",
        proves:
          "With one: look that up. Without one: let the join or the app try anew; if that works, nothing is wrong.",
      }),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
]
