import type { Evidence } from "../evidence/evidence.ts"
import { debugFailuresOf, foundNoScp } from "../evidence/joinDebug.ts"
import type { Mention } from "../evidence/mention.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { changes, reads } from "../knowledge/step.ts"
import { NO, YES } from "../knowledge/yesNo.ts"
import type { Section } from "../log/log.ts"
import { textAt } from "../text/span.ts"
import { ON_NETWORK, ONLY_IF, said, verdictOn } from "./message.ts"
import { type Finding, rule } from "./rule.ts"
import { reason } from "./story.ts"
/** `dsregcmd /join /debug` shows a step that failed. */
export const joinDebugFailed = rule({
  id: "join-debug-failed",
  severity: "error",
  about: ["join debug"],
  phase: "join",
  explains: ["hybrid-join-incomplete"],
  summary: "The debug output of the join shows a step that failed.",
  why: "`dsregcmd /join /debug` goes through the phases and prints the code of each failure. The first code that stands for a failure is nearest to the cause; later lines repeat it in outer codes.",
  fix: [
    reads("Look up the first code in the output that stands for a failure.", {
      rights: "user",
      inLog: [{ fields: ["isDcAvailable"] }, { fields: ["isSystem"] }],
      proves: "It is nearest to the cause; later lines carry it inside outer codes.",
    }),
    reads("On the PC run `nltest /dsgetdc:{Domain}`.", {
      rights: "user",
      inLog: [{ fields: ["isDcAvailable"], when: YES }],
      proves:
        "If it names a domain controller, only the moment was wrong: start the join. If it fails, the PC is not on the company network or its VPN, asks a DNS server that does not know the domain (`ipconfig /all` shows which), or a firewall is in between.",
    }),
    reads("Read `isSystem` in the output.", {
      proves:
        "NO: the command ran as a user, and the join runs as SYSTEM; start the join by its task. YES: it ran as the join does.",
      rights: "user",
      inLog: [
        { fields: ["isSystem"], when: YES },
        {
          fields: ["isSystem"],
          leaves: "The command ran as a user here, and the join runs as SYSTEM: count only what its task does.",
        },
      ],
    }),
    changes("Connect the PC to the company network, or start its VPN, and run the command again.", {
      rights: "user",
      inLog: [{ fields: ["isDcAvailable"], when: YES }],
      proves: "If it still fails, ask whoever runs DNS and the domain controllers: the PC does not find one.",
    }),
    startJoin,
  ],
  sources: [{ page: "hybridJoin", heading: "Step 4: Check for possible causes and resolutions" }],
  bad: [
    `
DsrCmdAccountMgr::IsDomainControllerAvailable: DsGetDcName success { domain:contoso.com isDcAvailable:true }
preCheckResult: Join
isDcAvailable: YES
TenantInfo::Discover: Failed reading registration data from AD. Defaulting to autojoin disabled 0x8007003a
                                                                                                ^^^^^^^^^^ join-debug-failed
DsrCmdJoinHelper::Join: TenantInfo::Discover failed with error code 0x801c001d.`,
    `
preCheckResult: DoNotJoin
isDcAvailable: NO
               ^^ join-debug-failed`,
    `
2020-04-14T19:19:57.4713913Z [Information]: DsrCmdAzureHelper::GetMetadataRestResponse: HTTP Status Code: 400
2020-04-14T19:19:57.4870175Z [Information]: {"error":"invalid_request","error_description":"Identity not found"}
2020-04-14T19:19:57.5026417Z [Information]: AzureSecureVMJoinOperation: DsrCmdAzureHelper::GetTenantId failed 0x801c0042.
                                                                                                              ^^^^^^^^^^ join-debug-failed`,
    `
AutoEnrollAsComputer: Unable to retrieve access token. GetComputerTokenForADRS failed with error 0xcaa9002c.
DsrCmdJoinHelper::Join: Federated ADRS join failed with error 0xcaa1000e. Try synchronized join.
DsrDeviceAutoJoin failed 0x801c03f2.
                         ^^^^^^^^^^ join-debug-failed`,
  ],
  good: [
    `
dsregcmd::wmain logging initialized.
DsrCmdAccountMgr::GetDefaultSsoInfo: BlockOnCompletionAndGetResults failed 0xd000000d.
ERROR IsDefaultAccountSet (hint: must run as non-elevated user) 0xd000000d`,
    `
preCheckResult: DoNotJoin
deviceKeysHealthy: YES
isJoined: YES
isDcAvailable: YES
resultCode: 0x1`,
    `
preCheckResult: Join
AdalLog: Token is not available in the cache ; HRESULT: 0x0
AdalLog:  HRESULT: 0x4aa90010
resultCode: 0x0`,
    `
C:\\>dsregcmd /refreshprt /debug
DsrCmdAccessControlHelper::IsElevated: elevated: NO
DsrCmdPrtHelper::Refresh: failed 0x80070520`,
  ],
  *check(log) {
    if (!mayBeJoin(log)) return
    for (const section of log.capture.sections) {
      const finding = section.id === "join-debug" && !log.isJoined ? failure(section) : undefined
      if (finding) yield finding
    }
  },
})

