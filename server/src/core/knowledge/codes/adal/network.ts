import type { CodeEntry } from "../../code.ts"
import { authenticationPhase, networkRequirements } from "../../headings.ts"
import { shared, testAsSystem } from "../../shared.ts"
import { changes, fact, reads } from "../../step.ts"
import { readTls12, registrationTls, winHttp } from "../winhttp/advice.ts"
import { adalTable, prerequisites } from "./advice.ts"

const bothHosts = shared(
  reads(
    "Run `curl.exe -v https://login.microsoftonline.com/` as SYSTEM, and in a federated domain the same with the address of the federation service: a federated join asks both for its token. Behind a proxy, name it with `--proxy`.",
    {
      rights: "system",
      proves:
        "An address that fails there fails for the join, whatever a browser shows. If all answer, the way is open now: start the join.",
    },
  ),
)

const silentProxy = shared(
  fact(
    "Where an outbound proxy is needed, the computer account has to find it, by WPAD or by a WinHTTP setting, and to get through without a prompt.",
  ),
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
    {
      rights: "user",
      proves:
        "An issuer of your own: take the hosts out of TLS inspection. A public authority on each: nothing inspects on this way; go on.",
    },
  ),
)

/** The network errors of the library that Microsoft explains for the join, and the one that breaks the pattern. */
export const ownNetworkCodes = (): readonly CodeEntry[] => [
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
      silentProxy,
      reads(
        "If only the federation service is silent, check that the PC is on the company network or a VPN: its endpoint for Windows authentication is not meant for the internet.",
        {
          rights: "user",
          proves:
            "Outside: connect it, and start the join. Inside: look at the firewall between the PC and the federation service, port 443.",
        },
      ),
    ],
    sources: [authenticationPhase, networkRequirements, prerequisites, adalTable],
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
        {
          rights: "user",
          proves:
            "`TcpTestSucceeded : True`: there is a direct way now; start the join. False: there is none, or only a proxy leads out; go on.",
        },
      ),
      reads(
        "If it is not, and a proxy is the way out, run `curl.exe -v https://login.microsoftonline.com/` with `--proxy` and its name as SYSTEM.",
        { rights: "system" },
      ),
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
      reads("Repeat the attempt on another network, for example over a phone.", {
        proves:
          "It fails on one only: look there for a firewall, VPN or proxy that cuts TLS connections. On both: look at TLS on the PC itself, and at the federation service in a federated domain.",
        where: "network",
      }),
      readTls12,
      noInspection,
    ],
    note: "Microsoft advises to repeat the attempt on a stable network. The rest follows from WinHTTP, where the error inside also stands for a version of TLS that does not match.",
    sources: [authenticationPhase, winHttp, registrationTls, prerequisites, adalTable],
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
        {
          rights: "user",
          proves:
            "If it is missing, whoever runs that server or proxy has to get another certificate. If it is listed, the certificate that SYSTEM sees is another one: test as SYSTEM.",
        },
      ),
      whoseCertificate,
    ],
    note: "The number stands in the withdrawn table only, and it does not follow the pattern of its neighbors: its lower half, 12171, is another error. WinHTTP's error of this meaning is 12179 (0x80072f93). The advice is inferred from the name.",
    sources: [adalTable],
    confidence: "inferred",
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
      reads("Check date, time and time zone first: with a clock that is off, a sound certificate looks invalid.", {
        rights: "user",
        proves:
          "Off by minutes or more: set it with `w32tm /resync` from an elevated prompt, then start the join. Right: go on.",
      }),
      whoseCertificate,
      noInspection,
      otherNetwork,
    ],
    note: "Microsoft names the clock and another network. The certificate's issuer and TLS inspection follow from the requirements of a hybrid join.",
    sources: [authenticationPhase, winHttp, prerequisites, adalTable],
  },
]
