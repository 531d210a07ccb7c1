import { upperFirst } from "../core/explain/explanation.ts"
import type { Say } from "../core/explain/say.ts"
import { quoted } from "../core/explain/text.ts"
import { kindName } from "../core/redact/kindName.ts"
import { type Replacement, redact } from "../core/redact/redact.ts"

/** A log without what names anybody, to show and to copy. */
export interface Redaction {
  readonly text: string
  /** How many things got a pseudonym. */
  readonly count: number
  /** What stands where now, as Markdown: for whoever looks it through, and not to be shared. */
  readonly list: string
}

/** The text without what names anybody; the ids of requests stay where support is to find them. */
export function redaction(text: string, keepsRequestIds: boolean, say: Say): Redaction {
  const { text: redacted, replaced } = redact(text, { keepsRequestIds })
  return { text: redacted, count: replaced.length, list: listed(replaced, say) }
}

function listed(replaced: readonly Replacement[], say: Say): string {
  const head = say("{0} names and numbers are replaced. This list is for you alone.", replaced.length)
  const items = replaced.map(({ kind, original, pseudonym, count }) => {
    const words = [upperFirst(kindName(kind, say)), quoted(original), quoted(pseudonym)]
    const said =
      count === 1 ? say("{0} {1} is now {2}", ...words) : say("{0} {1} is now {2}, {3} times", ...words, count)
    return `- ${said}`
  })
  return `**${head}**\n\n${items.join("\n")}\n`
}
