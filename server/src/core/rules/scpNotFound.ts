import type { Evidence } from "../evidence/evidence.ts"
import { debugFailuresOf, foundNoScp } from "../evidence/joinDebug.ts"
import { isScpAbsent, SCP_NOT_READ } from "../evidence/tests.ts"
import { connectionPoint, discoverPhase } from "../knowledge/headings.ts"
import { decideHybridJoin } from "../knowledge/joinLadders.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { configureConnectionPoint, readConnectionPoint } from "../knowledge/tenantLadders.ts"
import { type Finding, rule } from "./rule.ts"
import { registrationStory, testFinding } from "./story.ts"

/** No service connection point: hybrid join was never set up for this device, on purpose or not. */
export const scpNotFound = rule({
  id: "scp-not-found",
  severity: "warning",
  about: ["failed test", "registration", "join debug"],
  phase: "discover",
  explains: ["hybrid-join-incomplete"],
  summary: "There is no service connection point for this device.",
  why: "Neither the registry of the device nor Active Directory holds a service connection point (SCP), so the device does not know which tenant to join. That is a fault only where this PC is meant to be hybrid joined: an absent SCP is normal where hybrid join is not used, and in a targeted rollout outside its pilot group.",
  fix: [decideHybridJoin, ...readConnectionPoint, ...configureConnectionPoint, startJoin],
  sources: [
    discoverPhase,
    connectionPoint,
    { page: "hybridControl" },
    { page: "hybridPlan", heading: "Unsupported scenarios", anchor: "unsupported-scenarios" },
  ],
  bad: [
    `
     AD Configuration Test : FAIL [0x80070002]
                             ^^^^^^^^^^^^^^^^^ scp-not-found
        DRS Discovery Test : SKIPPED

     Previous Registration : 2026-02-10 03:48:42.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c001d`,
    `
     Previous Registration : 2026-02-10 03:48:42.000 UTC
          Client ErrorCode : 0x801c001d
                             ^^^^^^^^^^ scp-not-found`,
    `
isDcAvailable: YES
TenantInfo::Discover: Failed reading registration data from AD. Defaulting to autojoin disabled 0x80070002
                                                                                                ^^^^^^^^^^ scp-not-found
DsrCmdJoinHelper::Join: TenantInfo::Discover failed with error code 0x801c001d.`,
  ],
  good: ["     AD Configuration Test : PASS"],
  *check(log) {
    const test = log.failedTest
    if (test && /^ad configuration/i.test(test.field.name) && isScpAbsent(test)) {
      yield {
        ...testFinding(log, test, ""),
        message: `No service connection point was found, ${ONLY_IF} (0x80070002)`,
        verdict: `no service connection point was found, ${IF_MEANT} (0x80070002)`,
      }
    }
    yield* attempts(log)
    yield* debugRuns(log)
  },
})

const ONLY_IF = "which is a fault only if hybrid join is wanted"
const IF_MEANT = "which is a fault only if this PC is meant to be hybrid joined"

/** Runs of `/join /debug` that found none. */
function* debugRuns(log: Evidence): Iterable<Finding> {
  for (const section of log.isJoined ? [] : log.capture.sections) {
    const last = section.id === "join-debug" ? debugFailuresOf(section).at(-1) : undefined
    if (!last || !foundNoScp(last)) continue
    const { code } = last.root
    const entry = codeMeaning(code, "discover")
    yield {
      span: last.root.span,
      message: `No service connection point was found, ${ONLY_IF} (${code})`,
      verdict: `no service connection point was found, ${IF_MEANT} (${code})`,
      code,
      ...(entry && { entry }),
    }
  }
}

/** Attempts that read no service connection point, where no test tells of it. */
function* attempts(log: Evidence): Iterable<Finding> {
  for (const registration of log.isJoined ? [] : log.registrations) {
    const { client, standsAlone, isOutdated, passesNow } = registration
    if (client?.code !== SCP_NOT_READ || !standsAlone || isOutdated || passesNow) continue
    const entry = codeMeaning(client.code, "discover")
    yield {
      span: client.span,
      message: `No service connection point was read, ${ONLY_IF} (${client.code})`,
      verdict: `the last attempt read no service connection point, ${IF_MEANT} (${client.code})`,
      code: client.code,
      ...(entry && { entry }),
      related: [...registrationStory(registration)].filter(({ span }) => span !== client.span),
    }
  }
}
