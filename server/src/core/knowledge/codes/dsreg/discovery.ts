import type { CodeEntry } from "../../code.ts"
import { connectionPoint, discoverPhase, networkRequirements, preJoinDiagnostics } from "../../headings.ts"
import { decideHybridJoin } from "../../joinLadders.ts"
import { installExtension, startJoin } from "../../ladders.ts"
import { askAsSystem, shared, testAsSystem } from "../../shared.ts"
import { changes, fact, reads } from "../../step.ts"
import { configureConnectionPoint, correctTenant, readConnectionPoint, subscriptions } from "../../tenantLadders.ts"
import { helloRemedies, helloUnknown } from "../helloAdvice.ts"
import { giveSystemProxy, openForJoin, proxyForSystem } from "../winhttp/advice.ts"
import { enrollmentTable, managedJoin, runsAgain, signOutAndRepeat } from "./advice.ts"

const discoveryAddresses = shared(
  fact(
    "Discovery needs https://enterpriseregistration.windows.net, and since Windows 10 1809 also https://login.microsoftonline.com. A 404 page from the first is an answer; silence, a certificate warning or a sign-in page is not.",
  ),
)

const computerPassesProxy = shared(
  fact(
    "A proxy on the way has to be found by the computer account and has to let it through without asking for a name and password.",
  ),
)

