import { deviceState, joinStatus } from "../knowledge/headings.ts"
import { decideHybridJoin } from "../knowledge/joinLadders.ts"
import { readAsSystem, readJoinTask, readRegistrationEvents, startJoin } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
import { registrationStories } from "./story.ts"

/** Joined to the domain, not to Microsoft Entra ID: a hybrid join that is not finished, or not wanted. */
export const hybridJoinIncomplete = rule({
  id: "hybrid-join-incomplete",
  severity: "warning",
  about: ["AzureAdJoined : NO"],
  repaired: { line: "AzureAdJoined : YES" },
  summary: "The device is in a domain and not joined to Microsoft Entra ID.",
  why: "A device that is only domain joined is in a valid state. It is a fault where hybrid join is wanted: then `AzureAdJoined` must become YES.",
  fix: [decideHybridJoin, readJoinTask, readRegistrationEvents, readAsSystem, startJoin],
  sources: [
    joinStatus,
    deviceState,
    { page: "hybridPlan", heading: "Unsupported scenarios", anchor: "unsupported-scenarios" },
  ],
  bad: [
    `
             AzureAdJoined : NO
                             ^^ hybrid-join-incomplete
          EnterpriseJoined : NO
              DomainJoined : YES`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES`,
    `
             AzureAdJoined : NO
              DomainJoined : NO`,
    `
             AzureAdJoined : NO
          EnterpriseJoined : YES
              DomainJoined : YES`,
    `
             AzureAdJoined : NO
          EnterpriseJoined : NO
              DomainJoined : YES
           WorkplaceJoined : YES`,
    `
| Device State |
             AzureAdJoined : NO
          EnterpriseJoined : NO
              DomainJoined : YES

| Device Details |
                  DeviceId : 11111111-2222-3333-4444-555555555555`,
  ],
  *check(log) {
    const state = log.field("AzureAdJoined")
    if (log.joinType !== "domain-joined" || !state) return
    const failed = log.failedTest
    const isWanted = log.says("AD Configuration Test", "PASS")
    if (log.tests.length === 0 && log.registrations.length === 0 && log.says("WorkplaceJoined", "YES")) return
    yield {
      span: state.valueSpan,
      message: "Domain joined only; hybrid join not completed",
      verdict: isWanted
        ? "hybrid join not completed, and this log does not show why"
        : "that is a fault only if this PC is meant to be hybrid joined, and this log does not show why",
      related: [
        ...(failed
          ? [{ span: failed.field.valueSpan, message: `The first test that fails: ${failed.field.name}` }]
          : []),
        ...registrationStories(log),
      ],
    }
  },
})
