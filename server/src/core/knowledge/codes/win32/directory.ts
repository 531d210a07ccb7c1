import type { CodeEntry } from "../../code.ts"
import {
  authenticationPhase,
  connectionPoint,
  discoverPhase,
  joinPhase,
  networkRequirements,
  precheckPhase,
  preJoinDiagnostics,
} from "../../headings.ts"
import { controllerCommands, decideHybridJoin, findController } from "../../joinLadders.ts"
import { startJoin } from "../../ladders.ts"
import { shared, testAsSystem } from "../../shared.ts"
import { changes, reads } from "../../step.ts"
import { configureConnectionPoint, readConnectionPoint } from "../../tenantLadders.ts"
import { windowsNumber } from "./advice.ts"

const domainInReach = shared(
  reads(
    "Bring the PC into the company network, or onto a VPN that reaches a domain controller. For a laptop away from both this is the everyday explanation.",
    { rights: "user" },
  ),
)

const findDomainController = shared(
  reads("On the PC run `nltest /dsgetdc:{Domain}`, and look whether it finds a domain controller.", {
    rights: "user",
    proves:
      "A name: one is in reach now; start the join. An error: check with `ipconfig /all` that the PC uses the DNS servers of the domain.",
  }),
)

const replication = shared(
  reads(
    "Check the replication of Active Directory, for example with `repadmin /replsummary` on a domain controller. If the computer is new, give it time first: such a lag can pass by itself.",
    { rights: "directory-administrator", where: "active-directory" },
  ),
)