/** Codes of finding the registration service and the tenant, one place each where they stand. */
export const discoveryCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c000b",
    symbols: ["DSREG_E_DISCOVERY_REDIRECTION_NOT_TRUSTED"],
    places: ["discover", "hello", "enrollment"],
    title: "redirected to a server that is not trusted",
    cause:
      "The discovery request was redirected, and the server it was to go to is none that Windows knows as a registration service.",
    resolution: [
      reads(
        "See where the answer leads. Run `curl.exe https://enterpriseregistration.windows.net/ -D -` as SYSTEM and look for a `Location` header; without one, a 404 is as it should be.",
        {
          proves:
            "A `Location` that is not Microsoft's names the proxy, the sign-in page or the firewall that answered: go on with that. Without one SYSTEM reaches the service now: repeat what failed.",
          rights: "system",
        },
      ),
      changes("If it leads to a sign-in or block page, let the address pass on that proxy or firewall.", {
        where: "network",
      }),
    ],
    note: "Microsoft publishes the cause and no remedy; the advice is inferred from it.",
    sources: [
      enrollmentTable,
      helloUnknown,
      { page: "vmSignIn", heading: "Troubleshoot deployment problems", anchor: "troubleshoot-deployment-problems" },
    ],
  },
  {
    kind: "code",
    code: "0x801c000c",
    symbols: ["DSREG_E_DISCOVERY_FAILED"],
    places: ["discover", "hello", "enrollment"],
    title: "registration service not found, no reason given",
    cause:
      "The registration service could not be discovered. The code says no more than that, even where it stands behind 0x801c0021 as the second code of DRS Discovery Test.",
    resolution: [
      reads(
        "Look for event 201 in the User Device Registration log at the time of the attempt; an HTTP status or an answer in it is the real clue.",
        {
          proves:
            "An HTTP status or a code in it: look that up and follow it. No event 201: Windows never asked; start the join and look again.",
          rights: "user",
        },
      ),
      testAsSystem,
      discoveryAddresses,
    ],
    sources: [preJoinDiagnostics, discoverPhase, enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0012",
    symbols: ["DSREG_E_DISCOVERY_BAD_MESSAGE_ERROR"],
    places: ["discover", "hello", "enrollment"],
    title: "malformed discovery request",
    cause: "The registration service did not accept the form of the discovery request.",
    resolution: [
      reads("Look at the build of Windows with `winver`, and under Settings > Windows Update for updates that wait.", {
        proves:
          "If updates wait, an old Windows may send what the service does not take any more: install them and join again. If none wait, sign out and in and repeat what failed.",
        rights: "user",
      }),
      signOutAndRepeat,
    ],
    sources: [helloRemedies, enrollmentTable],
  },
  {
    kind: "code",
    code: "0x801c001d",
    symbols: ["DSREG_AUTOJOIN_ADCONFIG_READ_FAILED"],
    places: ["discover"],
    title: "service connection point not readable",
    cause:
      "Windows could not read the service connection point (SCP), which names the tenant to join. Windows looks in the registry under CDJ\\AAD first, then in the configuration partition of the computer's own forest.",
    resolution: [
      reads("Read the code behind `AD Configuration Test` in `dsregcmd /status`.", {
        rights: "user",
        inLog: [
          {
            fields: ["AD Configuration Test"],
            when: /0x80070002/i,
            leaves: "`AD Configuration Test` says {0}: Active Directory was asked and has no service connection point.",
          },
          { fields: ["AD Configuration Test"] },
        ],
        proves:
          "0x80070002: Active Directory was asked and has no service connection point. Another code: it could not be asked; look that code up.",
      }),
      decideHybridJoin,
      ...readConnectionPoint,
      ...configureConnectionPoint,
      startJoin,
    ],
    note: "An absent SCP is normal where hybrid join is not used, and outside the pilot group of a targeted deployment.",
    sources: [discoverPhase, connectionPoint, { page: "hybridControl" }, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x801c001f",
    symbols: ["DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT"],
    places: ["discover"],
    title: "no answer in time",
    cause: "Windows waited for the discovery of the registration service to finish, and gave up.",
    resolution: [
      reads(
        "Run `dsregcmd /status` from an elevated prompt and read DRS Discovery Test: it asks as SYSTEM, like the join, and a second code in its brackets tells what became of the question.",
        {
          rights: "administrator",
          proves: "A second code: follow that one. PASS: SYSTEM gets through now; start the join.",
        },
      ),
      testAsSystem,
      discoveryAddresses,
      computerPassesProxy,
    ],
    sources: [discoverPhase, networkRequirements],
  },
  {
    kind: "code",
    code: "0x801c0021",
    symbols: ["DSREG_AUTOJOIN_DISC_FAILED"],
    places: ["discover"],
    title: "registration service not discovered",
    cause:
      "Windows could not fetch the discovery metadata of the Device Registration Service (DRS), which holds the addresses to register at. The code is the general one; a second code beside it tells the reason.",
    resolution: [
      reads(
        "Look up the last code in the brackets of `DRS Discovery Test`: it is the reason. On Windows 10 before 1803, take the exit code of event 201.",
        {
          rights: "user",
          inLog: [{ fields: ["DRS Discovery Test"] }, { fields: ["Client ErrorCode"] }],
          proves: "Two codes in the brackets: follow the last one. One code, PASS or no such line: go on.",
        },
      ),
      reads(
        "If there is no second code, run `dsregcmd /status` from an elevated prompt: the tests then run as SYSTEM, like the join.",
        {
          rights: "administrator",
          proves:
            "A second code behind `DRS Discovery Test` is the reason: look it up. PASS: SYSTEM gets through now; start the join.",
          inLog: [
            { fields: ["User Context"], when: /^SYSTEM$/i },
            {
              fields: ["DRS Discovery Test", "Client ErrorCode"],
              leaves: reads(
                "Run `dsregcmd /status` from an elevated prompt: the tests then run as SYSTEM, like the join.",
                {
                  rights: "administrator",
                  proves:
                    "A second code behind `DRS Discovery Test` is the reason: look it up. PASS: SYSTEM gets through now; start the join.",
                },
              ),
            },
          ],
        },
      ),
      testAsSystem,
      askAsSystem,
      proxyForSystem,
      giveSystemProxy,
      openForJoin,
      startJoin,
      discoveryAddresses,
    ],
    note: "As exit code -2145648607 of the extension AADLoginForWindows the same number says that an Azure virtual machine does not reach enterpriseregistration.windows.net. Microsoft's article of 2019 also printed it for the failed realm discovery; that one is 0x801c003d.",
    sources: [
      discoverPhase,
      preJoinDiagnostics,
      { page: "vmSignIn", heading: "Exit code -2145648607", anchor: "exit-code--2145648607" },
    ],
  },
  {
    kind: "code",
    code: "0x801c0025",
    symbols: ["DSREG_SERVER_BUSY"],
    places: ["discover"],
    title: "registration service busy",
    cause: "The registration service answered with HTTP status 503: it is not available at the moment.",
    resolution: [
      reads("In the Microsoft 365 admin center open Health > Service health, and look at Microsoft Entra.", {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "An incident: wait until it is over, and Windows joins by itself. None: a proxy may have answered in place of the service; run the join once more, and look at the proxy's log if it fails again.",
      }),
      fact("There is nothing to repair on the PC. Wait; the join should succeed once the service is back."),
      runsAgain,
    ],
    sources: [discoverPhase, managedJoin],
  },
  {
    kind: "code",
    code: "0x801c003a",
    symbols: ["DSREG_DISCOVERY_TENANT_NOT_FOUND"],
    places: ["discover"],
    title: "tenant not found",
    cause:
      "The registration service does not find the tenant. Either the service connection point (SCP) has the wrong tenant ID, or the tenant has no active subscription.",
    resolution: correctTenant,
    sources: [discoverPhase, connectionPoint, { page: "hybridControl" }, subscriptions],
  },
  {
    kind: "code",
    code: "0x801c003d",
    symbols: ["DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED"],
    places: ["discover"],
    title: "managed or federated not determined",
    cause:
      "Windows could not find out whether Microsoft Entra ID checks the passwords of the domain itself (managed) or AD FS or another service does (federated). It asks https://login.microsoftonline.com for that (realm discovery, Windows 10 1809 and later). The code is general; where another one stands beside it, that tells the reason.",
    resolution: [
      reads(
        "Look for a second code, in the brackets of `DRS Discovery Test` or in event 201. Where there is none, run `dsregcmd /status` from an elevated prompt, which tests anew as SYSTEM.",
        {
          rights: "administrator",
          proves:
            "A second code, then or now: it is the reason; follow it. PASS in the new test: SYSTEM gets through now; start the join.",
        },
      ),
      testAsSystem,
      askAsSystem,
      proxyForSystem,
      giveSystemProxy,
      reads(
        "In the Microsoft Entra admin center, under Entra ID > Domain names, look for the domain that `azureADName` of the service connection point names: the question is asked for that domain.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "If it is missing or not verified, correct the service connection point. If it is verified, the network is the cause.",
        },
      ),
      startJoin,
    ],
    note: "Microsoft's article of 2019 printed a wrong number for this symbol (0x801c0021/-2145648611); newer copies have this one.",
    sources: [discoverPhase, connectionPoint],
  },
  {
    kind: "code",
    code: "0x801c0042",
    symbols: ["DSREG_E_MSI_TENANTID_UNAVAILABLE"],
    places: ["discover"],
    title: "Azure VM does not learn its tenant",
    cause:
      "The extension AADLoginForWindows, which joins an Azure virtual machine, could not learn the tenant ID from the Azure Instance Metadata Service. It reports terminal error 1007 with exit code -2145648574. Often the virtual machine has no system-assigned managed identity.",
    resolution: [
      reads(
        "In the Azure portal, open Identity of the virtual machine and check that *System assigned* is on. The answer `Identity not found` in the log of the extension means that it is off.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves: "Off: turn it on, and install the extension AADLoginForWindows again. On: go on.",
        },
      ),
      reads(
        'On the virtual machine, run `curl.exe -H Metadata:true "http://169.254.169.254/metadata/identity/info?api-version=2018-02-01"` from an elevated PowerShell window.',
        {
          rights: "administrator",
          proves:
            "A tenant ID: the machine has its identity now; go on to the extension. An error or no answer: a proxy or a firewall stands in front of 169.254.169.254, which has to be asked directly; take it out of the way.",
        },
      ),
      installExtension,
    ],
    note: "That a proxy or firewall can be in the way is inferred.",
    sources: [
      {
        page: "vmSignIn",
        heading: "Terminal error code 1007 and exit code -2145648574",
        anchor: "terminal-error-code-1007-and-exit-code--2145648574",
      },
    ],
  },
]
