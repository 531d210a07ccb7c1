import type { FieldEntry } from "../fieldEntry.ts"
import { helloPrerequisites, prtRenewal, ssoState } from "../headings.ts"
import type { Source } from "../source.ts"

const lifetime: Source = { page: "prtConcept", heading: "What is the lifetime of a PRT?" }
const prtCodes: Source = {
  page: "hybridJoin",
  heading: "Step 3: Troubleshoot further, based on the found error code",
  anchor: "step-3-troubleshoot-further-based-on-the-found-error-code",
}

/**
 * The fields of SSO State: the user's tokens, and what went wrong when Windows last asked for one.
 *
 * The lines from `Previous Prt Attempt` to `Server Error Description` belong to the PRT printed above them, be it the
 * Microsoft Entra or the enterprise one, and can come more than once. Windows before 1809 printed the four
 * oldest fields in User State.
 */
export const ssoStateFields: readonly FieldEntry[] = [
  {
    kind: "field-entry",
    name: "AzureAdPrt",
    sections: ["sso-state", "user-state"],
    meaning:
      "Whether the account that ran the command holds a Primary Refresh Token (PRT), the token behind single sign-on to Microsoft Entra ID. The value speaks of that account only.",
    expected:
      "YES on a joined or hybrid joined device, for a user who signed in with a work account. NO is right on a PC that is only registered, because another component keeps the token there.",
    values: {
      YES: "A PRT is present. A later refresh may still have failed; RefreshPrtDiagnostics says so.",
      NO: "No PRT for this account. It is a fault only if the user signed in to a joined device with a work account of the same tenant. An administrator's prompt, a local account, or a join made in this very session explain it too.",
    },
    since: "1511",
    sources: [ssoState, { page: "prt", heading: "Step 1: Get the status of the primary refresh token" }, prtRenewal],
  },
  {
    kind: "field-entry",
    name: "AzureAdPrtUpdateTime",
    sections: ["sso-state"],
    meaning:
      "When the PRT was last renewed, in UTC. Windows renews it when the user unlocks or signs in, at most every four hours.",
    expected:
      "Recent, measured against the time of the last unlock. Microsoft's pages call more than four hours a likely problem, yet a day of work without locking the PC explains it. Lock and unlock, then read the time again.",
    since: "1809",
    sources: [ssoState, { page: "prt", heading: "Step 1: Get the status of the primary refresh token" }, prtRenewal],
  },
  {
    kind: "field-entry",
    name: "AzureAdPrtExpiryTime",
    sections: ["sso-state"],
    meaning: "When the PRT ends unless it is renewed before, in UTC.",
    expected:
      "Later than the time of the log. Trust the printed time: known logs show 14 days after the update, the current page says 90 days, and a sign-in frequency policy shortens it.",
    since: "1809",
    sources: [ssoState, lifetime],
  },
  {
    kind: "field-entry",
    name: "AzureAdPrtAuthority",
    sections: ["sso-state", "user-state"],
    meaning: "The Microsoft Entra address that issues this user's PRT, with the tenant in its path.",
    expected: "The same tenant as TenantId in Tenant Details.",
    values: {
      NO: "There is no authority to name. Logs of devices that are not joined have it.",
    },
    since: "1511",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "AcquirePrtDiagnostics",
    sections: ["sso-state"],
    meaning: "Details of a failed attempt to get a PRT follow. The line is printed only if there are any.",
    expected: "No such line.",
    values: {
      PRESENT: "The last attempt to get a PRT failed, after the last success. The lines below say how.",
    },
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "RefreshPrtDiagnostics",
    sections: ["sso-state"],
    meaning:
      "Details of a failed renewal follow. The PRT itself can still be there and work until it expires. The line is printed only if there is such a failure.",
    expected: "The line is missing. Right after sleep or a change of network a failed renewal can pass by itself.",
    values: {
      PRESENT: "The last renewal failed, after the last good one. The lines below say how.",
    },
    since: "21H1",
    sources: [ssoState, { page: "accountDisabled" }],
  },
  {
    kind: "field-entry",
    name: "Previous Prt Attempt",
    sections: ["sso-state"],
    meaning: "When the failed attempt took place, in UTC.",
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "Attempt Status",
    sections: ["sso-state"],
    meaning:
      "The code Windows gives for the failed attempt. Read it together with HTTP Error, HTTP status and the server's answer: the same code can mean a refused sign-in or a broken connection.",
    since: "21H1",
    sources: [ssoState, prtCodes],
  },
  {
    kind: "field-entry",
    name: "User Identity",
    sections: ["sso-state"],
    meaning:
      "The account of the failed attempt, usually as a user principal name (UPN). On a shared device it can be somebody else's attempt.",
    expected: "The user whose problem you are looking at. Another way to write the same account is not another user.",
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "Credential Type",
    sections: ["sso-state"],
    meaning: "What the user signed in with when the attempt failed.",
    values: {
      Password: "A password.",
      NGC: "Windows Hello. The letters stand for Next Generation Credential.",
    },
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "Correlation ID",
    sections: ["sso-state"],
    meaning: "The identifier the server sent for the failed attempt. Give it to support, with the time of the attempt.",
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "Endpoint URI",
    sections: ["sso-state"],
    meaning:
      "The last address Windows called before the failure. A host of your own with /adfs/ in the path is the federation service, not Microsoft Entra ID.",
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "HTTP Method",
    sections: ["sso-state"],
    meaning: "How Windows called the endpoint: GET or POST.",
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "HTTP Error",
    sections: ["sso-state"],
    meaning: "The WinHTTP code of a broken connection.",
    expected: "0x0, which means that the call reached a server. Whatever failed then stands in the server's answer.",
    values: {
      "0x0": "No connection error.",
    },
    since: "21H1",
    sources: [ssoState, { page: "winHttp" }],
  },
  {
    kind: "field-entry",
    name: "HTTP status",
    aliases: ["HTTP Status"],
    sections: ["sso-state"],
    meaning:
      "The HTTP status the endpoint answered with. From 400 on the answer is an error, which is not the same as a broken connection.",
    expected: "Below 400. With 400 or more, read Server Error Code and Server Error Description.",
    since: "21H1",
    sources: [ssoState, prtCodes],
  },
  {
    kind: "field-entry",
    name: "Server Error Code",
    sections: ["sso-state"],
    meaning:
      "The server's own short code, such as `invalid_grant`. It is broad; the cause stands in Server Error Description.",
    since: "21H1",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "Server Error Description",
    sections: ["sso-state"],
    meaning:
      "The server's message. It starts with the code to look up: AADSTS… comes from Microsoft Entra ID, MSIS… from AD FS.",
    since: "21H1",
    sources: [ssoState, { page: "prt" }],
  },
  {
    kind: "field-entry",
    name: "EnterprisePrt",
    sections: ["sso-state", "user-state"],
    meaning: "Whether the user holds a second PRT, from AD FS on premises.",
    expected:
      "NO is normal unless AD FS issues PRTs here: devices joined to AD FS device registration, or Windows Hello with certificates enrolled through AD FS.",
    values: {
      YES: "An enterprise PRT is present.",
      NO: "No enterprise PRT. It counts as a fault only where Windows Hello certificates come from AD FS (CertEnrollment says `enrollment authority`) or EnterpriseJoined is YES.",
    },
    since: "1511",
    sources: [ssoState, helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "EnterprisePrtUpdateTime",
    sections: ["sso-state"],
    meaning: "When the enterprise PRT was last renewed, in UTC.",
    since: "1809",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "EnterprisePrtExpiryTime",
    sections: ["sso-state"],
    meaning: "When the enterprise PRT ends unless AD FS renews it before, in UTC.",
    expected: "A time after the log was made.",
    since: "1809",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "EnterprisePrtAuthority",
    sections: ["sso-state", "user-state"],
    meaning: "The AD FS address that issues the enterprise PRT.",
    expected: "Your AD FS service where an enterprise PRT is used, otherwise empty or NO.",
    values: {
      NO: "No authority to name. Seen where the device is not joined.",
    },
    since: "1511",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "OnPremTgt",
    sections: ["sso-state"],
    meaning:
      "Whether the user holds a Kerberos ticket from Microsoft Entra ID for resources on premises. Microsoft dates the line to Windows 11; logs of updated Windows 10 have it too.",
    expected: "YES only where cloud Kerberos trust is in use. Elsewhere NO is normal.",
    values: {
      YES: "The ticket is present.",
      NO: "No such ticket. It matters only if Windows Hello uses cloud Kerberos trust; the Ngc Prerequisite Check section then has the line OnPremTGT or CloudTGT.",
    },
    since: "Windows 11 21H2",
    sources: [ssoState, helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "CloudTgt",
    sections: ["sso-state"],
    meaning: "Whether the user holds a Kerberos ticket for cloud resources, issued by Microsoft Entra ID.",
    expected: "YES or NO; neither is a fault by itself.",
    values: {
      YES: "A ticket for cloud resources is present.",
      NO: "No such ticket. It can matter only for services that sign users in with Microsoft Entra Kerberos.",
    },
    since: "Windows 11 21H2",
    sources: [ssoState],
  },
  {
    kind: "field-entry",
    name: "KerbTopLevelNames",
    sections: ["sso-state"],
    meaning: "The top-level realm names that belong to cloud Kerberos, some with a port.",
    expected: "A list such as .windows.net,.windows.net:1433. Nothing to judge.",
    since: "Windows 11 21H2",
    sources: [ssoState],
  },
]
