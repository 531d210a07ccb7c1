import { httpStatusIn, networkError } from "../knowledge/codeNumber.ts"
import type { FieldName } from "../knowledge/fields/catalogue.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import { YES } from "../knowledge/yesNo.ts"
import type { Field } from "../log/log.ts"
import type { Evidence } from "./evidence.ts"

/** A proxy that the user has and SYSTEM, as which the join runs, has not. */
export interface ProxyOfUser {
  /** `Access Type : DIRECT`, which says that SYSTEM goes out directly. */
  readonly access: Field
  /** The user's proxy or script. */
  readonly proxy: Field
}

const PROXIES: readonly FieldName[] = ["Proxy Server List", "Auto-Configuration URL"]

/** The user's proxy where nothing in the log gives SYSTEM one, by setting or by searching. */
export function proxyOfUserOnly(log: Evidence): ProxyOfUser | undefined {
  const access = log.field("Access Type", "winhttp-proxy")
  const proxy = proxyIn(log, "ie-proxy")
  if (!access || !proxy || !/^DIRECT/i.test(access.value)) return undefined
  if (log.withoutUser || searches(log, "ie-proxy") || proxyIn(log, "ie-proxy-system")) return undefined
  return searches(log, "ie-proxy-system") && !hasNoScript(log) ? undefined : { access, proxy }
}

function proxyIn(log: Evidence, section: SectionId): Field | undefined {
  return PROXIES.map((name) => log.field(name, section)).find((field) => field !== undefined && field.value !== "")
}

function searches(log: Evidence, section: SectionId): boolean {
  return YES.test(log.field("Auto Detect Settings", section)?.value ?? "")
}

/** Whether the network offers no proxy script, which is normal and leaves SYSTEM without a proxy. */
function hasNoScript(log: Evidence): boolean {
  return /^FAIL/i.test(log.field("Auto Detect PAC Status")?.value ?? "")
}

/** No proxy script was found by searching for one, which is no failure of the network. */
const NO_SCRIPT = 12180

/** Whether a code is a failure on the way out, or a proxy that asks for a login. */
export function failsOnTheWay(code: string): boolean {
  const error = networkError(code)
  return (error !== undefined && error !== NO_SCRIPT) || httpStatusIn(code) === 407
}

/** The proxy that the log gives SYSTEM by a setting, which every request of the join then goes through. */
export function proxyOfSystem(log: Evidence): Field | undefined {
  const access = log.field("Access Type", "winhttp-proxy")
  const set = access && !/^DIRECT/i.test(access.value) ? proxyIn(log, "winhttp-proxy") : undefined
  return set ?? proxyIn(log, "ie-proxy-system")
}
