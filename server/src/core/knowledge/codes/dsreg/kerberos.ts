import type { CodeEntry } from "../../code.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"

const kerberosErrors: Source = { page: "entraKerberosJoin", heading: "Kerberos errors", anchor: "kerberos-errors" }

const kerberosPrerequisites: Source = {
  page: "entraKerberosJoin",
  heading: "Prerequisites",
  anchor: "prerequisites",
}

const trustedDomain: Source = {
  page: "entraTrustedDomain",
  heading: "Create the Trusted Domain Object",
  anchor: "create-the-trusted-domain-object",
}

const kerberosOnly =
  "Belongs to hybrid join by Microsoft Entra Kerberos, a preview. Microsoft documents the code, but not the line `Kerberos Ticket Test`; that this line shows it is inferred."

/** Codes of a join by Microsoft Entra Kerberos. */
export const kerberosJoinCodes = (): readonly CodeEntry[] => [
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
        {
          proves:
            "If the name is missing there, Kerberos has nobody to make a ticket for. If it is listed, the way to the domain controllers is the matter: go on.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads(
        "In a PowerShell window with the module AzureADHybridAuthenticationManagement run `Get-AzureADKerberosServer` for the domain, and read `CloudTrustDisplay`.",
        {
          rights: "directory-administrator",
          where: "active-directory",
          proves:
            "Empty: the domain has no Trusted Domain Object of Microsoft Entra Kerberos; `Set-AzureADKerberosServer` with `-SetupCloudTrust` creates it. A value: it is there; go on with the policy.",
        },
      ),
      reads("If a policy sets KDC proxy servers, check its entry for KERBEROS.MICROSOFTONLINE.COM."),
    ],
    note: `Microsoft's page lists this code without a reason and without a remedy; the advice is inferred from the prerequisites on the same page and from that about the Trusted Domain Object. ${kerberosOnly}`,
    sources: [kerberosErrors, kerberosPrerequisites, trustedDomain],
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
      reads(
        "Run `Get-EntraServicePrincipal -Filter \"appId eq '01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9'\"` and look at `Tags`: `KerberosPolicy:ExchangeForJwt` has to be among them.",
        {
          proves:
            "If it is missing, the tenant is not set up for this way of joining. If it is there, wait for the directory to know it everywhere, and try once more.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes("If it is missing, add it with `Set-EntraServicePrincipal`; an Application Administrator can do that.", {
        rights: "directory-administrator",
        where: "entra",
      }),
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
        {
          proves:
            "If there is none, this way of joining cannot work: Windows falls back to the sync. If there is one, see whether the PC reaches that very one.",
          rights: "directory-administrator",
          where: "active-directory",
        },
      ),
      reads(
        "Check there that the KDC service is running, and with `dcdiag` that the server advertises itself as a domain controller.",
        { rights: "directory-administrator", where: "active-directory" },
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
    code: "0x801c0095",
    symbols: ["DSREG_TOKEN_MISSING_ON_PREM_ID"],
    places: ["auth"],
    title: "no on-premises ID in the token",
    cause:
      "In a join by Microsoft Entra Kerberos, the ticket from the domain controller lacked what Microsoft Entra ID needs, so the token has no on-premises ID of the computer.",
    resolution: [
      reads(
        "Check the builds: 26100.6905 or newer on the domain controllers with Windows Server 2025, 26100.6584 or newer on the PC.",
        {
          proves:
            "An older build on either side: update it first. Both new enough: go on with what puts the ID into the token.",
          rights: "directory-administrator",
          where: "active-directory",
        },
      ),
      changes(
        "Run EnableKerbHaadj.exe on every domain controller with Windows Server 2025 in the domain, and restart each.",
        { rights: "directory-administrator", where: "active-directory" },
      ),
    ],
    note: kerberosOnly,
    sources: [kerberosErrors, kerberosPrerequisites],
  },
]
