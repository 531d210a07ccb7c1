import type { CodeEntry } from "../code.ts"
import {
  authenticationPhase,
  claims,
  connectionPoint,
  deviceState,
  discoverPhase,
  joinPhase,
  networkRequirements,
  preJoinDiagnostics,
} from "../headings.ts"
import { shared, testAsSystem } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, endsSignIns, reads } from "../step.ts"
import { helloRemedies, helloUnknown, registerAgain, registerAgainSteps } from "./tpm.ts"

/** The table that names these codes and gives the text a user sees while enrolling. */
const enrollmentTable: Source = { page: "mdmIntegration", heading: "Error codes", anchor: "error-codes" }

const deviceSettings: Source = {
  page: "manageDevices",
  heading: "Configure device settings",
  anchor: "configure-device-settings",
}

/** What happens in a hybrid join, step by step, and when it runs again. */
const managedJoin: Source = {
  page: "registration",
  heading: "Microsoft Entra hybrid joined in Managed environments",
  anchor: "microsoft-entra-hybrid-joined-in-managed-environments",
}

const kerberosErrors: Source = { page: "entraKerberosJoin", heading: "Kerberos errors", anchor: "kerberos-errors" }

const kerberosPrerequisites: Source = {
  page: "entraKerberosJoin",
  heading: "Prerequisites",
  anchor: "prerequisites",
}

const runsAgain = shared("A hybrid join needs no help to run again: Windows tries it every hour and at each sign-in.")

const discoveryAddresses = shared(
  "Discovery needs https://enterpriseregistration.windows.net, and since Windows 10 1809 also https://login.microsoftonline.com. A 404 page from the first is an answer; silence, a certificate warning or a sign-in page is not.",
)

const computerPassesProxy = shared(
  "A proxy on the way has to be found by the computer account and has to let it through without asking for a name and password.",
)

const signOutAndRepeat = shared(
  endsSignIns("Sign out, sign in, and repeat what failed. Microsoft names no other remedy for this code.", {
    rights: "user",
  }),
)

const supportOnly = shared(
  "Repeat what failed once. Microsoft publishes no remedy for this code; if it returns, take it to Microsoft Support with the time of the attempt.",
)

const keepRequestId = shared(
  "For Microsoft Support, keep Request Id together with the time in Previous Registration, which is in UTC.",
)

const kerberosOnly =
  "Belongs to hybrid join by Microsoft Entra Kerberos, a preview. Microsoft documents the code, but not the line `Kerberos Ticket Test`; that this line shows it is inferred."

