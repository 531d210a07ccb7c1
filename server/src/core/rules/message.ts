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
