import type { LogEvent } from "../evidence/events.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import {
  hardwarePolicy,
  helloNeedsAuthority,
  helloNeedsEnterpriseToken,
  helloNeedsHardware,
  helloNeedsJoin,
  helloNeedsTicket,
  helloNeedsToken,
  kerberosServer,
  meetAtDevice,
  registrationAuthority,
} from "../knowledge/helloLadders.ts"
import { reads } from "../knowledge/step.ts"
import { NO } from "../knowledge/yesNo.ts"
import type { Span } from "../text/span.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"

/** An event says that Windows Hello is wanted by policy and cannot be set up. */
export const helloEventBlocked = rule({
  id: "hello-event-blocked",
  severity: "warning",
  about: ["event"],
  phase: "post-join",
  repaired: { line: "PreReqResult : WillProvision" },
  summary: "An event reports that Windows Hello for Business is wanted by policy and cannot be set up.",
  why: "Events 360 to 362 list the conditions for Windows Hello. With certificate trust, event 362, the user needs a token of AD FS first, and the certificate template is looked at only after that.",
  fix: [
    reads("Find the first condition of the event that says No.", {
      rights: "user",
      proves:
        "The join, the sign-in, the hardware, the token of AD FS, its certificate, the ticket: they are met in their order, each by the step below that names it.",
      inLog: [
        { fields: ["Device is AAD joined ( AADJ or DJ++ )"], when: NO, leaves: helloNeedsJoin },
        { fields: ["User has logged on with AAD credentials"], when: NO, leaves: helloNeedsToken },
        {
          fields: ["Local computer meets Windows hello for business hardware requirements"],
          when: NO,
          leaves: helloNeedsHardware,
        },
        {
          fields: ["User has successfully authenticated to the enterprise STS"],
          when: NO,
          leaves: helloNeedsEnterpriseToken,
        },
        { fields: ["User account has Cloud TGT"], when: NO, leaves: helloNeedsTicket },
        { fields: ["Windows Hello for Business policy is enabled"], leaves: helloNeedsAuthority },
      ],
    }),
    meetAtDevice,
  ],
  sources: [helloPrerequisites, { page: "helloDeployment" }, hardwarePolicy, kerberosServer, registrationAuthority],
  bad: [
    `
Event ID:      362
Windows Hello for Business provisioning will not be launched.
Windows Hello for Business policy is enabled: Yes
User is not connected to the machine via Remote Desktop: Yes
User has successfully authenticated to the enterprise STS: No
                                                           ^^ hello-event-blocked`,
    `
Event ID:      360
Windows Hello for Business provisioning will not be launched.
Windows Hello for Business policy is enabled: Yes
Local computer meets Windows hello for business hardware requirements: No
                                                                       ^^ hello-event-blocked`,
  ],
  good: [
    `
Event ID:      360
Windows Hello for Business provisioning will not be launched.
Windows Hello for Business policy is enabled: No
Local computer meets Windows hello for business hardware requirements: No`,
    `
Event ID:      360
Windows Hello for Business policy is enabled: Yes
User is not connected to the machine via Remote Desktop: No`,
    `
Event ID:      358
Windows Hello for Business provisioning will be launched.
Windows Hello for Business policy is enabled: Yes`,
  ],
  *check(log) {
    const event = log.events.findLast(({ entry }) => HELLO.has(entry?.id ?? 0))
    if (!event || event.entry?.id === 358 || !isWanted(event)) return
    for (const { pattern, reason } of CONDITIONS) {
      const span = refusal(event, pattern)
      if (!span) continue
      yield {
        span,
        ...said(reason, "Windows Hello is wanted by policy and cannot be set up", "Windows Hello cannot be set up"),
      }
      return
    }
  },
})

/** The events about whether Windows Hello will be set up; the newest counts. */
const HELLO: ReadonlySet<number> = new Set([358, 360, 361, 362])

/** Whether a policy asks for Windows Hello and the user is at the PC itself. */
function isWanted({ text }: LogEvent): boolean {
  return /for Business policy is enabled: ?Yes/i.test(text) && !/via Remote Desktop: ?No\b/i.test(text)
}

/** The conditions in the order in which they are to be met, by lines that may have been cut anywhere between words. */
const CONDITIONS: readonly { readonly pattern: RegExp; readonly reason: string }[] = [
  { pattern: /\( ?AADJ or DJ\+\+ ?\): ?\s?(No)\b/i, reason: "the device is not joined" },
  {
    pattern: /logged\s+on\s+with\s+(?:AAD|Azure\s+Active\s+Directory)\s+credentials:\s{0,4}(No)\b/i,
    reason: "the user did not sign in with Microsoft Entra ID",
  },
  { pattern: /hardware\s+requirements:\s{0,4}(No)\b/i, reason: "the hardware will not do" },
  {
    pattern: /to\s+the\s+enterprise\s+STS:\s{0,4}(No)\b/i,
    reason: "the user has no token of AD FS, which certificate trust needs first",
  },
  { pattern: /enrollment\s+endpoint\s+is\s+ready:\s{0,4}(No)\b/i, reason: "AD FS cannot issue the certificate" },
  {
    pattern: /certificate\s+template\s+is\s{0,4}:\s{0,4}(No)\b/i,
    reason: "the certificate template of AD FS is not ready",
  },
  {
    pattern: /MDM\s+user\s+certificate\s+enrollment\s+is\s+ready:\s{0,4}(No)\b/i,
    reason: "the SCEP profile is not ready",
  },
  { pattern: /account\s+has\s+Cloud\s+TGT:\s{0,4}(No)\b/i, reason: "the user has no Kerberos ticket for cloud trust" },
]

/** Where a condition says No. */
function refusal({ section }: LogEvent, pattern: RegExp): Span | undefined {
  const { start, end } = section.span
  const match = pattern.exec(section.capture.text.slice(start, end))
  if (!match) return undefined
  const last = start + match.index + match[0].length
  return { start: last - (match[1]?.length ?? 0), end: last }
}
