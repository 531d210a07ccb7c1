import type { Evidence } from "../evidence/evidence.ts"
import { mentionsIn } from "../evidence/mention.ts"
import { said } from "./message.ts"
import type { Finding, Related } from "./rule.ts"
import { reason, registrationStory } from "./story.ts"

/**
 * The findings on `Server Message` values that are known under this id. Their code is the one in the message, else
 * the client's.
 */
export function* serverMessageFindings(log: Evidence, id: string, what: string): Iterable<Finding> {
  for (const registration of log.isJoined ? [] : log.registrations) {
    const { message, client, phase, isOutdated } = registration
    if (!message?.meaning || message.meaning.id !== id) continue
    const code = (mentionsIn(message.field)[0] ?? client)?.code
    const age = isOutdated ? "; that attempt is more than a day old" : ""
    yield {
      span: message.field.valueSpan,
      message: `${what}${code ? ` (${code})` : ""}${age}`,
      ...(code && { code }),
      ...(phase && { phase }),
      entry: message.meaning,
      related: [
        ...[...registrationStory(registration)].filter(({ span }) => span !== message.field.valueSpan),
        ...federatedStory(log),
      ],
    }
  }
}

/** The other way to join, where it fails too: the join by sync goes on without it. */
function* federatedStory({ failedTest }: Evidence): Iterable<Related> {
  if (failedTest?.phase !== "auth") return
  yield {
    span: failedTest.field.valueSpan,
    message: said(
      reason(failedTest.codes.at(-1), "auth"),
      "The federated join fails too, which matters only for an instant join",
      "The federated join fails too",
    ).message,
  }
}