/** Codes of device registration itself, and the Kerberos codes of a join by Microsoft Entra Kerberos. */
export const dsregCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0x80090303",
    symbols: ["SEC_E_TARGET_UNKNOWN"],
    places: ["auth"],
    title: "Kerberos target unknown or unreachable",
    cause:
      "The Kerberos ticket for the registration service could not be had, because the name it was asked for is unknown or out of reach. The Kerberos event log then says KDC_ERR_S_PRINCIPAL_UNKNOWN (0x7).",
    resolution: [
      reads(
        "Check with Microsoft Entra PowerShell that the service principal of the device registration service (application ID 01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9) lists the name `adrs/enterpriseregistration.windows.net`. National clouds use other names.",
        { where: "directory" },
      ),
      reads("Check that the Trusted Domain Object of Microsoft Entra Kerberos exists in the domain.", {
        where: "directory",
      }),
      reads("If a policy sets KDC proxy servers, check its entry for KERBEROS.MICROSOFTONLINE.COM."),
    ],
    note: `Microsoft's page lists this code without a reason and without a remedy; the advice is inferred from the prerequisites on the same page. ${kerberosOnly}`,
    sources: [kerberosErrors, kerberosPrerequisites],
  },
  {
    kind: "code",
    code: "0x8009030c",
    symbols: ["SEC_E_LOGON_DENIED"],
    places: ["auth"],
    title: "no Kerberos key for the registration service",
    cause:
      "Kerberos refused the sign-in: the service principal of the device registration service has no Kerberos key. The Kerberos event log then says KDC_ERR_NULL_KEY (0x9).",
    resolution: [
      changes(
        "Add the tag `KerberosPolicy:ExchangeForJwt` to the service principal with the application ID 01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9. An Application Administrator can do it with `Set-EntraServicePrincipal`.",
        { rights: "directory-administrator", where: "directory" },
      ),
      changes("Run `dsregcmd /join` from an elevated prompt to try at once.", { rights: "administrator" }),
    ],
    note: kerberosOnly,
    sources: [kerberosErrors, kerberosPrerequisites],
  },
  {
    kind: "code",
    code: "0x80090311",
    symbols: ["SEC_E_NO_AUTHENTICATING_AUTHORITY"],
    places: ["auth"],
    title: "no Windows Server 2025 domain controller in reach",
    cause:
      "No working domain controller with Windows Server 2025 answered. A join by Microsoft Entra Kerberos needs at least one in the domain of the computer.",
    resolution: [
      reads(
        "Check that the domain has a domain controller with Windows Server 2025, build 26100.6905 or newer, on which EnableKerbHaadj.exe was run, followed by a restart.",
        { where: "directory" },
      ),
      reads(
        "Check there that the KDC service is running, and with `dcdiag` that the server advertises itself as a domain controller.",
        { where: "directory" },
      ),
      reads(
        "Check that nothing between the PC and that domain controller blocks the traffic. Being connected to another, older one is not enough.",
        { where: "network" },
      ),
    ],
    note: kerberosOnly,
    sources: [kerberosErrors, kerberosPrerequisites],
  },
  {
    kind: "code",
    code: "0x801c0001",
    symbols: ["DSREG_E_DEVICE_MESSAGE_FORMAT_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "answer of the registration service not readable",
    cause: "The registration service answered, but the answer did not have the form that Windows expects.",
    resolution: [
      changes(
        "Repeat the join or the setup from a network without a proxy. If that works, exempt https://enterpriseregistration.windows.net from inspection on the proxy.",
        { where: "network" },
      ),
      "If it fails on every network, take the code and the time to Microsoft Support.",
    ],
    note: "Microsoft publishes the cause and no remedy. That a proxy may have changed the answer is inferred.",
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0002",
    symbols: ["DSREG_E_DEVICE_AUTHENTICATION_ERROR"],
    places: ["any", "hello", "enrollment"],
    title: "not authenticated by the registration service",
    cause: "The registration service could not confirm who was asking, the user or the device.",
    resolution: ["Have the user sign in again with the work account and repeat what failed.", supportOnly],
    note: "In the join phase of a hybrid join the number has a narrower meaning.",
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0002",
    symbols: ["DSREG_E_DEVICE_AUTHENTICATION_ERROR"],
    places: ["join"],
    title: "AuthenticationError from the registration service",
    cause:
      "The registration service answered with the error code `AuthenticationError`, for another reason than that it does not find the device (`DeviceNotFound`). In a sync-join this is usually a matter of time: the certificate that Microsoft Entra ID has for the computer is not yet the one the computer signs with.",
    resolution: [
      "If `Server Message` speaks of verifying the target computer's SID, let Microsoft Entra Connect finish a synchronization; the next attempt after it should succeed.",
      "If devices are left to Microsoft Entra Cloud Sync, waiting does not help: it does not synchronize them.",
      keepRequestId,
    ],
    sources: [joinPhase, managedJoin, { page: "entraKerberosJoin", heading: "Use cases", anchor: "use-cases" }],
  },
  {
    kind: "code",
    code: "0x801c0003",
    symbols: ["DSREG_E_DEVICE_AUTHORIZATION_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "user not allowed to enroll the device",
    cause: "The user is known, but has no permission to join, register or enroll this device.",
    resolution: [
      reads(
        "In the device settings of Microsoft Entra ID, check that the user is covered by *Users may join devices to Microsoft Entra ID*.",
        { rights: "directory-administrator", where: "directory" },
      ),
      reads(
        "For a PC that is only registered, check *Users may register their devices with Microsoft Entra ID* in the same place.",
        { rights: "directory-administrator", where: "directory" },
      ),
      reads(
        "Count the devices this user already has, and look at the edition of Windows: Microsoft's Intune article on this error also names a reached device limit, device type restrictions and Windows 10 Home.",
        { where: "directory" },
      ),
    ],
    note: "The setting that lets users join devices does not apply to hybrid join.",
    sources: [helloRemedies, enrollmentTable, deviceSettings],
  },
  {
    kind: "code",
    code: "0x801c0006",
    symbols: ["DSREG_E_DEVICE_INTERNALSERVICE_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "internal error of the registration service",
    cause:
      "The registration service ran into an error on its own side. The error code and the message it sent along tell more than this number does.",
    resolution: [
      reads("Read `Server ErrorCode` and `Server Message`, and follow them if they name a cause."),
      runsAgain,
      "If it keeps coming back, open a case with Microsoft Support and give Request Id and the time of the attempt.",
    ],
    note: "Microsoft's hybrid join page ties this number to the server code `DirectoryError`, as it does 0x801c03f2. Its name and Microsoft's two other tables speak of an internal service error.",
    sources: [joinPhase, enrollmentTable, helloUnknown],
  },
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
        { rights: "system" },
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
      ),
      testAsSystem,
      discoveryAddresses,
    ],
    sources: [preJoinDiagnostics, discoverPhase, enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c000e",
    symbols: ["DSREG_E_DEVICE_REGISTRATION_QUOTA_EXCCEEDED"],
    places: ["join", "hello", "enrollment"],
    title: "device limit of the user reached",
    cause: "The user already has as many devices in Microsoft Entra ID as the tenant allows one user to have.",
    resolution: [
      changes("In the Microsoft Entra admin center, remove devices of this user that are no longer in use.", {
        rights: "directory-administrator",
        where: "directory",
      }),
      changes("Or raise *Maximum number of devices* in the device settings; its default is 50.", {
        rights: "directory-administrator",
        where: "directory",
      }),
    ],
    note: "The limit counts joined and registered devices, not hybrid joined ones. The symbol is misspelled in Microsoft's table.",
    sources: [helloRemedies, enrollmentTable, deviceSettings],
  },
  {
    kind: "code",
    code: "0x801c000f",
    symbols: ["DSREG_E_DEVICE_REQUIRES_REBOOT"],
    places: ["join", "hello", "enrollment"],
    title: "restart needed to finish",
    cause: "The registration went well, but it takes effect only with a restart of the PC.",
    resolution: [endsSignIns("Restart the PC, then run `dsregcmd /status` again.")],
    nature: "information",
    sources: [helloRemedies, enrollmentTable],
  },
  {
    kind: "code",
    code: "0x801c0010",
    symbols: ["DSREG_E_DEVICE_AIK_VALIDATION_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "AIK certificate not accepted",
    cause:
      "The PC proves with a certificate for the attestation identity key (AIK) of its TPM that its keys are genuine. This certificate was not valid or not trusted.",
    resolution: [signOutAndRepeat],
    sources: [helloRemedies, enrollmentTable, { page: "tpm", heading: "Key attestation", anchor: "key-attestation" }],
  },
  {
    kind: "code",
    code: "0x801c0011",
    symbols: ["DSREG_E_DEVICE_ATTESTATION_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "attestation of the transport key invalid",
    cause:
      "With its registration the PC sends a transport key, made by the TPM, and a statement that proves where it comes from. The statement was invalid.",
    resolution: [signOutAndRepeat],
    sources: [helloRemedies, enrollmentTable, managedJoin],
  },
  {
    kind: "code",
    code: "0x801c0012",
    symbols: ["DSREG_E_DISCOVERY_BAD_MESSAGE_ERROR"],
    places: ["discover", "hello", "enrollment"],
    title: "malformed discovery request",
    cause: "The registration service did not accept the form of the discovery request.",
    resolution: [signOutAndRepeat],
    sources: [helloRemedies, enrollmentTable],
  },
  {
    kind: "code",
    code: "0x801c0013",
    symbols: ["DSREG_E_TENANTID_NOT_FOUND"],
    places: ["auth", "hello", "enrollment"],
    title: "no tenant ID in the token",
    cause: "The token that was to open the registration service does not say which tenant it belongs to.",
    resolution: [supportOnly],
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0014",
    symbols: ["DSREG_E_USERSID_NOT_FOUND"],
    places: ["auth", "hello", "enrollment"],
    title: "no user SID in the token",
    cause: "The token does not contain the security identifier (SID) of the user.",
    resolution: [supportOnly],
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0015",
    symbols: [],
    places: ["precheck", "hello"],
    title: "PC not joined to a domain",
    cause: "What was tried works only on a PC that is joined to an Active Directory domain, and this one is not.",
    resolution: [
      changes(
        "Read `DomainJoined` under Device State. If it says NO, join the PC to the domain first; a hybrid join starts from there.",
        { rights: "administrator" },
      ),
    ],
    sources: [helloRemedies, deviceState],
  },
  {
    kind: "code",
    code: "0x801c0016",
    symbols: [],
    places: ["discover", "hello"],
    title: "federation provider configuration empty",
    cause:
      "Windows asks a Microsoft address for the configuration of the federation provider, and what came back was empty.",
    resolution: [
      reads(
        "Open http://clientconfig.microsoftonline-p.net/FPURL.xml from the PC. The file must not be empty; if it is, see what the proxy does with this address.",
      ),
    ],
    note: "The look at the proxy is inferred.",
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0017",
    symbols: [],
    places: ["discover", "hello"],
    title: "federation provider domain empty",
    cause: "The configuration of the federation provider arrived, but names no domain.",
    resolution: [
      reads(
        "Look into http://clientconfig.microsoftonline-p.net/FPURL.xml from the PC: the element FPDOMAINNAME must have a value.",
      ),
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0018",
    symbols: [],
    places: ["discover", "hello"],
    title: "address of the client configuration empty",
    cause: "The configuration of the federation provider does not say where the client configuration can be fetched.",
    resolution: [
      reads(
        "In http://clientconfig.microsoftonline-p.net/FPURL.xml, as the PC receives it, the element CLIENTCONFIG must hold a valid address.",
      ),
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0019",
    symbols: [],
    places: ["discover", "hello"],
    title: "client configuration empty",
    cause: "The client configuration of the federation provider is empty.",
    resolution: [
      reads(
        "Open the address that stands in the element CLIENTCONFIG of http://clientconfig.microsoftonline-p.net/FPURL.xml and see whether anything comes back.",
      ),
      supportOnly,
    ],
    note: "Following the address is inferred from the remedy for 0x801c0018.",
    sources: [helloUnknown, helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c001a",
    symbols: [],
    places: ["discover", "hello"],
    title: "no registration service in the client configuration",
    cause:
      "The client configuration of the federation provider arrived, but its entry for the Device Registration Service (DRS) is empty.",
    resolution: [supportOnly],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c001b",
    symbols: [],
    places: ["post-join", "hello"],
    title: "device certificate not found",
    cause:
      "The certificate that the PC got when it was registered is missing. Without it the PC cannot prove to Microsoft Entra ID which device it is.",
    resolution: [
      reads(
        "On a joined PC, look into `certlm.msc` under Personal for a certificate issued by MS-Organization-Access. It belongs to the registration; if it was deleted, only registering again brings it back.",
      ),
      registerAgain,
    ],
    note: "Microsoft publishes no remedy for this code. The advice rests on what its FAQ says about a deleted device certificate.",
    sources: [
      helloUnknown,
      {
        page: "faq",
        heading: "What are the MS-Organization-Access certificates present on our Windows 10/11 devices?",
      },
      registerAgainSteps,
    ],
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
      reads(
        "Read the code behind AD Configuration Test: 0x80070002 says that there is no SCP, other codes that it could not be read.",
      ),
      reads(
        "Look at the object `CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration,CN=Services` below the configuration naming context. Its `keywords` have to hold `azureADId:` with your tenant ID and `azureADName:` with a verified domain.",
        { where: "directory" },
      ),
      changes(
        "If it is missing, let Microsoft Entra Connect configure it for this forest. For a pilot group, write TenantId and TenantName under HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD instead.",
        { rights: "directory-administrator", where: "directory" },
      ),
      reads("With several forests, check each one that has computers: the SCP is not shared between them.", {
        where: "directory",
      }),
    ],
    note: "An absent SCP is normal where hybrid join is not used, and outside the pilot group of a targeted deployment.",
    sources: [discoverPhase, connectionPoint, { page: "hybridControl" }, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x801c001d",
    symbols: ["DSREG_AUTOJOIN_ADCONFIG_READ_FAILED"],
    places: ["join"],
    title: "computer object not readable",
    cause:
      "Windows could not get at its own computer object in Active Directory. Event 220 in the User Device Registration log goes with it; the Windows error in it tells why. 1312 and 1317 point to replication between domain controllers.",
    resolution: [
      reads("Open event 220 and read the Windows error."),
      reads(
        "With 1312 (no such logon session) or 1317 (no such user), check the replication of Active Directory, for example with `repadmin /replsummary` on a domain controller.",
        { where: "directory" },
      ),
      "Give it time first: such a lag can pass by itself, and Windows tries the join again every hour.",
    ],
    sources: [joinPhase, managedJoin],
  },
  {
    kind: "code",
    code: "0x801c001f",
    symbols: ["DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT"],
    places: ["discover"],
    title: "no answer in time",
    cause: "Windows waited for the discovery of the registration service to finish, and gave up.",
    resolution: [testAsSystem, discoveryAddresses, computerPassesProxy],
    sources: [discoverPhase, networkRequirements],
  },
  {
    kind: "code",
    code: "0x801c0021",
    symbols: ["DSREG_AUTOJOIN_DISC_FAILED"],
    places: ["any"],
    title: "registration service not discovered",
    cause:
      "Discovery of the registration service failed. As exit code -2145648607 of the extension AADLoginForWindows it says that an Azure virtual machine cannot reach https://enterpriseregistration.windows.net.",
    resolution: [
      reads(
        "On the virtual machine, run `curl.exe https://enterpriseregistration.windows.net/ -D -`, and the same for login.microsoftonline.com, device.login.microsoftonline.com and pas.windows.net. A 404 from the first or the last is fine.",
      ),
      changes(
        "If a host cannot be resolved, compare `nslookup` of the name with and without a public DNS server, and correct the DNS server of the virtual machine's network if only the second finds it.",
        { where: "network" },
      ),
    ],
    sources: [{ page: "vmSignIn", heading: "Exit code -2145648607", anchor: "exit-code--2145648607" }],
  },
  {
    kind: "code",
    code: "0x801c0021",
    symbols: ["DSREG_AUTOJOIN_DISC_FAILED"],
    places: ["discover"],
    title: "general discovery error",
    cause:
      "Windows could not fetch the discovery metadata of the Device Registration Service (DRS), which holds the addresses to register at. The code is the general one; a second code beside it tells the reason.",
    resolution: [
      reads(
        "Look up the last code in the brackets of DRS Discovery Test. On Windows 10 before 1803, take the exit code of event 201.",
      ),
      reads(
        "If there is no second code, run `dsregcmd /status` from an elevated prompt: the tests then run as SYSTEM, like the join.",
        { rights: "administrator" },
      ),
      testAsSystem,
      discoveryAddresses,
    ],
    note: "Microsoft's article of 2019 also printed this number for the failed realm discovery; that one is 0x801c003d.",
    sources: [discoverPhase, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x801c0025",
    symbols: ["DSREG_SERVER_BUSY"],
    places: ["discover"],
    title: "registration service busy",
    cause: "The registration service answered with HTTP status 503: it is not available at the moment.",
    resolution: [
      "There is nothing to repair on the PC. Wait; the join should succeed once the service is back.",
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
    resolution: [
      reads(
        "Compare `azureADId` in the SCP with the tenant ID in the Microsoft Entra admin center. Look also at TenantId under HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD on the PC, for it comes before the SCP.",
        { where: "directory" },
      ),
      reads("If the ID is right, check that the tenant has an active subscription.", { where: "directory" }),
    ],
    sources: [discoverPhase, connectionPoint, { page: "hybridControl" }],
  },
  {
    kind: "code",
    code: "0x801c003d",
    symbols: ["DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED"],
    places: ["discover"],
    title: "managed or federated not determined",
    cause:
      "Windows could not find out whether the domain is managed or federated. It asks https://login.microsoftonline.com for that (realm discovery, Windows 10 1809 and later). The code is general; the one beside it tells the reason.",
    resolution: [
      reads("Look up the second code, in DRS Discovery Test or in event 201."),
      reads("Open https://login.microsoftonline.com as SYSTEM, through the proxy that SYSTEM uses.", {
        rights: "system",
      }),
      computerPassesProxy,
      reads(
        "Check that the SCP names a verified domain of the tenant, because the question is asked for that domain.",
        { where: "directory" },
      ),
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
      reads("In the Azure portal, open Identity of the virtual machine and check that *System assigned* is on.", {
        where: "directory",
      }),
      reads(
        'On the virtual machine, run `curl.exe -H Metadata:true "http://169.254.169.254/metadata/identity/info?api-version=2018-02-01"` from an elevated PowerShell window. It has to return the tenant ID.',
        { rights: "administrator" },
      ),
      reads("If nothing comes back, see that no proxy and no firewall stands in front of 169.254.169.254.", {
        where: "network",
      }),
    ],
    note: "The last step is inferred.",
    sources: [
      {
        page: "vmSignIn",
        heading: "Terminal error code 1007 and exit code -2145648574",
        anchor: "terminal-error-code-1007-and-exit-code--2145648574",
      },
    ],
  },
  {
    kind: "code",
    code: "0x801c0095",
    symbols: ["DSREG_TOKEN_MISSING_ON_PREM_ID"],
    places: ["auth"],
    title: "no on-premises ID in the token",
    cause:
      "In a join by Microsoft Entra Kerberos, the ticket from the domain controller lacked what Microsoft Entra ID needs, so the token has no on-premises ID of the computer.",
    resolution: [
      changes(
        "Run EnableKerbHaadj.exe on every domain controller with Windows Server 2025 in the domain, and restart each.",
        { rights: "directory-administrator", where: "directory" },
      ),
      reads("Check the builds: 26100.6905 or newer on these domain controllers, 26100.6584 or newer on the PC."),
    ],
    note: kerberosOnly,
    sources: [kerberosErrors, kerberosPrerequisites],
  },
  {
    kind: "code",
    code: "0x801c03f2",
    symbols: ["DSREG_E_DIRECTORY_FAILURE"],
    places: ["join"],
    title: "DirectoryError, the message says which",
    cause:
      "The registration service answered with the error code `DirectoryError`. Several stories share this code, and only `Server Message` tells them apart: the device object has not been synchronized yet, the tenant in the service connection point (SCP) is wrong, or the request was throttled.",
    resolution: [
      reads(
        "Start with `Server Message`. If it says that the device object is not found, the sync-join ran before Microsoft Entra Connect had copied the computer to the cloud. That is expected at first: wait for a synchronization and the attempt after it.",
      ),
      changes(
        "If it has AADSTS90002, the tenant was not found. Correct the tenant ID in the SCP and check that the tenant has an active subscription.",
        { rights: "directory-administrator", where: "directory" },
      ),
      "If it speaks of throttling, wait for the 300 seconds it names.",
      keepRequestId,
    ],
    note: "In Windows Hello the same number stands for a failed key registration.",
    sources: [joinPhase, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x801c0515",
    symbols: [],
    places: ["auth"],
    title: "no token for the computer account",
    cause:
      "Windows asked for a token for the computer account and got none. The reason stands beside it in event 305, as AdalErrorCode. In the one public case the computer was on its way to the registration service of AD FS (enterprise DRS).",
    resolution: [
      reads("Open event 305 in the User Device Registration log and look up AdalErrorCode."),
      reads(
        "If the PC is meant for Microsoft Entra ID, look at the service connection point (SCP): `azureADName` has to be a verified domain. The name of an AD FS server there leads to the on-premises service.",
        { where: "directory" },
      ),
      reads(
        "If the on-premises service is what you want, check the DNS alias enterpriseregistration of your domain; creating it anew was the cure in the one public case.",
        { where: "network" },
      ),
    ],
    note: "Microsoft lists this number nowhere. All of this rests on one public case, question 687273 on Microsoft Q&A, and on the description of the SCP.",
    sources: [authenticationPhase, connectionPoint, claims],
  },
]
