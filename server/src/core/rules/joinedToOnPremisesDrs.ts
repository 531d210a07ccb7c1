import { deviceState } from "../knowledge/headings.ts"
import { decideHybridJoin } from "../knowledge/joinLadders.ts"
import { endsSignIns } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** Joined to the registration service of AD FS instead of the one in the cloud. */
export const joinedToOnPremisesDrs = rule({
  id: "joined-to-on-premises-drs",
  severity: "info",
  about: ["EnterpriseJoined : YES"],
  summary: "The device is joined to an on-premises registration service.",
  why: "AD FS can run a registration service of its own, and this device is joined to it. That is a valid state, and a device cannot be joined to both services at once.",
  fix: [
    decideHybridJoin,
    endsSignIns(
      "If so, run `dsregcmd /leave` from an elevated prompt, sign out and in, and let the PC join Microsoft Entra ID. Until then the certificate of the on-premises registration is gone, and what AD FS guards by device refuses this PC.",
      { rights: "administrator" },
    ),
  ],
  sources: [deviceState, { page: "hybridPlan", heading: "Unsupported scenarios", anchor: "unsupported-scenarios" }],
  bad: [
    `
             AzureAdJoined : NO
          EnterpriseJoined : YES
                             ^^^ joined-to-on-premises-drs
              DomainJoined : YES`,
  ],
  good: [
    `
             AzureAdJoined : YES
          EnterpriseJoined : NO
              DomainJoined : YES`,
  ],
  *check(log) {
    const state = log.field("EnterpriseJoined")
    if (log.joinType === "enterprise-joined" && state) {
      yield {
        span: state.valueSpan,
        message: "Joined to an on-premises registration service, not to Microsoft Entra ID",
      }
    }
  },
})
