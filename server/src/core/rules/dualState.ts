import type { Evidence } from "../evidence/evidence.ts"
import { joinStatus } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The device is known twice to one tenant: hybrid joined, and registered for the user. */
export const dualState = rule({
  id: "dual-state",
  severity: "warning",
  about: ["WorkplaceJoined : YES"],
  summary: "The device is hybrid joined and registered in the same tenant.",
  why: "A work account that was added before the hybrid join left a second device object in the same tenant. Policies may then look at the wrong one.",
  fix: [
    reads("Check with `winver` which Windows it is, and ask whether the user signs in with the domain account.", {
      rights: "user",
      proves:
        "Windows 10 version 1803 with KB4489894 and later take the account away at the next sign-in of the same domain user, never for a local account. An older Windows, or another user: disconnect it by hand.",
    }),
    changes(
      "Let the user disconnect the work account under Settings > Accounts > Access work or school, and leave the connection to the domain that stands there too. Apps may ask this user to sign in once.",
      { rights: "user" },
    ),
    changes(
      "If the registration must not come back, set the policy `BlockAADWorkplaceJoin`. It blocks every further work account on these PCs, those of other tenants included.",
      { rights: "directory-administrator", where: "management" },
    ),
  ],
  sources: [joinStatus, { page: "hybridPlan" }],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                  TenantId : 11111111-2222-3333-4444-555555555555
           WorkplaceJoined : YES
                             ^^^ dual-state
         WorkplaceTenantId : 11111111-2222-3333-4444-555555555555`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                  TenantId : 11111111-2222-3333-4444-555555555555
           WorkplaceJoined : YES
         WorkplaceTenantId : 99999999-8888-7777-6666-555555555555`,
    `
             AzureAdJoined : YES
              DomainJoined : NO
                  TenantId : 11111111-2222-3333-4444-555555555555
           WorkplaceJoined : YES
         WorkplaceTenantId : 11111111-2222-3333-4444-555555555555`,
  ],
  *check(log) {
    const registered = log.field("WorkplaceJoined")
    const account = sameTenantAccount(log)
    if (log.joinType !== "hybrid-joined" || !registered || !account || !log.says("WorkplaceJoined", "YES")) return
    yield {
      span: registered.valueSpan,
      message: "Hybrid joined and registered in the same tenant: two device objects for one PC",
      verdict: "registered in the same tenant as well: two device objects for one PC",
      related: [{ span: account.valueSpan, message: "The work account's tenant is the device's own" }],
    }
  },
})

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The tenant of a work account where it is the device's own; masked identifiers prove nothing. */
function sameTenantAccount(log: Evidence) {
  const tenant = log.field("TenantId")?.value.toLowerCase()
  if (!tenant || !GUID.test(tenant)) return undefined
  return log.fields("WorkplaceTenantId").find(({ value }) => value.toLowerCase() === tenant)
}
