import type { Finding } from "./rule.ts"

/** The longest message of a finding, in characters: what a list of problems shows of one in a line. */
const LONGEST_MESSAGE = 100

/**
 * What is wrong, then why: `The join failed: network time-out (0x80072ee2)`. The first of the beginnings that leaves
 * room for the reason is taken, else the reason alone; the verdict, which has room, keeps the first of all.
 */
export function said(why: string, ...beginnings: readonly [string, ...string[]]): Pick<Finding, "message" | "verdict"> {
  const [full, ...shorter] = beginnings.map((what) => (why ? `${what}: ${why}` : what))
  if (full === undefined || full.length <= LONGEST_MESSAGE) return { message: full ?? why }
  const alone = why.charAt(0).toUpperCase() + why.slice(1)
  const fitting = [...shorter, alone].find(({ length }) => length <= LONGEST_MESSAGE)
  return { message: fitting ?? cut(alone || full), verdict: lowerFirst(full) }
}

/** What a verdict says between the fault and the condition under which it is one at all. */
export const ONLY_IF = ", which is a fault only if "

/** A laptop at home finds no domain controller, and nothing is wrong with it. */
export const ON_NETWORK = "the PC was on the company network or its VPN at that time"

/** Many federated companies never use the token of AD FS, and sign in all the same. */
export const ADFS_WANTED = "certificates or access rules of AD FS are used here"

/** The verdict of a finding that is normal unless a condition holds, which no log shows; the code stays at the end. */
export function faultOnlyIf(
  condition: string,
  { message, verdict = lowerFirst(message) }: Pick<Finding, "message" | "verdict">,
): string {
  const [, words = verdict, code = ""] = /^(.*?)( \([^() ]+\)(?:; dsreg does not know \w+)?)?$/s.exec(verdict) ?? []
  return `${words}${ONLY_IF}${condition}${code}`
}

/** The numbers of a search for a domain controller that found none, in the network of the moment. */
const NO_CONTROLLER: ReadonlySet<string> = new Set(["0x8007054b", "0x80070774", "0x8007203a"])

/** The verdict of an attempt, with the condition under which such a code is a fault at all. */
export function verdictOn(code: string | undefined, verdict: string): string {
  return code !== undefined && NO_CONTROLLER.has(code)
    ? faultOnlyIf(ON_NETWORK, { message: verdict, verdict })
    : verdict
}

/** A message begins with a capital; inside a sentence only names keep theirs. */
export function lowerFirst(message: string): string {
  return /^(?:[A-Z]{2}|[A-Z]\w*[a-z][A-Z]|Microsoft|Windows|dsreg)/.test(message)
    ? message
    : message.charAt(0).toLowerCase() + message.slice(1)
}

/** Only a word that a stranger wrote in the place of a code is so long. */
function cut(message: string): string {
  return `${message.slice(0, LONGEST_MESSAGE - 1)}…`
}
