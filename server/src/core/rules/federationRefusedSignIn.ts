import { prtEvents } from "../knowledge/headings.ts"
import { windowsEndpoints } from "../knowledge/joinLadders.ts"
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
  why: "On a federated domain Windows signs in to the federation service by WS-Trust, by the Windows account of the user or of the computer, and takes the token from there to Microsoft Entra ID. Here the federation service could not authenticate that account, so there was nothing to take to Microsoft Entra ID.",
  fix: [
    reads(
      "On each AD FS server open Applications and Services Logs > AD FS > Admin in Event Viewer, and look at the minute of the event. The event of the PC has local time: if its zone is not known, look up to 14 hours before and after, at the same minute.",
      {
        rights: "directory-administrator",
        where: "federation-service",
        proves:
          "An error there has the reason that the answer leaves out: a locked, disabled or expired account, a clock that is off, a wrong service principal name. If there is nothing, another server or a proxy answered, or auditing is off: go on.",
      },
    ),
    reads(
      "See whether the account can sign in at all: in Active Directory it has to be enabled, not locked and not expired, and the PC's clock has to be within five minutes of the domain's (`w32tm /stripchart /computer:{Domain} /samples:3`).",
      {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "If one of these is wrong, correct it and sign in again: Kerberos refuses such a sign-in. If all are right, look at AD FS.",
      },
    ),
    windowsEndpoints,
    reads("Look up the service principal name of the federation service, such as `setspn -Q HOST/sts.contoso.com`.", {
      rights: "user",
      where: "active-directory",
      proves:
        "It has to stand at the service account of AD FS. If it is not found, register it there: `setspn -S HOST/sts.contoso.com ACCOUNT`. If another account has it, remove it from that one first.",
    }),
    reads("On an AD FS server run `Get-AdfsProperties` and read `ExtendedProtectionTokenCheck`.", {
      rights: "directory-administrator",
      where: "federation-service",
      proves:
        "With another value than `None`, whatever opens TLS between the PC and AD FS, such as a load balancer, makes the sign-in fail: let it pass TLS through. With `None`, take the event and the time to whoever runs AD FS.",
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
