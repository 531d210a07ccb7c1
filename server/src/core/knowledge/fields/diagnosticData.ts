import type { FieldEntry } from "../fieldEntry.ts"
import {
  authenticationPhase,
  discoverPhase,
  joinErrorCode,
  joinPhase,
  postJoinDiagnostics,
  precheckPhase,
  preJoinDiagnostics,
} from "../headings.ts"

/** What SKIPPED stands for in every test. */
const skipped = "Not run. Usually an earlier test failed; look at the first FAIL above."

/**
 * The fields of Diagnostic Data. A domain member that is not hybrid joined gets the pre-join tests and, if a join was
 * tried, the block that begins with Previous Registration. A joined device gets the post-join lines.
 */
export const diagnosticDataFields: readonly FieldEntry[] = [
  {
    kind: "field-entry",
    name: "Diagnostics Reference",
    sections: ["diagnostic-data"],
    meaning: "The address of Microsoft's help page. It is always the same and says nothing about this device.",
    expected: "www.microsoft.com/aadjerrors",
    since: "1803",
    sources: [preJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "User Context",
    sections: ["diagnostic-data"],
    meaning:
      "The account the tests ran under. The real join runs as SYSTEM, so only tests as SYSTEM see the network and the proxy it sees.",
    expected: "SYSTEM. An elevated prompt is how Microsoft tells you to get it.",
    values: {
      SYSTEM: "The tests ran as the join does.",
      "ELEVATED User":
        "Run as a user with administrator rights. Results that depend on proxy or sign-in can differ from the join.",
      "UN-ELEVATED User":
        "Run as a plain user. Run the command again from an elevated prompt before trusting the tests.",
    },
    since: "1803",
    sources: [preJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "Client Time",
    sections: ["diagnostic-data"],
    meaning:
      "The clock of the PC when the tests ran, in UTC. It is the only line that dates the log, and logs of joined devices do not have it.",
    expected: "The true time. Compare it with Previous Registration to see how old the last failure is.",
    since: "1803",
    sources: [preJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "AD Connectivity Test",
    sections: ["diagnostic-data"],
    meaning: "Whether a domain controller could be reached. A failure here stops the join in the pre-check phase.",
    expected: "PASS. On a laptop away from the network or off VPN a failure is to be expected.",
    values: {
      PASS: "A domain controller answered.",
      FAIL: "None could be reached. The code in brackets says how it failed.",
      SKIPPED: skipped,
    },
    since: "1803",
    sources: [preJoinDiagnostics, precheckPhase],
  },
  {
    kind: "field-entry",
    name: "AD Configuration Test",
    sections: ["diagnostic-data"],
    meaning:
      "Whether the service connection point (SCP), which names the tenant, could be read from Active Directory and is set up properly. A failure here usually stops the join in the discover phase with 0x801c001d.",
    expected:
      "PASS where hybrid join is wanted. Without an SCP a FAIL is the natural result, and no fault if none is wanted.",
    values: {
      PASS: "The SCP was read.",
      FAIL: "The SCP is missing, wrong or could not be read. A targeted rollout clears it on purpose and configures chosen PCs in the registry.",
      SKIPPED: skipped,
    },
    since: "1803",
    sources: [preJoinDiagnostics, discoverPhase, { page: "hybridControl" }],
  },
  {
    kind: "field-entry",
    name: "DRS Discovery Test",
    sections: ["diagnostic-data"],
    meaning:
      "Whether the addresses of the Device Registration Service (DRS) could be fetched and the domain type be found out. A failure here usually stops the join in the discover phase.",
    expected: "PASS.",
    values: {
      PASS: "The addresses were fetched and the domain type is known.",
      FAIL: "Of the two codes in brackets the first is general and the second names the cause.",
      SKIPPED: skipped,
    },
    since: "1803",
    sources: [preJoinDiagnostics, discoverPhase],
  },
  {
    kind: "field-entry",
    name: "DRS Connectivity Test",
    sections: ["diagnostic-data"],
    meaning: "Whether the registration service itself could be reached. This is a basic connection test.",
    expected: "PASS, as far as the test was run.",
    values: {
      PASS: "The service could be reached.",
      FAIL: "Discovery worked and the service was not reached. The code in brackets says how it failed.",
      SKIPPED: skipped,
    },
    since: "1803",
    sources: [preJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "Kerberos Ticket Test",
    sections: ["diagnostic-data"],
    meaning:
      "By its name, whether the PC could get a ticket for hybrid join with Microsoft Entra Kerberos, a feature in preview. Known from logs of 2026.",
    expected: "PASS where you set that feature up. Without it, ignore the line.",
    values: {
      PASS: "The ticket was obtained.",
      FAIL: "No ticket. It matters only if you use hybrid join with Microsoft Entra Kerberos.",
      SKIPPED: "Not run; nothing to conclude.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Token acquisition Test",
    aliases: ["Token Acquisition Test"],
    sections: ["diagnostic-data"],
    meaning:
      "Whether a Microsoft Entra token could be obtained through the federation service. It applies to federated tenants. A failure usually stops the join in the authentication phase.",
    expected: "PASS. If it fails, the join goes on as sync-join unless Fallback to Sync-Join is DISABLED.",
    values: {
      PASS: "A token was obtained, as far as the tenant is federated.",
      FAIL: "No token. The code in brackets says why.",
      SKIPPED: skipped,
    },
    since: "1803",
    sources: [preJoinDiagnostics, authenticationPhase],
  },
  {
    kind: "field-entry",
    name: "Fallback to Sync-Join",
    sections: ["diagnostic-data"],
    meaning:
      "Whether a federated join that gets no token goes on as sync-join, that is, through the synchronization of the computer account.",
    expected: "ENABLED, which is the default.",
    values: {
      ENABLED: "The join can go on without a token from the federation service.",
      DISABLED:
        "The registry value FallbackToSyncJoin is 0. Microsoft documents it under HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ. A failed Token acquisition Test then ends the join.",
    },
    since: "1803",
    sources: [preJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "Fallback to Fed-Join",
    sections: ["diagnostic-data"],
    meaning:
      "By its name, whether the join may go on as a federated join if another way fails. Known from logs of 2026.",
    expected: "ENABLED in the known logs. There is nothing published to judge it by.",
    values: {
      ENABLED: "By its name, that way is open.",
      DISABLED: "By its name, that way is closed.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Previous Registration",
    sections: ["diagnostic-data"],
    meaning: "When the last failed join attempt took place, in UTC. Successful attempts are not recorded here.",
    expected:
      "The block is missing if no attempt failed. A time long before Client Time is an old failure: try the join again before acting on it.",
    since: "1803",
    sources: [preJoinDiagnostics, joinErrorCode],
  },
  {
    kind: "field-entry",
    name: "Registration Type",
    sections: ["diagnostic-data"],
    meaning: "How the failed attempt tried to join. The list of likely causes depends on it.",
    values: {
      sync: "Sync-join: the device object has to reach Microsoft Entra ID through synchronization first.",
      fed: "Federated join: the federation service vouches for the computer.",
    },
    since: "1803",
    sources: [joinPhase, { page: "registration", heading: "Microsoft Entra hybrid joined in Federated environments" }],
  },
  {
    kind: "field-entry",
    name: "Error Phase",
    sections: ["diagnostic-data"],
    meaning: "The phase in which the failed attempt stopped.",
    values: {
      "pre-check": "Before anything else: is a domain controller in reach?",
      discover: "Finding the tenant and the addresses of the registration service.",
      auth: "Getting a token through the federation service.",
      join: "Registering the device.",
    },
    since: "1803",
    sources: [preJoinDiagnostics, joinErrorCode],
  },
  {
    kind: "field-entry",
    name: "Client ErrorCode",
    sections: ["diagnostic-data"],
    meaning: "The code Windows gives for the failed attempt. Its meaning can depend on Error Phase.",
    since: "1803",
    sources: [preJoinDiagnostics, joinErrorCode],
  },
  {
    kind: "field-entry",
    name: "Server ErrorCode",
    sections: ["diagnostic-data"],
    meaning:
      "The registration service's own code. Printed only if the service was asked and answered with an error. Different causes share one code; Server Message tells them apart.",
    values: {
      DirectoryError: "The directory refused: no such device object yet, a wrong tenant, or too many requests.",
      AuthenticationError: "The service could not verify the computer.",
    },
    since: "1803",
    sources: [preJoinDiagnostics, joinPhase],
  },
  {
    kind: "field-entry",
    name: "Server Message",
    sections: ["diagnostic-data"],
    meaning: "The registration service's message. It names the cause more exactly than the codes do.",
    since: "1803",
    sources: [preJoinDiagnostics, joinPhase],
  },
  {
    kind: "field-entry",
    name: "Https Status",
    sections: ["diagnostic-data"],
    meaning: "The HTTP status the registration service answered with. A number here means that an answer came back.",
    since: "1803",
    sources: [preJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "Request Id",
    aliases: ["Request ID"],
    sections: ["diagnostic-data"],
    meaning:
      "The identifier this PC sent with the request. With the time in Previous Registration, Microsoft support can find the request in its own logs.",
    since: "1803",
    sources: [preJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "Executing Account Name",
    sections: ["diagnostic-data"],
    meaning:
      "The account that ran dsregcmd, usually as DOMAIN\\user and as a user principal name. User State and SSO State speak of this account.",
    expected:
      "The user with the problem, if the question is about PRT, default account or Windows Hello. Another account's log does not answer it.",
    values: {
      SYSTEM: "No user ran the command, so the lines about users mean little.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "AadRecoveryEnabled",
    sections: ["diagnostic-data"],
    meaning: "Whether the device keys are unusable and the device is marked for recovery.",
    expected: "NO.",
    values: {
      YES: "The keys cannot be used. The next sign-in registers the device again: silently if it is hybrid joined, with a prompt if it is Entra joined or registered.",
      NO: "Not marked for recovery.",
    },
    since: "1809",
    sources: [postJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "KeySignTest",
    sections: ["diagnostic-data", "device-state"],
    meaning:
      "Whether the device keys can sign. The test needs an elevated prompt. If it fails, the device is usually marked for recovery, and the next sign-in registers it again.",
    expected: "PASSED, from an elevated prompt.",
    values: {
      PASSED: "The device keys are healthy.",
      "MUST Run elevated to test.": "Not tested. Run the command again from an elevated prompt to know.",
    },
    since: "1511",
    sources: [postJoinDiagnostics],
  },
  {
    kind: "field-entry",
    name: "DisplayNameUpdated",
    sections: ["diagnostic-data"],
    meaning:
      "By its name, whether the display name of the device object follows the name of this PC. That name is the one the admin center shows.",
    expected: "YES, or `Managed by MDM`. Nothing published says more, so take NO as a hint only.",
    values: {
      YES: "By its name, the display name is up to date.",
      "Managed by MDM": "Printed on devices that an MDM such as Intune manages, as published logs show.",
      NO: "By its name, the admin center may still show an older name.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "OsVersionUpdated",
    sections: ["diagnostic-data"],
    meaning: "By its name, whether the Windows version at the device object is up to date.",
    expected: "YES, or `Managed by MDM`. It has no known effect on join or sign-in.",
    values: {
      YES: "By its name, the version is up to date.",
      "Managed by MDM": "An MDM looks after it; published logs of Intune devices show this value.",
      NO: "By its name, the object may still show an older version.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "HostNameUpdated",
    sections: ["diagnostic-data"],
    meaning:
      "By its name, whether the host names kept at the device object are up to date. That list is for Remote Desktop with Microsoft Entra accounts; it is not the name in the admin center.",
    expected: "YES. NO is a hint at most, and only for such Remote Desktop connections.",
    values: {
      YES: "By its name, the list is up to date.",
      NO: "By its name, the list may be older than the PC's names.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Last HostName Update",
    sections: ["diagnostic-data"],
    meaning: "By its name, when the host names were last sent to the device object, in UTC.",
    expected: "NONE or a time; both are normal.",
    values: {
      NONE: "No update was recorded.",
    },
    sources: [],
  },
]