/** Whether the run may have been a join: other switches of dsregcmd print such lines too. */
function mayBeJoin({ capture }: Evidence): boolean {
  const command = capture.prompt ? textAt(capture.text, capture.prompt) : ""
  return !/\/(?:refreshprt|refreshp2pcerts|listaccounts|cleanupaccounts|leave|forcerecovery)\b/i.test(command)
}

function failure(section: Section): Finding | undefined {
  const fields = section.blocks.flatMap((block) => block.fields)
  const controller = fields.find(({ key }) => key === "isdcavailable")
  if (controller && NO.test(controller.value)) {
    return {
      span: controller.valueSpan,
      message: "The join found no domain controller",
      verdict: `no domain controller was found${ONLY_IF}${ON_NETWORK}`,
      phase: "precheck",
    }
  }
  const last = debugFailuresOf(section).at(-1)
  if (!last || foundNoScp(last)) return undefined
  const { root, phase, message, text } = last
  if (root.code === NO_TENANT && /\bIdentity not found\b/i.test(text)) {
    const entry = codeMeaning(root.code, "discover")
    const why = `the virtual machine has no managed identity, so Azure does not tell its tenant (${root.code})`
    return {
      span: root.span,
      message: `The virtual machine has no managed identity, so Azure does not tell its tenant (${root.code})`,
      verdict: why,
      code: root.code,
      ...(entry && { entry }),
      phase: "discover",
    }
  }
  if (NO_METADATA.test(text)) return withoutMetadata(root)
  const entry = message ?? codeMeaning(root.code, phase)
  const why = message ? `${message.title} (${root.code})` : reason(root, phase)
  return {
    span: root.span,
    ...said(why, "The join failed"),
    verdict: verdictOn(root.code, why),
    code: root.code,
    ...(entry && { entry }),
    phase,
  }
}

/** A virtual machine that got no answer from the service in Azure that knows its tenant. */
const NO_METADATA = /\bGetTenantId\b[^\n]{0,80}0x801c0042/i

function withoutMetadata(root: Mention): Finding {
  const entry = codeMeaning(NO_TENANT, "discover")
  const inner = root.code === NO_TENANT ? "" : `: ${reason(root, "discover")}`
  return {
    span: root.span,
    ...said("", `The metadata service of Azure did not tell the tenant${inner}`),
    verdict: `the metadata service of Azure did not tell the tenant${inner}`,
    code: NO_TENANT,
    ...(entry && { entry }),
    phase: "discover",
  }
}

/** DSREG_E_MSI_TENANTID_UNAVAILABLE: the extension for Azure virtual machines did not learn the tenant. */
const NO_TENANT = "0x801c0042"
