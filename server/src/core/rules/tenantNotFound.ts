import { connectionPoint, joinPhase } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { changes, reads } from "../knowledge/step.ts"
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
  fix: [
    reads(
      "Compare the tenant of the service connection point, in Active Directory and below `CDJ\\AAD` in the PC's registry, with the one in the admin center.",
      { rights: "directory-administrator", where: "directory", proves: "The PC looks at its registry first." },
    ),
    changes("Correct the one that is wrong.", { rights: "directory-administrator", where: "directory" }),
    startJoin,
  ],
  sources: [joinPhase, connectionPoint],
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
