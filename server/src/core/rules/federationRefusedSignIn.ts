import { prtEvents } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { failedRequests, isWsTrust } from "./tokenEvent.ts"

/** The federation service did not accept the Windows sign-in that a token was to be made from. */
export const federationRefusedSignIn = rule({
  id: "federation-refused-sign-in",
  severity: "warning",
  about: ["event"],
  phase: "post-join",
  summary: "An event reports that the federation service refused the Windows sign-in.",
  why: "On a federated domain Windows signs in to the federation service by WS-Trust, with the user's or the computer's own Windows sign-in, and Microsoft Entra ID gets what comes out. The federation service answered that it could not authenticate it, so Microsoft Entra ID was not asked.",
  fix: [
    reads("Read AD FS > Admin in Event Viewer on the federation servers for the minute of the event.", {
      rights: "administrator",
      where: "federation-service",
      proves:
        "It has the reason that the answer leaves out. Nothing there means that another server, or a proxy, answered.",
    }),
    reads(
      "In AD FS, open Service > Endpoints and see that `/adfs/services/trust/13/windowstransport` and `/adfs/services/trust/2005/windowstransport` are enabled, for the intranet alone.",
      { rights: "administrator", where: "federation-service", proves: "A disabled one takes no Windows sign-in." },
    ),
    reads(
      "Look the service principal name of the federation service up: `setspn -Q HOST/` and the name of the service.",
      {
        rights: "user",
        where: "directory",
        proves: "It has to be at the service account of AD FS. Found nowhere, or at another account, it is the cause.",
      },
    ),
    reads("Run `Get-AdfsProperties` and read `ExtendedProtectionTokenCheck`.", {
      rights: "administrator",
      where: "federation-service",
      proves: "With another value than `None`, whatever opens TLS between the PC and AD FS makes the sign-in fail.",
    }),
  ],
  sources: [prtEvents, { page: "adfsWindowsAuthentication" }, { page: "wsTrustRefused" }],
  bad: [
    `
Log Name: Microsoft-Windows-AAD/Operational
Event ID: 1088
Description:
WSTrust response error: FailedAuthentication
                        ^^^^^^^^^^^^^^^^^^^^ federation-refused-sign-in
Error description: ID3242: The security token could not be authenticated or authorized.`,
    `
Log Name: Microsoft-Windows-AAD/Operational
Event ID: 1098
Error: 0xCAA90014 Server WS-Trust response reported fault exception and it failed to get assertion
       ^^^^^^^^^^ federation-refused-sign-in

Log Name: Microsoft-Windows-AAD/Operational
Event ID: 1088
WSTrust response error: FailedAuthentication`,
  ],
  good: [
    `
Log Name: Microsoft-Windows-AAD/Operational
Event ID: 1088
WSTrust response error: InternalError`,
    `
Log Name: Microsoft-Windows-AAD/Operational
Event ID: 1098
Error: 0xCAA90014 Server WS-Trust response reported fault exception and it failed to get assertion`,
  ],
  *check(log) {
    const refusal = log.events.findLast(isWsTrust)
    if (!refusal) return
    const request = failedRequests(log).findLast(({ events }) => events.includes(refusal))
    const ofApp = request?.events.some(({ entry }) => entry?.about === "app") ? ", one app's token" : ""
    const { start } = refusal.section.span
    const word = WORD.exec(refusal.section.capture.text.slice(start, refusal.section.span.end))
    const at = start + (word?.index ?? 0)
    yield {
      span: request?.root.span ?? { start: at, end: at + (word?.[0].length ?? 0) },
      ...said(
        `the federation service refused the Windows sign-in (${["ID3242", request?.root.code].filter(Boolean).join(", ")})`,
        `Event 1088${ofApp}`,
        "Event 1088",
      ),
      ...(request && { code: request.root.code }),
      explains: ofApp ? [] : ["prt-missing"],
      related: (request?.events ?? []).flatMap((event) =>
        event === request?.event
          ? []
          : [
              {
                span: event.codes[0]?.span ?? event.section.span,
                message: `Event ${event.entry?.id} of the same request`,
              },
            ],
      ),
    }
  },
})

/** What the answer says of itself. */
const WORD = /FailedAuthentication|ID3242/i
