import type { Field } from "../log/log.ts"
import type { Evidence } from "./evidence.ts"

/** The domain of a local account is the name of the PC as far as NetBIOS takes it. */
const NETBIOS_LENGTH = 15

/**
 * The account that ran dsregcmd where it is one of the PC itself: its domain is the name of the device, as in
 * `PC01\\localadmin` on `pc01.contoso.com`. Such an account is none of Microsoft Entra ID.
 */
export function localAccount(log: Evidence): Field | undefined {
  const account = log.field("Executing Account Name")
  const domain = /^([^\\\s,]+)\\/.exec(account?.value ?? "")?.[1]?.toLowerCase()
  const device = log.field("Device Name")?.value.split(".")[0]?.toLowerCase()
  return domain && domain === device?.slice(0, NETBIOS_LENGTH) && !account?.value.includes("@") ? account : undefined
}
