/** A public page that this project's facts rest on. */
export interface Page {
  readonly title: string
  /** Absent for what has no public address today; such a source is named, never linked. */
  readonly url?: string
  /** The date the page gives itself, `YYYY-MM-DD`; absent where it gives none. */
  readonly date?: string
}

const devices = "https://learn.microsoft.com/entra/identity/devices"

/**
 * Every public page this project's facts rest on.
 *
 * The date is the `ms.date` of the newest copy that was read; a page without one gives none.
 */
export const pages = {
  hybridJoin: {
    title: "Troubleshoot Microsoft Entra hybrid joined devices",
    url: `${devices}/troubleshoot-hybrid-join-windows-current`,
    date: "2024-11-25",
  },
  dsregcmd: {
    title: "Troubleshoot devices by using the dsregcmd command",
    url: `${devices}/troubleshoot-device-dsregcmd`,
    date: "2025-06-27",
  },
  prt: {
    title: "Troubleshoot primary refresh token issues on Windows devices",
    url: `${devices}/troubleshoot-primary-refresh-token`,
    date: "2026-02-23",
  },
  prtConcept: {
    title: "Understanding Primary Refresh Token (PRT)",
    url: `${devices}/concept-primary-refresh-token`,
    date: "2025-06-27",
  },
  hybridManual: {
    title: "Configure Microsoft Entra hybrid join manually",
    url: `${devices}/hybrid-join-manual`,
    date: "2025-06-27",
  },
  hybridHowTo: {
    title: "Configure Microsoft Entra hybrid join",
    url: `${devices}/how-to-hybrid-join`,
    date: "2024-02-26",
  },
  hybridPlan: {
    title: "Plan your Microsoft Entra hybrid join implementation",
    url: `${devices}/hybrid-join-plan`,
    date: "2025-06-27",
  },
  hybridControl: {
    title: "Microsoft Entra hybrid join targeted deployment",
    url: `${devices}/hybrid-join-control`,
    date: "2024-11-25",
  },
  entraKerberosJoin: {
    title: "Microsoft Entra hybrid join using Microsoft Entra Kerberos (preview)",
    url: `${devices}/how-to-hybrid-join-using-microsoft-entra-kerberos`,
    date: "2026-02-24",
  },
  registration: {
    title: "How it works: Device registration",
    url: `${devices}/device-registration-how-it-works`,
    date: "2024-05-29",
  },
  faq: { title: "Microsoft Entra device management FAQ", url: `${devices}/faq`, date: "2024-11-25" },
  pendingDevices: {
    title: "Pending devices in Microsoft Entra ID",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/dir-dmns-obj/pending-devices",
    date: "2023-10-10",
  },
  manageDevices: {
    title: "Manage device identities using the Microsoft Entra admin center",
    url: `${devices}/manage-device-identities`,
    date: "2025-02-11",
  },
  vdi: {
    title: "Device identity and desktop virtualization",
    url: `${devices}/howto-device-identity-virtual-desktop-infrastructure`,
    date: "2024-11-25",
  },
  firstPartyApps: {
    title: "Verify first-party Microsoft applications in sign-in reports",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in",
    date: "2024-03-08",
  },
  virtualDesktopSignIn: {
    title: "Troubleshoot connections to Microsoft Entra joined VMs",
    url: "https://learn.microsoft.com/troubleshoot/azure/virtual-desktop/troubleshoot-azure-ad-connections",
    date: "2022-08-24",
  },
  userAccountOperations: {
    title: "Microsoft Entra security operations for user accounts",
    url: "https://learn.microsoft.com/entra/architecture/security-operations-user-accounts",
    date: "2022-09-06",
  },
  tokenProtectionReport: {
    title: "cannot use azure-cli (AADSTS530084), Azure/azure-cli issue 31428",
    url: "https://github.com/Azure/azure-cli/issues/31428",
    date: "2025-05-08",
  },
  vmSignIn: {
    title: "Sign in to Windows virtual machine in Azure using Microsoft Entra ID and Azure Roles Based Access Control",
    url: `${devices}/howto-vm-sign-in-azure-ad-windows`,
    date: "2025-12-01",
  },
  accountDisabled: {
    title: "Troubleshoot intermittent STATUS_ACCOUNT_DISABLED errors on Microsoft Entra hybrid joined devices",
    url: `${devices}/troubleshoot-intermittent-status-account-disabled`,
    date: "2026-09-01",
  },
  softDelete: {
    title: "Device soft delete overview (preview)",
    url: `${devices}/concept-soft-delete-devices`,
    date: "2026-04-05",
  },
  kdfV1: {
    title: "Security update to remove KDFv1 algorithm support in Microsoft Entra authentication",
    url: `${devices}/deprecation-key-derivation-function-version-1`,
    date: "2025-06-27",
  },
  cve202133781: {
    title: "CVE-2021-33781",
    url: "https://www.cve.org/CVERecord?id=CVE-2021-33781",
  },
  aadsts: {
    title: "Microsoft Entra authentication and authorization error codes",
    url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
    date: "2025-02-03",
  },
  aadsts700003: {
    title: "Error AADSTS700003 - Device Object Was Not Found in the Tenant Directory",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts700003-device-object-not-found",
    date: "2025-02-24",
  },
  aadsts50020: {
    title: "Error AADSTS50020 - User account from identity provider does not exist in tenant",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50020-user-account-identity-provider-does-not-exist",
    date: "2023-11-23",
  },
  aadsts50057: {
    title: "Error AADSTS50057 - User account is disabled",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50057-user-account-is-disabled",
    date: "2023-12-25",
  },
  aadsts50105: {
    title: "Error AADSTS50105 - The signed in user is not assigned to a role for the application",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50105-user-not-assigned-role",
    date: "2023-07-19",
  },
  aadsts50107: {
    title: "Error AADSTS50107 when a guest user redeems an invitation via SAML external trust",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-aadsts50107-guest-redemption-fails",
    date: "2025-05-21",
  },
  aadsts50173: {
    title: "Error AADSTS50173 - The provided grant has expired due to it being revoked",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50173-grant-expired-revoked",
    date: "2025-02-21",
  },
  aadsts500571: {
    title: "Error AADSTS500571 - Guest user account is disabled",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts500571-guest-user-account-is-disabled",
    date: "2023-11-02",
  },
  aadsts530004: {
    title: "Error AADSTS530004 - AcceptCompliantDevice setting isn't configured for this organization",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts530004-acceptcompliantdevice-setting-not-configured",
    date: "2024-12-16",
  },
  aadsts50000: {
    title: "Error AADSTS50000 with issuing a token or an issue with sign-in service",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50000-issuing-token-sign-in-service",
    date: "2025-03-12",
  },
  aadsts500011: {
    title: "AADSTS500011 - Resource Principal Not Found",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts500011-resource-principal-not-found",
    date: "2025-01-16",
  },
  aadsts50017: {
    title: "Error AADSTS50017 - Validation of given certificate for certificate-based authentication failed",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50017-certificate-based-authentication-failed",
    date: "2025-02-18",
  },
  aadsts220501: {
    title: "Error AADSTS220501 - Unable to download Certificate Revocation List",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts220501-unable-to-download-certificate-revocation-list",
    date: "2024-10-16",
  },
  aadsts900439: {
    title: "Error AADSTS900439 - USGClientNotSupportedOnPublicEndpoint",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-aadsts900439-usgclientnotsupportedonpublicendpoint",
    date: "2025-03-31",
  },
  aadstsLookup: {
    title: "Microsoft's look-up of AADSTS codes",
    url: "https://login.microsoftonline.com/error",
  },
  tls12: {
    title: "Enable TLS 1.2 support in your environment for Microsoft Entra",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/ad-dmn-services/enable-support-tls-environment",
    date: "2025-01-24",
  },
  passThrough: {
    title: "Troubleshoot Microsoft Entra pass-through authentication",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/tshoot-connect-pass-through-authentication",
    date: "2025-04-09",
  },
  seamlessSso: {
    title: "Troubleshoot Microsoft Entra seamless single sign-on",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/tshoot-connect-sso",
    date: "2023-11-06",
  },
  passwordHashSync: {
    title: "Implement password hash synchronization with Microsoft Entra Connect Sync",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-password-hash-synchronization",
    date: "2025-04-09",
  },
  passwordHashTrouble: {
    title: "Troubleshoot password hash synchronization with Microsoft Entra Connect Sync",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/tshoot-connect-password-hash-synchronization",
    date: "2025-04-09",
  },
  federationCertificates: {
    title: "Renew federation certificates for Microsoft 365 and Microsoft Entra ID",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-fed-o365-certs",
    date: "2024-12-19",
  },
  conditionalAccess: {
    title: "Troubleshooting sign-in problems with Conditional Access",
    url: "https://learn.microsoft.com/entra/identity/conditional-access/troubleshoot-conditional-access",
    date: "2025-03-04",
  },
  userRisk: {
    title: "Remediate risks and unblock users",
    url: "https://learn.microsoft.com/entra/id-protection/howto-identity-protection-remediate-unblock",
    date: "2025-06-02",
  },
  tenantRestrictions: {
    title: "Restrict access to a tenant",
    url: "https://learn.microsoft.com/entra/identity/enterprise-apps/tenant-restrictions",
    date: "2023-12-19",
  },
  nationalClouds: {
    title: "National clouds",
    url: "https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud",
    date: "2025-01-15",
  },
  bulkEnrollment: {
    title: "Bulk enrollment for Windows devices",
    url: "https://learn.microsoft.com/mem/intune/enrollment/windows-bulk-enroll",
    date: "2022-09-02",
  },
  cloudSyncDevices: {
    title: "Configure device sync with Microsoft Entra Cloud Sync (preview)",
    url: "https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/device-sync",
    date: "2026-07-21",
  },
  event1098: {
    title: "Event 1098: Error: 0xCAA5001C Token broker operation failed in Windows 10",
    url: "https://learn.microsoft.com/troubleshoot/windows-client/user-profiles-and-logon/event-1098-error-0xcaa5001c",
    date: "2023-12-26",
  },
  mdmEnrollment9001f: {
    title: "MDM enrollment fails with error 0xcaa9001f for co-managed Windows devices",
    url: "https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/mdm-enrollment-error-0xcaa9001f",
    date: "2021-10-06",
  },
  workplaceJoinLogs: {
    title: "Diagnostic logging for troubleshooting Workplace Join issues",
    url: "https://learn.microsoft.com/troubleshoot/windows-server/networking/diagnostic-logging-troubleshoot-workplace-join-issues",
    date: "2023-12-26",
  },
  helloErrors: {
    title: "Windows Hello errors during PIN creation",
    url: "https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-errors-during-pin-creation",
    date: "2024-03-12",
  },
  winHttp: {
    title: "Error Messages (Winhttp.h)",
    url: "https://learn.microsoft.com/windows/win32/winhttp/error-messages",
    date: "2018-05-31",
  },
  userProxy: {
    title: "WINHTTP_CURRENT_USER_IE_PROXY_CONFIG structure (winhttp.h)",
    url: "https://learn.microsoft.com/windows/win32/api/winhttp/ns-winhttp-winhttp_current_user_ie_proxy_config",
    date: "2018-03-09",
  },
  winHttpProxy: {
    title: "WINHTTP_PROXY_INFO structure (winhttp.h)",
    url: "https://learn.microsoft.com/windows/win32/api/winhttp/ns-winhttp-winhttp_proxy_info",
    date: "2018-12-05",
  },
  eventSchema: {
    title: "SystemPropertiesType Complex Type",
    url: "https://learn.microsoft.com/windows/win32/wes/eventschema-systempropertiestype-complextype",
    date: "2018-05-31",
  },
  winInet: {
    title: "Error Messages (Wininet.h)",
    url: "https://learn.microsoft.com/windows/win32/wininet/wininet-errors",
    date: "2018-05-31",
  },
  errorLookup: {
    title: "The Microsoft Error Lookup Tool",
    url: "https://learn.microsoft.com/windows/win32/debug/system-error-code-lookup-tool",
    date: "2025-07-14",
  },
  systemErrors: {
    title: "Debug system error codes",
    url: "https://learn.microsoft.com/windows/win32/debug/system-error-codes",
    date: "2025-07-14",
  },
  tpm: {
    title: "TPM fundamentals",
    url: "https://learn.microsoft.com/windows/security/hardware-security/tpm/tpm-fundamentals",
    date: "2024-07-10",
  },
  adfsWindowsAuthentication: {
    title: "AD FS troubleshooting - Integrated Windows Authentication",
    url: "https://learn.microsoft.com/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-iwa",
    date: "2024-02-13",
  },
  wsTrustRefused: {
    title: "Event 1098 with 0xCAA90014 and event 1088 (a report to MicrosoftDocs/azure-docs, #47428)",
    url: "https://github.com/MicrosoftDocs/azure-docs/issues/47428",
  },
  vmResourceName: {
    title:
      "A virtual machine's resource name of more than 15 characters (a report to MicrosoftDocs/azure-docs, #58290)",
    url: "https://github.com/MicrosoftDocs/azure-docs/issues/58290",
  },
  vmExitCode50: {
    title: "Exit code 50 of AADLoginForWindows (a report to MicrosoftDocs/azure-docs, #60658)",
    url: "https://github.com/MicrosoftDocs/azure-docs/issues/60658",
  },
  vmServerCore: {
    title: "AADLoginForWindows fails on Server Core (a report to MicrosoftDocs/azure-docs, #45352)",
    url: "https://github.com/MicrosoftDocs/azure-docs/issues/45352",
  },
  vmMdmSetting: {
    title: "AADLoginForWindows without its setting mdmId (a report to Azure/bicep-registry-modules, #6109)",
    url: "https://github.com/Azure/bicep-registry-modules/issues/6109",
  },
  vmMdmValue: {
    title: "Settings of AADLoginForWindows in a module for Azure (Azure/ResourceModules, #2384)",
    url: "https://github.com/Azure/ResourceModules/pull/2384",
  },
  autopilotTroubleshooting: {
    title: "Windows Autopilot troubleshooting FAQ",
    url: "https://learn.microsoft.com/autopilot/troubleshooting-faq",
  },
  alternateLogin: {
    title: "Configuring Alternate Login ID",
    url: "https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configuring-alternate-login-id",
  },
  deviceWriteback: {
    title: "Microsoft Entra Connect: Enabling device writeback",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-device-writeback",
    date: "2025-04-09",
  },
  syncScheduler: {
    title: "Microsoft Entra Connect Sync: Scheduler",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-sync-feature-scheduler",
    date: "2025-04-09",
  },
  enterpriseStsQuestion: {
    title:
      "Windows Hello for Business with ADFS - Certificate - Hybrid Joined - Device Provisioning is failing (Microsoft Q&A)",
    url: "https://learn.microsoft.com/answers/questions/591928/windows-hello-for-business-with-adfs-certificate-h",
  },
  testConnectivity: {
    title: "Test device registration connectivity",
    url: "https://learn.microsoft.com/samples/azure-samples/testdeviceregconnectivity/testdeviceregconnectivity/",
  },
  psexec: {
    title: "PsExec (Sysinternals)",
    url: "https://learn.microsoft.com/sysinternals/downloads/psexec",
    date: "2016-06-29",
  },
  wevtutil: {
    title: "wevtutil (Windows Commands)",
    url: "https://learn.microsoft.com/windows-server/administration/windows-commands/wevtutil",
    date: "2017-10-16",
  },
  dsRegTool: {
    title: "Device Registration Troubleshooter Tool",
    url: "https://learn.microsoft.com/samples/azure-samples/dsregtool/dsregtool/",
  },
  authScripts: { title: "Microsoft's authentication log scripts", url: "https://aka.ms/authscripts" },
  ntstatus: {
    title: "[MS-ERREF] NTSTATUS values",
    url: "https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55",
  },
  mdmConstants: {
    title: "MDM registration error values",
    url: "https://learn.microsoft.com/windows/win32/mdmreg/mdm-registration-constants",
    date: "2018-05-31",
  },
  mdmIntegration: {
    title: "Microsoft Entra integration with MDM",
    url: "https://learn.microsoft.com/windows/client-management/azure-active-directory-integration-with-mdm",
    date: "2024-07-08",
  },
  comErrors: {
    title: "COM Error Codes (Security and Setup)",
    url: "https://learn.microsoft.com/windows/win32/com/com-error-codes-4",
    date: "2018-05-31",
  },
  tpmErrors: {
    title: "COM Error Codes (TPM, PLA, FVE)",
    url: "https://learn.microsoft.com/windows/win32/com/com-error-codes-6",
    date: "2018-05-31",
  },
  windows10Releases: {
    title: "Windows 10 release information",
    url: "https://learn.microsoft.com/windows/release-health/release-information",
  },
  windows11Releases: {
    title: "Windows 11 release information",
    url: "https://learn.microsoft.com/windows/release-health/windows11-release-information",
  },
  windowsServerReleases: {
    title: "Windows Server release information",
    url: "https://learn.microsoft.com/windows/release-health/windows-server-release-info",
  },
  httpStatusCodes: {
    title: "Hypertext Transfer Protocol (HTTP) Status Code Registry (IANA)",
    url: "https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml",
  },
  registrationTls: {
    title: "Enforce TLS 1.2 for the Microsoft Entra Registration Service",
    url: `${devices}/reference-device-registration-tls-1-2`,
    date: "2025-06-27",
  },
  bitsErrors: {
    title: "BITS Return Values",
    url: "https://learn.microsoft.com/windows/win32/bits/bits-return-values",
    date: "2018-05-31",
  },
  taskErrors: {
    title: "Task Scheduler Error and Success Constants",
    url: "https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-error-and-success-constants",
    date: "2018-05-31",
  },
  hresult: {
    title: "[MS-ERREF] HRESULT",
    url: "https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/0642cb2f-2075-4469-918c-4441e69c548a",
  },
  autopilotKnownIssues: {
    title: "Windows Autopilot known issues",
    url: "https://learn.microsoft.com/autopilot/known-issues",
    date: "2025-01-14",
  },
  autoEnrollment: {
    title: "Troubleshoot Windows 10 group policy-based auto-enrollment in Intune",
    url: "https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/troubleshoot-windows-auto-enrollment",
  },
  helloCaptivePortal: {
    title: "Troubleshoot Windows Hello for Business sign-in on captive-portal Wi-Fi",
    url: "https://learn.microsoft.com/troubleshoot/windows-client/user-profiles-and-logon/whfb-cloud-trust-login-failure",
    date: "2026-08-21",
  },
  windowsEnrollment: {
    title: "Troubleshooting Windows device enrollment errors in Intune",
    url: "https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/troubleshoot-windows-enrollment-errors",
    date: "2021-10-01",
  },
  teamsSignIn: {
    title: "Resolve sign-in errors in Teams",
    url: "https://learn.microsoft.com/troubleshoot/microsoftteams/teams-sign-in/resolve-sign-in-errors",
    date: "2024-03-14",
  },
  officeSignIn: {
    title: "Connection issues in sign-in after update to Office 2016 build 16.0.7967",
    url: "https://learn.microsoft.com/microsoft-365/troubleshoot/authentication/connection-issue-when-sign-in-office-2016",
  },
  authCodeFlow: {
    title: "Microsoft identity platform and OAuth 2.0 authorization code flow",
    url: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow",
  },
  eventManifests: {
    title: "Event manifests of Windows 10, a public list (Windows10EtwEvents on GitHub)",
    url: "https://github.com/jdu2600/Windows10EtwEvents",
  },
  aadMessages: {
    title: "Texts of Windows' event logs, a public list (winevt-kb on GitHub), aadcloudap.dll",
    url: "https://github.com/libyal/winevt-kb",
  },
  linuxTool: {
    title: "Device Registration Command Tool for Linux",
    date: "2026-01-07",
  },
  helloDeployment: {
    title: "Windows Hello for Business known deployment issues",
    url: "https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-deployment-issues",
  },
  entraTrustedDomain: {
    title: "How to set up Windows Authentication for Microsoft Entra ID with the incoming trust-based flow",
    url: "https://learn.microsoft.com/azure/azure-sql/managed-instance/winauth-azuread-setup-incoming-trust-based-flow",
    date: "2026-03-31",
  },
  kerberosServer: {
    title: "Enable passwordless security key sign-in to on-premises resources by using Microsoft Entra ID",
    url: "https://learn.microsoft.com/entra/identity/authentication/howto-authentication-passwordless-security-key-on-premises",
    date: "2025-01-08",
  },
  helloCertificateAuthority: {
    title: "Configure Active Directory Federation Services in a hybrid certificate trust model",
    url: "https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/hybrid-cert-trust-adfs",
    date: "2024-06-23",
  },
  helloPolicy: {
    title: "Configure and enroll in Windows Hello for Business in an on-premises certificate trust model",
    url: "https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/deploy/on-premises-cert-trust-enroll",
    date: "2023-12-15",
  },
  enableEndpoint: {
    title: "Enable-AdfsEndpoint",
    url: "https://learn.microsoft.com/powershell/module/adfs/enable-adfsendpoint",
    date: "2016-12-20",
  },
  nltest: {
    title: "Nltest",
    url: "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-R2-and-2012/cc731935%28v=ws.11%29",
  },
  controllerSearch: {
    title: "Testing the DcLocator Process",
    url: "https://learn.microsoft.com/archive/blogs/canberrapfe/testing-the-dclocator-process",
  },
  secureChannel: {
    title: "Test-ComputerSecureChannel",
    url: "https://learn.microsoft.com/powershell/module/microsoft.powershell.management/test-computersecurechannel",
  },
  policyTargets: {
    title: "Conditional Access: Target resources",
    url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
    date: "2026-01-26",
  },
  perUserMfa: {
    title: "Enable per-user Microsoft Entra multifactor authentication to secure sign-in events",
    url: "https://learn.microsoft.com/entra/identity/authentication/howto-mfa-userstates",
    date: "2024-08-13",
  },
  mfaSetup: {
    title: "Configure Microsoft Entra multifactor authentication as authentication provider using AD FS",
    url: "https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-and-azure-mfa",
    date: "2024-03-13",
  },
  userNameSuffix: {
    title: "Prepare a nonroutable domain for directory synchronization",
    url: "https://learn.microsoft.com/microsoft-365/enterprise/prepare-a-non-routable-domain-for-directory-synchronization",
    date: "2024-10-07",
  },
  resetTrust: {
    title: "Tutorial: Set up password hash sync as backup for AD FS in Microsoft Entra Connect",
    url: "https://learn.microsoft.com/entra/identity/hybrid/connect/tutorial-phs-backup",
    date: "2024-12-09",
  },
  domainFederation: {
    title: "Get-MgDomainFederationConfiguration",
    url: "https://learn.microsoft.com/powershell/module/microsoft.graph.identity.directorymanagement/get-mgdomainfederationconfiguration",
  },
  subscriptions: {
    title: "Renew Microsoft 365 for business",
    url: "https://learn.microsoft.com/microsoft-365/commerce/subscriptions/renew-your-subscription",
  },
  mobileEnrollment: {
    title: "Mobile device enrollment",
    url: "https://learn.microsoft.com/windows/client-management/mobile-device-enrollment",
    date: "2024-07-08",
  },
  cipherSuites: {
    title: "Prioritizing Schannel Cipher Suites",
    url: "https://learn.microsoft.com/windows/win32/secauthn/prioritizing-schannel-cipher-suites",
  },
  schannelKey: {
    title: "Schannel 36872 or Schannel 36870 on a Domain Controller",
    url: "https://learn.microsoft.com/archive/blogs/instan/schannel-36872-or-schannel-36870-on-a-domain-controller",
  },
  tzutil: {
    title: "tzutil (Windows Commands)",
    url: "https://learn.microsoft.com/windows-server/administration/windows-commands/tzutil",
    date: "2017-10-16",
  },
  stateRoaming: {
    title: "Troubleshooting Enterprise State Roaming settings in Microsoft Entra ID",
    url: `${devices}/enterprise-state-roaming-troubleshooting`,
    date: "2025-06-27",
  },
  managedDeviceRequired: {
    title: "Troubleshooting conditional access authentication",
    url: "https://learn.microsoft.com/power-platform/admin/troubleshooting-conditional-access-in-authentication",
    date: "2025-01-22",
  },
  signInFrequencyReport: {
    title: "AADSTS70044 in an app (a report to AzureAD/microsoft-authentication-library-for-js, #5456)",
    url: "https://github.com/AzureAD/microsoft-authentication-library-for-js/issues/5456",
  },
  adalHeader: {
    title: "ADAL error table (adalerr.h), published by Microsoft on 2020-02-27 and withdrawn on 2020-07-02",
  },
} as const satisfies Record<string, Page>

/** The name of a page in `pages`. */
export type PageId = keyof typeof pages
