import type { Evidence } from "../evidence/evidence.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import type { Finding } from "./rule.ts"
import { attemptReason, attemptStory } from "./story.ts"

/** The finding on a failed attempt to get the AD FS token. */
export function* enterpriseRefusal(log: Evidence, what: string): Iterable<Finding> {
  if (log.withoutUser) return
  for (const attempt of log.tokenAttempts) {
    const { root } = attempt
    const { owner } = attempt.block
    if (attempt.of !== "enterprise" || !owner || !/^NO$/i.test(owner.value)) continue
    const entry = root && codeMeaning(root.code, "post-join")
    const why = attemptReason(attempt)
    yield {
      span: owner.valueSpan,
      message: `${what}${why && `: ${why}`}`,
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: [...attemptStory(attempt)],
    }
  }
}
