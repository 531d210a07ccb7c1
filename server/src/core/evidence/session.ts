import { type FieldName, fieldEntries } from "../knowledge/fields/catalogue.ts"
import type { Field } from "../log/log.ts"
import type { NamedFields } from "./namedFields.ts"

/** Lines that say UNKNOWN where there is no user to ask about. */
const OF_USER: readonly FieldName[] = fieldEntries.flatMap(({ name, asksUser }) => (asksUser ? [name] : []))

/** SYSTEM, in whatever language its domain is, or the computer's own account, as which it signs in to others: `CONTOSO\PC01$`. */
const IS_SYSTEM = /^(?:[^\\,]{1,40}\\)?(?:SYSTEM|Syst[eè]me|Sistema|[^\\\s,@]{1,20}\$)(?:\s*,|\s*$)/iu

/**
 * The account SYSTEM, or the code by which the token broker says that no user's session is there
 * (RPC server unavailable), which a run through WinRM or an agent shows. Without that code, an error of the broker
 * beside unknown answers for Windows Hello says the same.
 */
export function proofOfNoUser(log: NamedFields): Field | undefined {
  const account = log.field("Executing Account Name")
  if (account && IS_SYSTEM.test(account.value)) return account
  const broker = log.field("WamDefaultSet")
  const coded = [broker, log.field("NgcPreReq")].find((at) => at && /0xd0020017/i.test(at.value))
  if (coded) return coded
  if (!broker || !/^ERROR/i.test(broker.value)) return undefined
  return OF_USER.some((name) => log.says(name, "UNKNOWN")) ? broker : undefined
}

/** Whether the prompt was elevated, which a result of the key test proves: it runs in no other. */
export function ranElevated(log: NamedFields): boolean {
  return /^(?:PASS|FAIL)/i.test(log.field("KeySignTest")?.value ?? "")
}

/** The line that says that the tests ran as a user: as SYSTEM, which joins, they can end otherwise. */
export function testedAsUser(log: NamedFields): Field | undefined {
  const context = log.field("User Context")
  return context && /elevated user/i.test(context.value) ? context : undefined
}
