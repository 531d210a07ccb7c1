import { connectionPoint, joinPhase } from "../knowledge/headings.ts"
import { correctTenant, subscriptions } from "../knowledge/tenantLadders.ts"
import { rule } from "./rule.ts"
import { serverMessageFindings } from "./serverMessageRule.ts"
/** The service connection point names a tenant that does not exist or has no subscription. */
export const tenantNotFound = rule({
  id: "tenant-not-found",
  severity: "error",
  about: ["registration"],
  phase: "join",
  explains: ["hybrid-join-incomplete", "token-acquisition-fell-back", "token-acquisition-failed"],
  summary: "The tenant that the device asks for was not found.",
  why: "The device takes the tenant from the service connection point (SCP). Microsoft Entra ID knows no tenant with that identifier, or the tenant has no active subscription.",
  fix: correctTenant,
  sources: [joinPhase, connectionPoint, subscriptions],
  bad: [
    `
          Client ErrorCode : 0x801c03f2
          Server ErrorCode : DirectoryError
            Server Message : AADSTS90002: Tenant 11111111-2222-3333-4444-555555555555 not found.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tenant-not-found`,
  ],
  good: ["            Server Message : The device object by the given id (e92325d0) is not found."],
  check: (log) =>
    serverMessageFindings(log, "tenant-not-found", "The tenant named by the service connection point was not found"),
})
