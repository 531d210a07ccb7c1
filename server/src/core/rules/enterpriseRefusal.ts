import type { Evidence } from "../evidence/evidence.ts"
import { NO } from "../knowledge/yesNo.ts"
import type { Finding } from "./rule.ts"
import { attemptMeaning, attemptSaid, attemptStory } from "./story.ts"

/** The finding on a failed attempt to get the AD FS token. */
export function* enterpriseRefusal(log: Evidence, what: readonly [string, ...string[]]): Iterable<Finding> {
  if (log.withoutUser) return
  for (const attempt of log.tokenAttempts) {
    const { root } = attempt
    const { owner } = attempt.block
    if (attempt.of !== "enterprise" || !owner || !NO.test(owner.value)) continue
    const entry = attemptMeaning(attempt)
    yield {
      span: owner.valueSpan,
      ...attemptSaid(attempt, ...what),
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: [...attemptStory(attempt)],
    }
  }
}
