import type { CodeEntry } from "../knowledge/code.ts"
import type { EventEntry } from "../knowledge/events.ts"
import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import type { PhaseEntry } from "../knowledge/phases.ts"
import type { SectionEntry } from "../knowledge/sections.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Topic } from "../knowledge/topics.ts"
import type { Rule } from "../rules/rule.ts"
import { places } from "./explain.ts"
import { codeId, type ExplanationId } from "./explanationId.ts"

/** How a list names a page. */
export interface Reference {
  readonly id: ExplanationId
  /** As Markdown: `` `0x80072ee2` ``. */
  readonly name: string
  /** A few words or a sentence on what the page is about. */
  readonly text: string
}

/** A code in one of its meanings. */
export function toCode({ code, title, places: at }: CodeEntry): Reference {
  return { id: codeId(code, at[0]), name: `\`${code}\``, text: `${title} (${places(at)})` }
}

/** A message of the registration service. */
export function toMessage({ id, title, errorCode }: ServerMessage): Reference {
  return { id: `message/${id}`, name: title, text: `a message that comes with \`${errorCode}\`` }
}

/** A rule. */
export function toRule({ id, summary }: Rule): Reference {
  return { id: `rule/${id}`, name: `\`${id}\``, text: summary }
}

/** A field, in all its meanings. */
export function toField({ name, meaning }: FieldEntry): Reference {
  return { id: `field/${name}`, name, text: firstSentence(meaning) }
}

/** A phase of the join. */
export function toPhase({ id, title, meaning }: PhaseEntry): Reference {
  return { id: `phase/${id}`, name: title, text: firstSentence(meaning) }
}

/** A section of a log. */
export function toSection({ id, title, meaning }: SectionEntry): Reference {
  return { id: `section/${id}`, name: title, text: firstSentence(meaning) }
}

/** An event of Windows' own logs. */
export function toEvent({ id, title, log }: EventEntry): Reference {
  return { id: `event/${id}`, name: `Event ${id}`, text: `${title} (${log})` }
}

/** A topic. */
export function toTopic({ id, title, fields }: Topic): Reference {
  return { id: `topic/${id}`, name: title, text: `on ${fields.join(", ")}` }
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text
}
