import type { Phase } from "./code.ts"
import type { Confidence } from "./confidence.ts"
import {
  authenticationPhase,
  claims,
  discoverPhase,
  joinPhase,
  postJoinAuthentication,
  postJoinDiagnostics,
  precheckPhase,
  preJoinDiagnostics,
} from "./headings.ts"
import type { Source } from "./source.ts"

/** One thing that can stop a phase, and how to find out whether it did. */
export interface Reason {
  readonly cause: string
  readonly check: string
}

/** One phase of a hybrid join, or what comes after it. */
export interface PhaseEntry {
  readonly kind: "phase-entry"
  readonly id: Phase
  readonly title: string
  /** Its spellings in `Error Phase` and in prose, in lower case: `pre-check`. */
  readonly names: readonly [string, ...string[]]
  readonly meaning: string
  readonly reasons: readonly [Reason, ...Reason[]]
  readonly confidence?: Confidence
  readonly sources: readonly [Source, ...Source[]]
}

const prtCodes: Source = {
  page: "hybridJoin",
  heading: "Step 3: Troubleshoot further, based on the found error code",
  anchor: "step-3-troubleshoot-further-based-on-the-found-error-code",
}

/** The phases in the order in which a join goes through them. */
export const phaseEntries: readonly PhaseEntry[] = [
  {
    kind: "phase-entry",
    id: "precheck",
    title: "Pre-check phase",
    names: ["pre-check", "precheck", "pre-check phase", "precheck phase"],
    meaning: "Windows looks whether the computer can be joined at all. For that it needs a domain controller in reach.",
    reasons: [
      {
        cause:
          "No domain controller can be reached. For a laptop away from the company network and off VPN this is the everyday explanation.",
        check:
          "Read AD Connectivity Test. Connect to the internal network, or to a VPN that reaches a domain controller, and let the join run again.",
      },
    ],
    sources: [precheckPhase, preJoinDiagnostics],
  },
  {
    kind: "phase-entry",
    id: "discover",
    title: "Discover phase",
    names: ["discover", "discovery", "discover phase"],
    meaning:
      "Windows finds out which tenant to join, where its registration service is, and whether the domain is managed or federated.",
    reasons: [
      {
        cause:
          "The service connection point (SCP) is missing, names the wrong tenant, or could not be read from the domain controller. A value in the registry comes before the SCP in Active Directory.",
        check:
          "Read AD Configuration Test. The SCP of the computer's own forest, or the registry under CDJ\\AAD, has to name the tenant and one of its verified domains.",
      },
      {
        cause:
          "The registration service's description of itself could not be fetched: no connection, a proxy that wants a sign-in, a tenant it does not know, or a service that is busy.",
        check:
          "Read DRS Discovery Test; the second code says which. Try https://enterpriseregistration.windows.net as SYSTEM. A proxy has to let the computer account through without a prompt.",
      },
      {
        cause:
          "The question whether the domain is managed or federated got no answer. Windows 10 1809 and later ask it.",
        check: "Try https://login.microsoftonline.com as SYSTEM, through the same proxy the computer account uses.",
      },
    ],
    sources: [discoverPhase, preJoinDiagnostics, { page: "hybridControl" }],
  },
  {
    kind: "phase-entry",
    id: "auth",
    title: "Authentication phase",
    names: ["auth", "authentication", "authentication phase"],
    meaning:
      "In a federated domain, Windows gets a token for the registration service without asking anybody: it signs in to the federation service with Integrated Windows Authentication. If that fails, the join goes on as sync-join unless this is turned off.",
    reasons: [
      {
        cause:
          "The federation service does not offer what Windows needs: WS-Trust is missing or off, or its metadata (MEX) is not valid XML or lacks the addresses.",
        check:
          "Check that the WS-Trust endpoints for Integrated Windows Authentication are enabled for the intranet, that MEX lists them, and that no proxy alters the answer.",
      },
      {
        cause: "The federation service or Microsoft Entra ID could not be reached, or the secure connection failed.",
        check:
          "Try https://login.microsoftonline.com and the federation service as SYSTEM. For a certificate error, check the clock of the PC.",
      },
      {
        cause:
          "The federation service refused to issue a token, or Microsoft Entra ID did not accept the one it issued.",
        check:
          "Find the server's code in event 305. Then look at the claim rules and at the log of the federation service.",
      },
    ],
    sources: [authenticationPhase, preJoinDiagnostics, claims],
  },
  {
    kind: "phase-entry",
    id: "join",
    title: "Join phase",
    names: ["join", "join phase"],
    meaning: "Windows makes the device keys and registers the device with the Device Registration Service (DRS).",
    reasons: [
      {
        cause:
          "Sync-join: the computer has not reached Microsoft Entra ID yet, or its certificate there is not the one it signs with. Before the first synchronization both are expected.",
        check:
          "Let one cycle of the sync end, and the join run again. If it stays, check that the computer's organizational unit is in scope and its `userCertificate` is set. Microsoft Entra Cloud Sync takes devices along only where its device sync, which is in preview, was switched on.",
      },
      {
        cause: "The SCP names a tenant that does not exist or has no active subscription.",
        check: "Look for AADSTS90002 in Server Message, then compare the tenant in the SCP with yours.",
      },
      {
        cause:
          "The service turned the request away for now: there were too many in a row, or it failed on its own side.",
        check: "Let the join run again later; a throttled request names 300 seconds. Keep Request Id for support.",
      },
      {
        cause:
          "The TPM could not make or use the key: it is locked, runs in FIPS mode as a TPM 1.2, was cleared, or the PC was imaged from one that was already joined.",
        check:
          "Look up the TPM code in Client ErrorCode. From Windows 10 1809 on, Windows notices many TPM failures and joins without the TPM.",
      },
      {
        cause: "The registration service could not be reached: time-out, name not resolved, or connection broken off.",
        check:
          "Try https://enterpriseregistration.windows.net and its name resolution as SYSTEM, from a stable network.",
      },
      {
        cause: "Windows could not read its own computer object in Active Directory, often while replication lags.",
        check:
          "Look for event 220 in the User Device Registration log. With the codes 1312 or 1317 in it, check Active Directory replication.",
      },
    ],
    sources: [joinPhase, { page: "registration" }, { page: "cloudSyncDevices" }],
  },
  {
    kind: "phase-entry",
    id: "post-join",
    title: "After the join",
    names: ["post-join", "post join", "postjoin"],
    meaning:
      "The device is joined, but the user does not get single sign-on: AzureAdPrt or WamDefaultSet is NO for the user who signed in. `Error Phase` never says this.",
    reasons: [
      {
        cause: "Windows asked for a PRT and was refused, or could not connect.",
        check:
          "Read Attempt Status and the lines below it in SSO State (from 21H1), or the AAD event logs. The device has to be enabled in Microsoft Entra ID and the user has to belong to the same tenant.",
      },
      {
        cause: "The key that the device got at registration is unusable, as with a bad storage key in the TPM.",
        check: "Run `dsregcmd /status` from an elevated prompt and read KeySignTest. It should say PASSED.",
      },
      {
        cause:
          "The user's sign-in name does not lead to the tenant, because its domain is not verified there or, like contoso.local, cannot be. In a managed domain only a verified suffix helps, and no alternate login ID. In a federated domain Windows 10 1803 and later accept such a name.",
        check: "Compare the ending of the user's UPN with the verified domains of the tenant; `whoami /upn` prints it.",
      },
      {
        cause: "The proxy was not found, or it does not let the computer account through.",
        check: "Read HTTP Error. Then check that the computer account can find the proxy and pass it without a prompt.",
      },
    ],
    sources: [postJoinAuthentication, prtCodes, postJoinDiagnostics, { page: "faq" }, { page: "hybridPlan" }],
  },
]
