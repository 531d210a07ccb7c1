import type { Source } from "./source.ts"
import { changes, reads } from "./step.ts"

/*
 * What Windows Hello waits for, a step for each condition, as its check and its events name them.
 */

/** Where the key of cloud Kerberos trust is checked. */
export const kerberosServer: Source = {
  page: "kerberosServer",
  heading: "View and verify the Microsoft Entra Kerberos server",
  anchor: "view-and-verify-the-azure-ad-kerberos-server",
}

/** How AD FS becomes the registration authority of certificate trust. */
export const registrationAuthority: Source = {
  page: "helloCertificateAuthority",
  heading: "Configure the certificate registration authority",
  anchor: "configure-the-certificate-registration-authority",
}

/** Where the policy for the hardware stands. */
export const hardwarePolicy: Source = { page: "helloPolicy" }

/** The device has to be joined. */
export const helloNeedsJoin = reads("Run `dsregcmd /status` from an elevated prompt, and read `AzureAdJoined`.", {
  rights: "administrator",
  proves:
    "NO: the join is the fault, and Windows Hello follows it; the tests in that log say what stands in its way. YES: the check was older; let the user lock and unlock the PC.",
})

/** The user has to have a token of Microsoft Entra ID. */
export const helloNeedsToken = reads(
  "For the sign-in with Microsoft Entra ID, run `dsregcmd /status` un-elevated in the session of that user.",
  {
    rights: "user",
    proves:
      "With `AzureAdPrt : NO`, the missing token is the fault to look into, and Windows Hello follows. With YES, read the newest event 358 or 360.",
  },
)

/** The hardware has to be what the policy asks for. */
export const helloNeedsHardware = reads(
  "Run `tpmtool getdeviceinformation` in an elevated prompt, and look at the policy *Use a hardware security device* (Computer Configuration > Administrative Templates > Windows Components > Windows Hello for Business).",
  {
    rights: "administrator",
    proves:
      "No TPM, or one that is not ready: turn it on in the firmware; `tpm.msc` says what it lacks. Version 1.2, and the policy leaves that out: allow it there, or use another PC. The policy is on and the PC has no TPM: set it to Not Configured, and Windows keeps the keys in software.",
  },
)

/** With certificate trust the user has to have a token of AD FS. */
export const helloNeedsEnterpriseToken = reads(
  "For the token of AD FS, read `EnterprisePrt` in `dsregcmd /status`, and on the server of Microsoft Entra Connect, under *Configure device options*, whether device writeback is on.",
  {
    rights: "directory-administrator",
    where: "federation-service",
    proves:
      "NO, and writeback is off: AD FS does not know the device and gives no token; turn it on. NO, and it is on: a device that was joined a short while ago may only have to wait, up to three hours; else AD FS > Admin in Event Viewer on the federation servers has the reason. YES: the token is there now.",
  },
)

/** With cloud trust the user has to have a Kerberos ticket of Microsoft Entra ID. */
export const helloNeedsTicket = reads(
  "In a PowerShell window with the module AzureADHybridAuthenticationManagement run `Get-AzureADKerberosServer` for the domain, and compare `KeyVersion` with `CloudKeyVersion`.",
  {
    rights: "directory-administrator",
    where: "active-directory",
    proves:
      "Empty: cloud Kerberos trust is not set up in this domain; `Set-AzureADKerberosServer` does it. Two versions that differ: rotate the key with `Set-AzureADKerberosServer -RotateServerKey`. The same version: look whether the user is synchronized from this domain; one that only the cloud knows gets no ticket.",
  },
)

/** With certificate trust AD FS has to be able to issue the certificate. */
export const helloNeedsAuthority = reads(
  "On an AD FS server run `Get-AdfsCertificateAuthority`, and look for the certificate templates of Windows Hello and of the enrollment agent.",
  {
    rights: "directory-administrator",
    where: "federation-service",
    proves:
      "No enrollment agent: AD FS is not set up as registration authority; `Set-AdfsCertificateAuthority -EnrollmentAgent` with the names of both templates does that. Templates are named: see on the certification authority (`certtmpl.msc`, `certsrv.msc`) that they are published, and that the group of users that may enroll has the service account of AD FS in it.",
  },
)

/** With certificates of device management the profile has to have come. */
export const helloNeedsProfile = reads(
  "In the Intune admin center, or that of the other device management, look whether the SCEP profile is assigned to the user or the PC and was applied.",
  {
    rights: "directory-administrator",
    where: "management",
    proves:
      "Not assigned: assign it, and let the PC synchronize. An error: correct what it names. Applied: sign in again.",
  },
)

/** What is left when the condition is met. */
export const meetAtDevice = changes(
  "Then let the user sign in at the device itself, not by Remote Desktop: Windows Hello is offered at that sign-in.",
  { rights: "user" },
)
