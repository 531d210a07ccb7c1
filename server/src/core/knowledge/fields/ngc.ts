import type { FieldEntry } from "../fieldEntry.ts"
import { helloPrerequisites } from "../headings.ts"

/** What UNKNOWN stands for in every line of this section that can say it. */
const unknown = "Not tested, because the check as a whole failed; NgcPreReq has the code. It does not mean NO."

/** The fields of Ngc Prerequisite Check: whether Windows Hello for Business would be set up for this user. */
export const ngcFields: readonly FieldEntry[] = [
  {
    kind: "field-entry",
    name: "NgcPreReq",
    sections: ["ngc"],
    meaning:
      "Printed only if the check itself could not run, with the code of the reason. The UNKNOWN values below follow from it.",
    expected: "No such line. Run dsregcmd in the user's own session to get a real answer.",
    values: {
      ERROR: "The check failed. The code stands behind the word, in brackets or without.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "IsDeviceJoined",
    sections: ["ngc"],
    meaning: "Whether the device is joined to Microsoft Entra ID, as this check sees it.",
    expected: "YES on joined and hybrid joined devices.",
    values: {
      YES: "The device is joined.",
      NO: "The device is not joined to Microsoft Entra ID.",
      UNKNOWN: unknown,
    },
    since: "1809",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "IsUserAzureAD",
    sections: ["ngc"],
    meaning: "Whether the signed-in user exists in Microsoft Entra ID.",
    expected: "YES for a work account.",
    values: {
      YES: "The user is known to Microsoft Entra ID.",
      NO: "The user is not, as with a local account.",
      UNKNOWN: unknown,
    },
    since: "1511",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "PolicyEnabled",
    sections: ["ngc"],
    meaning: "Whether a policy turns Windows Hello for Business on for this device.",
    expected: "YES where you want Windows Hello for Business. NO is right where nobody asked for it.",
    values: {
      YES: "The policy is on.",
      NO: "No policy turns it on, so Windows does not set it up.",
      UNKNOWN: unknown,
    },
    since: "1511",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "PostLogonEnabled",
    sections: ["ngc"],
    meaning: "Whether Windows itself starts the setup of Windows Hello for Business after sign-in.",
    expected: "YES, or NO where you start the setup in another way.",
    values: {
      YES: "Windows starts the setup.",
      NO: "Something of your own is meant to start it. That is a choice, not a defect.",
      UNKNOWN: unknown,
    },
    since: "1803",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "DeviceEligible",
    sections: ["ngc"],
    meaning: "Whether the hardware meets what Windows Hello for Business asks for.",
    expected: "YES where Windows Hello for Business is wanted.",
    values: {
      YES: "The hardware will do.",
      NO: "The hardware will not do.",
      UNKNOWN: unknown,
    },
    since: "1511",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "SessionIsNotRemote",
    sections: ["ngc"],
    meaning: "Whether the user sits at this device and not in a remote session.",
    expected: "YES at the device itself. Remote Desktop, Azure Virtual Desktop and Windows 365 always say NO.",
    values: {
      YES: "The user is signed in at the device.",
      NO: "The session is remote. Windows Hello is not set up in it, and nothing is broken.",
    },
    since: "1511",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "CertEnrollment",
    sections: ["ngc"],
    meaning:
      "Who enrolls the Windows Hello certificate, where certificate trust is used. The lines below it depend on this value.",
    expected: "none, unless you deploy Windows Hello with certificate trust.",
    values: {
      none: "No certificate enrollment is set up.",
      "enrollment authority": "Windows Hello policy comes from Group Policy, and AD FS enrolls the certificate.",
      "mobile device management": "Windows Hello policy comes from an MDM.",
    },
    since: "1511",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "ScepReady",
    sections: ["ngc"],
    meaning:
      "By its name, whether the certificate profile that an MDM delivers (SCEP) is ready. Known from one log of 2018.",
    expected: "YES where CertEnrollment is `mobile device management`. Elsewhere it can be ignored.",
    values: {
      YES: "Ready.",
      NO: "Not ready.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "AadRecoveryNeeded",
    sections: ["ngc"],
    meaning: "The older name and place of AadRecoveryEnabled in Diagnostic Data.",
    expected: "NO on every healthy device.",
    values: {
      YES: "If it means what AadRecoveryEnabled means today, the device keys cannot be used and the next sign-in registers the device again.",
      NO: "No recovery is pending.",
    },
    since: "1709 to 1803",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "AdfsRefreshToken",
    sections: ["ngc"],
    meaning:
      "Whether the device holds an enterprise PRT for the user. Printed only if CertEnrollment is `enrollment authority`.",
    expected: "YES.",
    values: {
      YES: "The enterprise PRT is there.",
      NO: "It is missing. See EnterprisePrt in SSO State and the lines below it.",
    },
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "AdfsRaIsReady",
    sections: ["ngc"],
    meaning:
      "Whether AD FS announces that it supports Windows Hello for Business and has the sign-in certificate template at hand. Printed only if CertEnrollment is `enrollment authority`.",
    expected: "YES where AD FS enrolls the certificates.",
    values: {
      YES: "AD FS is ready to enroll.",
      NO: "AD FS does not announce the support, or the template is not available.",
    },
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "LogonCertTemplateReady",
    sections: ["ngc"],
    meaning:
      "Whether the template of the sign-in certificate is valid. The state stands in brackets. Printed only if CertEnrollment is `enrollment authority`.",
    expected: "YES ( StateReady ). Anything else points to the template or to the AD FS registration authority.",
    values: {
      "YES ( StateReady )": "The template is valid.",
    },
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "OnPremTGT",
    aliases: ["CloudTGT"],
    sections: ["ngc"],
    meaning:
      "Whether the device holds a cloud Kerberos ticket for resources on premises, as cloud Kerberos trust uses it. Printed only if CertEnrollment is `none`. Before Windows 11 23H2 the line was called CloudTGT.",
    expected: "YES where Windows Hello uses cloud Kerberos trust.",
    values: {
      YES: "The ticket is there.",
      NO: "The ticket is missing. Compare OnPremTgt in SSO State.",
    },
    since: "21H1",
    sources: [helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "PreReqResult",
    sections: ["ngc"],
    meaning: "The outcome of all lines above.",
    expected: "WillProvision where Windows Hello for Business is wanted and not set up yet.",
    values: {
      WillProvision: "Setup starts after the user's next sign-in. Microsoft's text writes it `Will Provision`.",
      WillNotProvision: "Setup does not start. A NO above says why; where PolicyEnabled is NO, nothing is wrong.",
    },
    since: "1511",
    sources: [helloPrerequisites],
  },
]
