import type { Mention } from "../evidence/mention.ts"
import { prtEvents } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
/** An event of the AAD log with an error code. */
export const tokenEventError = rule({
  id: "token-event-error",
  severity: "info",
  about: ["event"],
  phase: "post-join",
  summary: "An event of the AAD log reports an error.",
  why: "The AAD log records what applications and Windows asked for. Single errors are routine there, also on a healthy PC; they count where the time is that of the failed sign-in.",
  fix: "Compare the time and the correlation id with the attempt in question, then follow the code.",
  sources: [prtEvents],
  bad: [
    `
Log Name:      Microsoft-Windows-AAD/Operational
Event ID:      1104
Description:
AAD Cloud AP plugin call Get token returned error: 0xC000005F
                                                   ^^^^^^^^^^ token-event-error`,
  ],
  good: [
    `
Log Name:      Microsoft-Windows-AAD/Analytic
Event ID:      1006
Description:
AadCloudAPPlugin GetToken Start.`,
  ],
  *check(log) {
    for (const { entry: event, codes } of log.events) {
      if (event?.log !== "AAD") continue
      const root = innermost(codes.filter(({ code }) => !/^0x[0-7]/.test(code)))
      if (!root) continue
      const entry = codeMeaning(root.code, "post-join")
      yield {
        span: root.span,
        message: `Event ${event.id}, ${event.title}: ${reason(root, "post-join")}`,
        code: root.code,
        ...(entry && { entry }),
      }
    }
  },
})

/** Codes that only say that something inside them failed. */
const OUTER: ReadonlySet<string> = new Set(["0xcaa5001c", "0xcaa1000e", "0x801c0515"])

/** The code of an event that is nearest to the cause: the server's, else the first that is no mere wrapping. */
function innermost(codes: readonly Mention[]): Mention | undefined {
  return codes.find(({ code }) => !code.startsWith("0x")) ?? codes.find(({ code }) => !OUTER.has(code)) ?? codes[0]
}