/** Windows error numbers as HRESULTs from the domain and the directory. */
export const directoryErrorCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80070002",
    symbols: ["ERROR_FILE_NOT_FOUND"],
    places: ["discover"],
    title: "service connection point not found",
    cause:
      "There is no service connection point (SCP) for this PC, neither in the registry nor in Active Directory, so Windows does not know which tenant to join. That is a fault only if the PC is meant to be hybrid joined: where hybrid join is not used, or outside the pilot group of a targeted deployment, it is normal.",
    resolution: [decideHybridJoin, ...readConnectionPoint, ...configureConnectionPoint, startJoin],
    note: "The meaning is read from real logs, in which AD Configuration Test fails with this code and the join then with 0x801c001d. Microsoft's pages describe the missing SCP, but not this code.",
    sources: [discoverPhase, connectionPoint, { page: "hybridControl" }, preJoinDiagnostics, windowsNumber],
    confidence: "reported",
  },
  {
    kind: "code",
    code: "0x8007000d",
    symbols: ["E_INVALIDDATA", "ERROR_INVALID_DATA"],
    places: ["discover"],
    title: "answer is no JSON, likely a proxy page",
    cause:
      "Windows expected JSON from the registration service and could not read what came. Most likely a proxy answered in its place, with HTTP status 200 and a sign-in page.",
    resolution: [
      reads(
        "Start `psexec -s -i cmd` (Sysinternals) as an administrator, and look at what `curl.exe -i https://enterpriseregistration.windows.net/` returns there (behind a proxy with `--proxy http://NAME:PORT`).",
        {
          rights: "system",
          proves:
            "A 404 of Microsoft's: the way is open now; start the join. A page of a proxy: that proxy answers in place of the service; its text tells whose it is; go on. No answer: SYSTEM needs a proxy that curl was not given.",
        },
      ),
      testAsSystem,
      changes(
        "Set the proxy up so that the computer account finds it and is let through without a prompt, or exempt the address from authentication.",
        { where: "network" },
      ),
    ],
    sources: [discoverPhase, networkRequirements],
  },
  {
    kind: "code",
    code: "0x8007003a",
    symbols: ["ERROR_BAD_NET_RESP"],
    places: ["discover"],
    title: "domain controller could not answer",
    cause:
      "Windows asked a server for something and the server could not do it. In the discover phase the server is the domain controller, and the question is for the service connection point (SCP).",
    resolution: [
      reads("On the PC run `nltest /dsgetdc:{Domain}`: it names the domain controller that the PC asks.", {
        rights: "user",
        proves:
          "A name: check that one in the next step. An error: the PC finds none; bring it onto the company network or its VPN, and start the join.",
      }),
      reads("On that domain controller run `dcdiag` and `repadmin /replsummary`.", {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "A test that fails, or replication errors: repair what is named there, then start the join. All passed: it was down or busy for a moment; go on.",
      }),
      changes(
        "Let the PC ask another domain controller: `nltest /dsgetdc:{Domain} /force` looks for one anew. Then start the join.",
        {
          rights: "administrator",
          proves:
            "If it succeeds with another one, the first one is the fault: take it to whoever runs the domain controllers.",
        },
      ),
    ],
    note: "The code is known from the debug output of a real join. Microsoft documents the number only in general, so the cause here is inferred.",
    sources: [windowsNumber, discoverPhase, preJoinDiagnostics, { page: "nltest" }, { page: "controllerSearch" }],
    confidence: "reported",
  },
  {
    kind: "code",
    code: "0x80070520",
    symbols: ["ERROR_NO_SUCH_LOGON_SESSION"],
    places: ["join"],
    title: "logon session of the computer missing, replication lag",
    cause:
      "Windows could not reach its own computer object in Active Directory. Microsoft lists 1312, which is this number in decimal, among the signs of a replication problem on premises.",
    resolution: [
      reads("Look for event 220 in the User Device Registration log; it holds this number.", {
        rights: "user",
        proves:
          "It is there: Active Directory has not replicated the computer object; go on. It is not there: the number came from another step; read the event beside it.",
      }),
      replication,
    ],
    sources: [joinPhase, windowsNumber],
  },
  {
    kind: "code",
    code: "0x80070525",
    symbols: ["ERROR_NO_SUCH_USER"],
    places: ["join"],
    title: "account not found, replication lag",
    cause:
      "The domain controller that was asked does not know the computer's account. Microsoft lists 1317, which is this number in decimal, among the signs of a replication problem on premises.",
    resolution: [
      reads("Open event 220 in the User Device Registration log to confirm that it was the computer object.", {
        rights: "user",
        proves:
          "It is there: go on with the replication. It is not there: the number came from another step; read the event beside it.",
      }),
      replication,
      reads("In Active Directory, run `Get-ADComputer {Computer}`.", {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "Found: wait for the replication, then start the join. Not found: the account was deleted; restore it from the recycle bin of Active Directory, or join the PC to the domain anew.",
      }),
    ],
    sources: [joinPhase, windowsNumber],
  },
  {
    kind: "code",
    code: "0x8007052e",
    symbols: ["ERROR_LOGON_FAILURE"],
    places: ["precheck"],
    title: "sign-in to the domain refused",
    cause:
      "A domain controller refused the name or password it was given. Before a join the computer signs in with its own account, so its password may no longer match the one in the domain.",
    resolution: [
      reads("Test the secure channel from an elevated PowerShell window with `Test-ComputerSecureChannel -Verbose`.", {
        rights: "administrator",
        proves:
          "True: the account of the computer is fine now; start the join. False: the password of the computer no longer matches; go on.",
      }),
      changes(
        "If it is False, run `Test-ComputerSecureChannel -Repair -Credential (Get-Credential)` there, with an account that may reset computer accounts.",
        {
          rights: "administrator",
          proves:
            "True: repaired. An error: see in Active Directory Users and Computers that the computer account exists and is enabled; where it does not, the PC has to be joined to the domain anew.",
        },
      ),
    ],
    sources: [windowsNumber, precheckPhase, { page: "secureChannel" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8007054b",
    symbols: ["ERROR_NO_SUCH_DOMAIN"],
    places: ["precheck"],
    title: "no domain controller found",
    cause:
      "The domain could not be contacted. A hybrid join needs a domain controller in sight before anything else, and none was found.",
    resolution: findController,
    note: "The code is known from real logs. Microsoft documents the number in general and describes the missing domain controller without it.",
    sources: [precheckPhase, preJoinDiagnostics, windowsNumber, ...controllerCommands],
    confidence: "reported",
  },
  {
    kind: "code",
    code: "0x800706ba",
    symbols: ["RPC_S_SERVER_UNAVAILABLE"],
    places: ["any"],
    title: "RPC server not available",
    cause:
      "A service that Windows calls by remote procedure call (RPC) did not answer. It can be one on this PC or one on a domain controller.",
    resolution: [
      reads("If the log was taken over WinRM or by an agent, repeat it in the user's own session.", {
        proves:
          "The error is gone there: nothing is wrong. It stays in a test of Active Directory: go on. It stays elsewhere: restart the PC, for a service of Windows did not answer.",
        rights: "user",
      }),
      reads(
        "If the code stands in a test of Active Directory, check that the domain controller is up and that no firewall blocks RPC: TCP 135 and the dynamic ports.",
        { where: "network" },
      ),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80070775",
    symbols: ["ERROR_ACCOUNT_LOCKED_OUT"],
    places: ["auth"],
    title: "account locked out",
    cause: "The account that was to sign in is locked, so it gets no token.",
    resolution: [
      reads(
        "Find out which account it is: event 305 in the User Device Registration log belongs to the same attempt, and the log of the federation service names the account.",
        {
          rights: "user",
          proves: "The account of the computer: unlock it; go on. The account of a service or a user: that one.",
        },
      ),
      changes("Unlock it in Active Directory, and look for what keeps signing in with an old password.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
    ],
    sources: [windowsNumber, authenticationPhase],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072030",
    symbols: ["ERROR_DS_NO_SUCH_OBJECT"],
    places: ["discover"],
    title: "object not in the directory",
    cause:
      "The domain controller has no object of the name it was asked for. In the discover phase this points to the service connection point (SCP) or the container Device Registration Configuration that holds it.",
    resolution: [
      reads(
        "Look in ADSI Edit below Configuration > Services whether the container Device Registration Configuration exists in this forest. If not, hybrid join was never configured there.",
        {
          proves: "It is missing: set hybrid join up. It is there: ask the domain controller that answered.",
          rights: "directory-administrator",
          where: "active-directory",
        },
      ),
      reads(
        "If it exists, check whether the domain controller that answered has it too: it may not have been replicated.",
        { rights: "directory-administrator", where: "active-directory" },
      ),
    ],
    sources: [windowsNumber, discoverPhase, connectionPoint],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8007203a",
    symbols: ["ERROR_DS_SERVER_DOWN"],
    places: ["precheck"],
    title: "directory server not answering",
    cause: "The domain controller that Windows wanted to ask does not work or cannot be reached.",
    resolution: [
      findDomainController,
      reads(
        "Check that the PC reaches that domain controller on TCP 389, which LDAP uses, for example with `Test-NetConnection`.",
        {
          rights: "user",
          proves:
            "It connects: the controller answers again; start the join. It does not: a firewall is in between, or the controller is down.",
        },
      ),
      domainInReach,
    ],
    sources: [windowsNumber, precheckPhase],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80070774",
    symbols: ["ERROR_DOMAIN_CONTROLLER_NOT_FOUND"],
    places: ["any", "precheck"],
    title: "no domain controller found for the domain",
    cause:
      "Windows looked for a domain controller of the domain it was given and found none. DNS may know none, or none may be in reach.",
    resolution: [
      reads("Run `nslookup -type=srv _ldap._tcp.dc._msdcs.{Domain}`: DNS has to list domain controllers.", {
        rights: "user",
        proves:
          "A list: DNS is fine; the PC has to reach one of them. An error: the PC asks a DNS server that does not know the domain; `ipconfig /all` shows which.",
      }),
      domainInReach,
    ],
    confidence: "inferred",
    sources: [windowsNumber, precheckPhase],
  },
]
