/** How a device is known to Microsoft Entra ID, as far as the capture shows it. */
export type JoinType =
  | "entra-joined"
  | "hybrid-joined"
  | "enterprise-joined"
  | "domain-joined"
  | "registered"
  | "none"
  | "unknown"

/** A hybrid joined PC, or one that is to become one: what a step about computers in a domain is for. */
export const ofHybrid: readonly JoinType[] = ["hybrid-joined", "domain-joined"]

/** Values that a field has, in the program's spelling: on every device, or on some kinds of device. */
export type ByJoin = readonly string[] | Readonly<Partial<Record<JoinType, readonly string[]>>>

/** These values on a device that is joined to Microsoft Entra ID. */
export function onJoined(...values: readonly string[]): ByJoin {
  return { "entra-joined": values, "hybrid-joined": values }
}

/** These values on a device that is joined to no registration service at all. */
export function onOthers(...values: readonly string[]): ByJoin {
  return { registered: values, none: values, "domain-joined": values }
}

/** The values for one kind of device. */
export function valuesFor(values: ByJoin, device: JoinType): readonly string[] {
  return "length" in values ? values : (values[device] ?? [])
}
