import type { Finding } from "../rule.ts"
import type { Situation } from "../situation.ts"
import { registrationStory } from "./story.ts"

/** The finding on a `Server Message` that is known under this id; nothing where the message is another. */
export function* serverMessageFinding(log: Situation, id: string, message: string): Iterable<Finding> {
  const told = log.registration?.message
  if (!told?.meaning || told.meaning.id !== id) return
  const code = log.registration?.client?.code
  yield {
    span: told.field.valueSpan,
    message: code ? `${message} (${code})` : message,
    ...(code && { code }),
    entry: told.meaning,
    related: [...registrationStory(log.registration)].filter((related) => related.span !== told.field.valueSpan),
  }
}
