import type { FieldEntry } from "../fieldEntry.ts"
import { authenticationPhase, deviceState, discoverPhase, precheckPhase } from "../headings.ts"

/**
 * The lines of `dsregcmd /join /debug`, in the order in which it prints them.
 *
 * Microsoft documents none of them. What stands here is read off the few published outputs; where a meaning only
 * follows from the name, the text says so. No output of `/leave /debug` is published.
 */
export const joinDebugFields: readonly FieldEntry[] = [
  {
    kind: "field-entry",
    name: "DsrCmdAccountMgr::IsDomainControllerAvailable",
    aliases: ["IsDomainControllerAvailable"],
    sections: ["join-debug"],
    meaning:
      "The search for a domain controller, which the pre-check needs. DsGetDcName is the Windows function that does it.",
    expected: "DsGetDcName success, with the domain and the domain controller in braces.",
    values: {
      "DsGetDcName success": "A domain controller was found; isDcAvailable:true in the braces says the same.",
    },
    sources: [precheckPhase],
  },
  {
    kind: "field-entry",
    name: "DsrCmdAccountMgr::IsDrsJoined",
    aliases: ["IsDrsJoined"],
    sections: ["join-debug"],
    meaning:
      "Whether the private key of an existing join can be used. It is known from an output of a PC that was joined already.",
    expected: "PrivateKeyAquireTest Passed. The missing letter is the program's.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "preCheckResult",
    sections: ["join-debug"],
    meaning: "What the pre-check decided. The lines below it say on what grounds.",
    expected: "Join on a PC that is to be joined, DoNotJoin on one that is joined already.",
    values: {
      Join: "The attempt goes on to discovery.",
      DoNotJoin:
        "The attempt ends here. With isJoined YES there is nothing left to do; with isDcAvailable NO it ends for want of a domain controller.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "isPrivateKeyFound",
    sections: ["join-debug"],
    meaning: "By its name, whether the private key of an existing join is there.",
    expected: "undefined before the first join.",
    values: {
      YES: "By its name, the key is there.",
      NO: "By its name, the key is missing. Compare KeySignTest in the output of /status.",
      undefined: "Not looked for. Published outputs show it where no join existed.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "deviceKeysHealthy",
    sections: ["join-debug"],
    meaning: "By its name, whether the keys of an existing join can be used. Known from outputs of 2026.",
    expected: "YES on a joined PC.",
    values: {
      YES: "The keys work, as a published output of a joined PC shows.",
      NO: "By its name, they do not. Run dsregcmd /status from an elevated prompt and read KeySignTest.",
      undefined: "Not tested.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "isJoined",
    sections: ["join-debug"],
    meaning: "Whether the pre-check found the PC joined already.",
    values: {
      YES: "Joined. The program then has nothing to do and says so; that is no failure.",
      NO: "Not joined.",
      undefined: "Not found out. Published outputs of PCs that were not joined yet print this.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "isDcAvailable",
    sections: ["join-debug"],
    meaning: "Whether a domain controller was in reach when the command ran.",
    expected: "YES. On a laptop away from the network or off VPN, NO is to be expected.",
    values: {
      YES: "One answered.",
      NO: "None answered, so the join cannot begin. The code stands in the line about DsGetDcName.",
    },
    sources: [precheckPhase],
  },
  {
    kind: "field-entry",
    name: "isSystem",
    sections: ["join-debug"],
    meaning: "Whether the command ran as SYSTEM, the account the real join runs under.",
    expected: "YES.",
    values: {
      YES: "It ran as SYSTEM.",
      NO: "It ran as another account. Event 333 says that the join must run as SYSTEM.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "keyProvider",
    sections: ["join-debug"],
    meaning: "The key storage provider of an existing join, the same as KeyProvider in Device Details.",
    expected: "undefined before the first join.",
    values: {
      "Microsoft Platform Crypto Provider": "The key is in the TPM.",
      "Microsoft Software Key Storage Provider": "The key is kept in software.",
      undefined: "There is no join to have a key.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "keyContainer",
    sections: ["join-debug"],
    meaning: "By its name, the container of an existing join's private key, as KeyContainerId in Device Details.",
    expected: "undefined before the first join.",
    values: { undefined: "None known yet." },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "dsrInstance",
    sections: ["join-debug"],
    meaning: "The registration service that an existing join belongs to.",
    expected: "AzureDrs on a hybrid joined PC, undefined before the join.",
    values: {
      AzureDrs: "The service of Microsoft Entra ID.",
      undefined: "No join yet.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "elapsedSeconds",
    sections: ["join-debug"],
    meaning: "By its name, a duration in seconds. Of what is not published; known outputs print 0.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "resultCode",
    sections: ["join-debug"],
    meaning:
      "The result of the pre-check alone. It stands above all later steps, so it says nothing about how the join ended.",
    expected: "0x0 where preCheckResult is Join. What other numbers mean is not published.",
    values: {
      "0x0": "The pre-check went through. The join can still fail further down.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "TenantInfo::Discover",
    sections: ["join-debug"],
    meaning:
      "What discovery read about the tenant: either its data in braces, or that reading failed, with two codes. The code after `autojoin disabled` is the cause; the later 0x801c001d only repeats that no tenant is known.",
    expected: "Join Info with your own tenant in it.",
    sources: [discoverPhase],
  },
  {
    kind: "field-entry",
    name: "TenantType",
    sections: ["join-debug"],
    meaning: "Whether the tenant's domain signs in at Microsoft Entra ID or at a federation service. In Join Info.",
    values: {
      Managed: "At Microsoft Entra ID. The join goes by synchronization.",
      Federated: "At a federation service such as AD FS, so the join first asks it for a token.",
    },
    sources: [{ page: "registration" }],
  },
  {
    kind: "field-entry",
    name: "AutoJoinEnabled",
    sections: ["join-debug"],
    meaning: "By its name, whether this PC may join by itself. In Join Info.",
    expected: "1.",
    values: { "1": "By its name, it may." },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "TenandID",
    aliases: ["TenantID"],
    sections: ["join-debug"],
    meaning:
      "The tenant that discovery found, from the SCP or from the registry. The misspelling is the program's. In Join Info.",
    expected: "Your tenant's identifier.",
    sources: [discoverPhase],
  },
  {
    kind: "field-entry",
    name: "TenantName",
    sections: ["join-debug"],
    meaning: "The domain name the SCP or the registry gives for the tenant. In Join Info.",
    expected: "A domain that is verified in the tenant. The host name of a federation service is not one.",
    sources: [discoverPhase],
  },
  {
    kind: "field-entry",
    name: "GetComputerTokenForADRS",
    sections: ["join-debug"],
    meaning:
      "The request for a token in a federated domain. The lines tell which registration service it is for and which addresses are asked.",
    sources: [authenticationPhase],
  },
  {
    kind: "field-entry",
    name: "AdalLog",
    sections: ["join-debug"],
    meaning:
      "One step of the sign-in library, with its result. While the request runs, the newest step comes last; in the list after AdalCorrelationId, the newest comes first.",
    expected:
      "HRESULT: 0x0 is a step that went well, and 0x4aa… codes only report progress. Any other code belongs to the failure, which AdalErrorCode sums up.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "LogFatalAuthError",
    sections: ["join-debug"],
    meaning: "No token was obtained. What follows is the same block that event 305 holds, starting with AdalMessage.",
    sources: [authenticationPhase],
  },
  {
    kind: "field-entry",
    name: "AdalMessage",
    sections: ["join-debug"],
    meaning: "The step of the sign-in library that failed, in words. The cause is in AdalErrorCode.",
    sources: [authenticationPhase],
  },
  {
    kind: "field-entry",
    name: "AdalErrorCode",
    sections: ["join-debug"],
    meaning:
      "The cause of the failed token request. It says more than the general code in the line about the failed join. Without 0x8007 or 0xcaa in front, as in 0x2ee6, it is a plain network error number.",
    sources: [authenticationPhase, { page: "winHttp" }],
  },
  {
    kind: "field-entry",
    name: "AdalCorrelationId",
    sections: ["join-debug"],
    meaning: "The identifier of this token request. The server's own logs can be searched for it.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "AutoEnrollAsComputer",
    sections: ["join-debug"],
    meaning: "The federated join as a whole. It names the code with which the token request ended.",
    sources: [authenticationPhase],
  },
  {
    kind: "field-entry",
    name: "DsrCmdJoinHelper::Join",
    sections: ["join-debug"],
    meaning:
      "How one way of joining ended. `Try synchronized join` after a federated failure means that the attempt goes on by synchronization, and the last of these lines counts.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "DSREGCMD_END_STATUS",
    sections: ["join-debug"],
    meaning: "The end of the run. The state after it stands in the next two lines.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "AzureAdJoined",
    sections: ["join-debug"],
    meaning: "Whether the PC is joined to Microsoft Entra ID now that the command has ended.",
    expected: "YES after a join, NO after /leave.",
    values: {
      YES: "Joined.",
      NO: "Not joined. The first failure above tells why, if a join was asked for.",
    },
    sources: [deviceState],
  },
  {
    kind: "field-entry",
    name: "EnterpriseJoined",
    sections: ["join-debug"],
    meaning: "Whether the PC is joined to an on-premises registration service now that the command has ended.",
    expected: "NO for hybrid join; a PC cannot be joined to both.",
    values: {
      YES: "Joined on premises.",
      NO: "Not joined on premises.",
    },
    sources: [deviceState],
  },
]
