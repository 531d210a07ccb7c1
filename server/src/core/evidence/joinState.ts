import type { JoinType } from "../knowledge/joinType.ts"
import type { Section } from "../log/log.ts"
import type { NamedFields } from "./namedFields.ts"

/** The join type by the table of the three joins, as far as the capture shows them. */
export function joinTypeOf(log: NamedFields): JoinType {
  if (log.says("AzureAdJoined", "YES")) {
    if (log.says("DomainJoined", "YES")) return "hybrid-joined"
    return log.says("DomainJoined", "NO") ? "entra-joined" : "unknown"
  }
  if (!log.says("AzureAdJoined", "NO")) return "unknown"
  if (log.says("EnterpriseJoined", "YES")) return "enterprise-joined"
  if (log.says("DomainJoined", "YES")) return "domain-joined"
  if (!log.says("DomainJoined", "NO")) return "unknown"
  if (log.says("WorkplaceJoined", "YES") || log.field("WorkplaceDeviceId")) return "registered"
  return log.says("WorkplaceJoined", "NO") ? "none" : "unknown"
}

/** The details of a joined device where the log says that it is not joined. */
export function detailsWithoutJoin(log: NamedFields): Section | undefined {
  if (!log.says("AzureAdJoined", "NO") || log.says("EnterpriseJoined", "YES")) return undefined
  return log.capture.sections.find(({ id, blocks }) => id === "device-details" && blocks.length > 0)
}
