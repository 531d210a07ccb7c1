/** How a device is known to Microsoft Entra ID, as far as the capture shows it. */
export type JoinType =
  | "entra-joined"
  | "hybrid-joined"
  | "enterprise-joined"
  | "domain-joined"
  | "registered"
  | "none"
  | "unknown"
