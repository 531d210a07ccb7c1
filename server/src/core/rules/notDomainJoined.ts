import { joinStatus } from "../knowledge/headings.ts"
import { decideHybridJoin } from "../knowledge/joinLadders.ts"
import { changes } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** Neither in a domain nor known to Microsoft Entra ID: nothing here can become a hybrid join. */
export const notDomainJoined = rule({
  id: "not-domain-joined",
  severity: "info",
  about: ["DomainJoined : NO"],
  summary: "The device is in no domain, so it cannot be hybrid joined.",
  why: "A hybrid join needs a device that is joined to an on-premises Active Directory. A PC in a workgroup is not broken; there is only no hybrid join to look into.",
  fix: [
    decideHybridJoin,
    changes(
      "For a hybrid join, join the PC to the domain first: Settings > System > About > *Domain or workgroup*. It restarts, and the hybrid join follows by itself.",
      {
        rights: "administrator",
      },
    ),
    changes(
      "For a device without a domain, use a Microsoft Entra join: Settings > Accounts > Access work or school > Connect > *Join this device to Microsoft Entra ID*.",
      {
        rights: "administrator",
      },
    ),
  ],
  sources: [joinStatus, { page: "hybridPlan", heading: "Unsupported scenarios", anchor: "unsupported-scenarios" }],
  bad: [
    `
             AzureAdJoined : NO
          EnterpriseJoined : NO
              DomainJoined : NO
                             ^^ not-domain-joined
           WorkplaceJoined : NO`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : NO
           WorkplaceJoined : YES`,
    `
             AzureAdJoined : YES
              DomainJoined : NO
           WorkplaceJoined : NO`,
  ],
  *check(log) {
    const domain = log.field("DomainJoined")
    if (log.joinType === "none" && domain) {
      yield { span: domain.valueSpan, message: "In no domain, so a hybrid join is not possible" }
    }
  },
})
