import type { LogEvent } from "../evidence/events.ts"
import { prtEvents } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { type Finding, type Related, rule } from "./rule.ts"
import { reason } from "./story.ts"
import { failedRequests, isLookUp, isUnknownAccount, isWsTrust, type TokenRequest } from "./tokenEvent.ts"

/** An event of the AAD log with an error code. */
export const tokenEventError = rule({
  id: "token-event-error",
  severity: "info",
  about: ["event"],
  phase: "post-join",
  summary: "An event of the AAD log reports an error.",
  why: "The AAD log records what applications and Windows asked for. Single errors are routine there, also on a healthy PC; they count where the time is that of the failed sign-in.",
  fix: reads("Compare the time and the correlation ID of the event with those of the sign-in that failed.", {
    rights: "user",
    proves: "Only if they are the same is this code the cause to follow. Another time or ID is another request.",
  }),
  sources: [prtEvents],
  bad: [
    `
Log Name:      Microsoft-Windows-AAD/Operational
Event ID:      1104
Description:
AAD Cloud AP plugin call Get token returned error: 0xC000005F
                                                   ^^^^^^^^^^ token-event-error`,
    `
Log Name:      Microsoft-Windows-AAD/Operational
Event ID:      1123
Description:
AadCloudAPPlugin smart card logon for non-federated user.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ token-event-error`,
  ],
  good: [
    `
Log Name: Microsoft-Windows-AAD/Operational
Event ID: 1098
Error: 0xCAA90014 Server WS-Trust response reported fault exception and it failed to get assertion

Log Name: Microsoft-Windows-AAD/Operational
Event ID: 1088
WSTrust response error: FailedAuthentication`,
    `
Log Name:      Microsoft-Windows-AAD/Analytic
Event ID:      1006
Description:
AadCloudAPPlugin GetToken Start.`,
    `
Event 1104: AAD Cloud AP plugin call Lookup name from SID returned error: 0xC000023C
Event 1025: Http request status: 400. Method: GET Endpoint Uri: https://login.microsoftonline.com/common/sidtoname`,
  ],
  *check(log) {
    // Where an account is not known, that is a finding of its own, and failed look-ups follow from it; so is a refusal
    // of the federation service.
    const isUnknown = log.events.some(isUnknownAccount)
    for (const request of failedRequests(log)) {
      if (isUnknown && isLookUp(request.event)) continue
      if (!request.events.some(isWsTrust)) yield finding(request)
    }
    for (const event of log.events) if (isWordless(event)) yield wordless(event)
  },
})

/** Whether an event tells by its own words alone that the user's sign-in failed: it has no code. */
function isWordless(event: LogEvent): boolean {
  const { entry, codes, sentence } = event
  return (
    !isWsTrust(event) &&
    !BESIDE_OTHERS.has(entry?.id ?? 0) &&
    entry?.log === "AAD" &&
    entry.about === "sign-in" &&
    entry.nature === "failure" &&
    codes.length === 0 &&
    sentence !== undefined
  )
}

/** The HTTP status of a refused call: another event has the reason. */
const BESIDE_OTHERS: ReadonlySet<number> = new Set([1024, 1025])

function wordless({ entry, sentence, section }: LogEvent): Finding {
  const what = `${entry?.id}: ${entry?.title}`
  return { span: sentence ?? section.span, message: `Event ${what}`, verdict: `event ${what}` }
}

function finding({ event, events, root, unknown }: TokenRequest): Finding {
  const { id, title, about } = event.entry ?? {}
  const place = about === "app" ? "any" : "post-join"
  const entry = codeMeaning(root.code, place)
  const what = isLookUp(event) ? "the name of an account was not looked up" : title
  const quoted = unknown ? `; dsreg does not know ${unknown.code}` : ""
  const why = `${reason(root, place)}${quoted}`
  const told =
    about !== "app"
      ? said(why, `Event ${id}, ${what}`, `Event ${id}`)
      : OF_DEVICE.has(root.code)
        ? said(why, `Event ${id}, the device is refused, not one app alone`, `Event ${id}, the device is refused`)
        : said(
            why,
            `Event ${id}, one app's token, neither the PRT nor the join`,
            `Event ${id}, one app's token`,
            "One app's token",
          )
  const related = events.flatMap((other): Related[] =>
    other === event
      ? []
      : [{ span: other.codes[0]?.span ?? other.section.span, message: `Event ${other.entry?.id} of the same request` }],
  )
  return { span: root.span, ...told, code: root.code, ...(entry && { entry }), related }
}

/** Answers about the device itself, which every app on it gets. */
const OF_DEVICE: ReadonlySet<string> = new Set(["AADSTS700003", "AADSTS50155", "AADSTS135011"])
