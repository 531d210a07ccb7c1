import { codeMeaning } from "../lookup.ts"
import { mentionsIn, mentionsInText } from "../mention.ts"
import type { Rule } from "../rule.ts"
import { eventOf } from "../situation.ts"
import { reason } from "./story.ts"

/** An event of the AAD log with an error code. */
export const tokenEventError: Rule = {
  id: "token-event-error",
  severity: "info",
  phase: "post-join",
  summary: "An event of the AAD log reports an error.",
  why: "The AAD log records what applications and Windows asked for. Single errors are routine there, also on a healthy PC; they count where the time is that of the failed sign-in.",
  fix: "Compare the time and the correlation id with the attempt in question, then follow the code.",
  sources: [
    {
      page: "prt",
      heading: "Method 2: Use Event Viewer to examine AAD analytic and operational logs",
      anchor: "method-2-use-event-viewer-to-examine-azure-ad-analytic-and-operational-logs",
    },
  ],
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
    for (const section of log.capture.sections) {
      const event = section.id === "event" ? eventOf(log.capture, section) : undefined
      if (event?.log !== "AAD") continue
      const fields = section.blocks.flatMap((block) => block.fields)
      const [root] = [
        ...fields.flatMap(mentionsIn),
        ...section.texts.flatMap((line) => mentionsInText(log.capture.text, line)),
      ]
        .filter(({ code }) => !/^0x[0-7]/.test(code))
        .sort((a, b) => a.span.start - b.span.start)
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
}
