import type { Page } from "./source.ts"

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
  },
  dsregcmd: {
    title: "Troubleshoot devices by using the dsregcmd command",
    url: `${devices}/troubleshoot-device-dsregcmd`,
  },
  prt: {
    title: "Troubleshoot primary refresh token issues on Windows devices",
    url: `${devices}/troubleshoot-primary-refresh-token`,
  },
  prtConcept: { title: "Understanding Primary Refresh Token (PRT)", url: `${devices}/concept-primary-refresh-token` },
  hybridManual: {
    title: "Manual configuration for Microsoft Entra hybrid join devices",
    url: `${devices}/hybrid-join-manual`,
  },
  hybridHowTo: { title: "Configure Microsoft Entra hybrid join", url: `${devices}/how-to-hybrid-join` },
  hybridPlan: { title: "Plan your Microsoft Entra hybrid join implementation", url: `${devices}/hybrid-join-plan` },
  hybridControl: { title: "Microsoft Entra hybrid join targeted deployment", url: `${devices}/hybrid-join-control` },
  hybridVerify: { title: "Verify Microsoft Entra hybrid join state", url: `${devices}/how-to-hybrid-join-verify` },
  entraKerberosJoin: {
    title: "Microsoft Entra hybrid join using Microsoft Entra Kerberos",
    url: `${devices}/how-to-hybrid-join-using-microsoft-entra-kerberos`,
  },
  registration: { title: "How device registration works", url: `${devices}/device-registration-how-it-works` },
  faq: { title: "Device management FAQ", url: `${devices}/faq` },
  pendingDevices: {
    title: "Pending devices in Microsoft Entra ID",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/dir-dmns-obj/pending-devices",
  },
  staleDevices: { title: "Manage stale devices", url: `${devices}/manage-stale-devices` },
  manageDevices: { title: "Manage device identities", url: `${devices}/manage-device-identities` },
  vdi: {
    title: "Device identity and desktop virtualization",
    url: `${devices}/howto-device-identity-virtual-desktop-infrastructure`,
  },
  vmSignIn: {
    title: "Sign in to a Windows virtual machine in Azure by using Microsoft Entra ID",
    url: `${devices}/howto-vm-sign-in-azure-ad-windows`,
  },
  accountDisabled: {
    title: "Troubleshoot intermittent STATUS_ACCOUNT_DISABLED",
    url: `${devices}/troubleshoot-intermittent-status-account-disabled`,
  },
  softDelete: { title: "Soft delete for devices", url: `${devices}/concept-soft-delete-devices` },
  kdfV1: {
    title: "Deprecation of key derivation function version 1",
    url: `${devices}/deprecation-key-derivation-function-version-1`,
  },
  legacyClients: {
    title: "Troubleshoot Microsoft Entra hybrid joined down-level devices",
    url: `${devices}/troubleshoot-hybrid-join-windows-legacy`,
  },
  aadsts: {
    title: "Microsoft Entra authentication error codes",
    url: "https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
  },
  aadsts700003: {
    title: "AADSTS700003: device object was not found",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts700003-device-object-not-found",
  },
  aadsts50057: {
    title: "AADSTS50057: user account is disabled",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50057-user-account-is-disabled",
  },
  aadsts50173: {
    title: "AADSTS50173: grant expired or revoked",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts50173-grant-expired-revoked",
  },
  aadsts500571: {
    title: "AADSTS500571: guest user account is disabled",
    url: "https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts500571-guest-user-account-is-disabled",
  },
  event1098: {
    title: "Event ID 1098: error 0xCAA5001C token broker operation failed",
    url: "https://learn.microsoft.com/troubleshoot/windows-client/user-profiles-and-logon/event-1098-error-0xcaa5001c",
  },
  mdmEnrollment9001f: {
    title: "MDM enrollment fails with error 0xcaa9001f",
    url: "https://learn.microsoft.com/troubleshoot/mem/intune/device-enrollment/mdm-enrollment-error-0xcaa9001f",
  },
  workplaceJoinLogs: {
    title: "Diagnostic logging to troubleshoot Workplace Join issues",
    url: "https://learn.microsoft.com/troubleshoot/windows-server/networking/diagnostic-logging-troubleshoot-workplace-join-issues",
  },
  helloErrors: {
    title: "Windows Hello errors during PIN creation",
    url: "https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/hello-errors-during-pin-creation",
  },
  winHttp: { title: "WinHTTP error messages", url: "https://learn.microsoft.com/windows/win32/winhttp/error-messages" },
  winInet: { title: "WinINet error codes", url: "https://learn.microsoft.com/windows/win32/wininet/wininet-errors" },
  errorLookup: {
    title: "Microsoft Error Lookup Tool",
    url: "https://learn.microsoft.com/windows/win32/debug/system-error-code-lookup-tool",
  },
  systemErrors: {
    title: "Windows system error codes",
    url: "https://learn.microsoft.com/windows/win32/debug/system-error-codes",
  },
  tpm: {
    title: "TPM fundamentals",
    url: "https://learn.microsoft.com/windows/security/hardware-security/tpm/tpm-fundamentals",
  },
  alternateLogin: {
    title: "Configuring Alternate Login ID",
    url: "https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configuring-alternate-login-id",
  },
  testConnectivity: {
    title: "Test device registration connectivity",
    url: "https://learn.microsoft.com/samples/azure-samples/testdeviceregconnectivity/testdeviceregconnectivity/",
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
    title: "MDM registration constants",
    url: "https://learn.microsoft.com/windows/win32/mdmreg/mdm-registration-constants",
  },
  mdmIntegration: {
    title: "Microsoft Entra integration with MDM",
    url: "https://learn.microsoft.com/windows/client-management/azure-active-directory-integration-with-mdm",
  },
  comErrors: {
    title: "COM error codes (security and setup)",
    url: "https://learn.microsoft.com/windows/win32/com/com-error-codes-4",
  },
  adalHeader: {
    title: "ADAL error table (adalerr.h), published by Microsoft on 2020-02-27 and withdrawn on 2020-07-02",
  },
} as const satisfies Record<string, Page>

/** The name of a page in `pages`. */
export type PageId = keyof typeof pages
