import type { Evidence } from "../evidence/evidence.ts"
import { helloWaitsForToken } from "../evidence/hello.ts"
import { postJoinAuthentication } from "../knowledge/headings.ts"
import { askForTokenAgain, readAsUser, readElevated, readTokenEvents } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
import { failedRequests, isLookUp, type TokenRequest } from "./tokenEvent.ts"

/** A joined device without a primary refresh token, and no attempt that would say why. */
export const prtMissing = rule({
  id: "prt-missing",
  severity: "warning",
  about: ["AzureAdPrt : NO"],
  phase: "post-join",
  explains: ["wam-default-error"],
  summary: "The user has no primary refresh token on a joined device.",
  why: "Without a primary refresh token (PRT) there is no single sign-on and no device-based Conditional Access for this user. It is expected for a local account, for a user of another tenant, in an administrator's own prompt, and right after the join until the next unlock.",
  fix: [
    readAsUser,
    reads(
      "If that user signed in to Windows with a local account or with one of another tenant, nothing is wrong: `whoami /upn` in that session shows the account.",
      {
        rights: "user",
        proves: "No name with @ and a domain of your tenant: such an account gets no token here.",
      },
    ),
    askForTokenAgain,
    readTokenEvents,
    readElevated,
    reads(
      "In the Microsoft Entra admin center open Entra ID > Domain names, and look for the part of the user name behind the @.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If it is not there or not verified, Microsoft Entra ID cannot find the user: give the user a name with a verified domain. If users sign in with another attribute than the user name (alternate login ID), Windows gets a token in federated domains only, where AD FS or another service checks the password.",
      },
    ),
  ],
  sources: [
    postJoinAuthentication,
    { page: "prt" },
    { page: "hybridPlan", heading: "Other considerations", anchor: "other-considerations" },
  ],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
                             ^^ prt-missing

Event 1084: Http transport error. Status: Unknown HResult Error code: 0x80072ee7`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
                             ^^ prt-missing

Event 1104: AAD Cloud AP plugin call GenericCallPkg returned error: 0xC00000BE`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : NO
                AzureAdPrt : NO
                             ^^ prt-missing`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : YES`,
    `
             AzureAdJoined : NO
              DomainJoined : NO
           WorkplaceJoined : YES
                AzureAdPrt : NO`,
    `
             AzureAdJoined : YES
              DomainJoined : NO
                AzureAdPrt : NO
    Executing Account Name : SYSTEM`,
  ],
  *check(log) {
    const prt = log.field("AzureAdPrt")
    if (!prt || !log.isJoined || log.withoutUser || !log.says("AzureAdPrt", "NO")) return
    if (log.prtAttempt) return
    const event = failedSignIn(log)
    const entry = event && codeMeaning(event.root.code, "post-join")
    const wam = log.field("WamDefaultSet")
    const keys = log.field("KeySignTest")
    yield {
      span: prt.valueSpan,
      ...(event
        ? said(
            reason(event.root, "post-join"),
            `No primary refresh token for this user; event ${event.event.entry?.id} tells why`,
            "No primary refresh token for this user",
            "No primary refresh token",
          )
        : { message: "No primary refresh token for this user, so no single sign-on" }),
      ...(event && { code: event.root.code }),
      ...(entry && { entry }),
      explains: [
        ...(helloWaitsForToken(log) ? ["hello-blocked"] : []),
        ...(event ? [{ rule: "token-event-error", codes: [event.root.code] }] : []),
      ],
      related: [
        ...(event ? [{ span: event.root.span, message: "The sign-in that failed, as the event tells it" }] : []),
        ...(wam && /^(?:NO|ERROR)/i.test(wam.value)
          ? [{ span: wam.valueSpan, message: "No default account for the token broker, from the same cause" }]
          : []),
        ...(keys && /elevated/i.test(keys.value)
          ? [{ span: keys.valueSpan, message: "Not tested: run elevated to rule out a bad key" }]
          : []),
      ],
    }
  },
})

/**
 * The newest failure of a sign-in with a known reason, of which events in the same text tell. What an app asked for is
 * not the user's token, and of the calls of event 1104 only those for a token are about it.
 */
function failedSignIn(log: Evidence): TokenRequest | undefined {
  return failedRequests(log).findLast(
    ({ event, events, root }) =>
      !isLookUp(event) &&
      codeMeaning(root.code, "post-join") !== undefined &&
      events.every(({ entry }) => entry?.about !== "app") &&
      (event.entry?.id !== 1104 || /\bplugin call (?:get|refresh) ?token\b/i.test(event.text)),
  )
}
