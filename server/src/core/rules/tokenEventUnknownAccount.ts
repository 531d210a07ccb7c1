import { prtCodes } from "../knowledge/events/sources.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
import { isLookUp, isUnknownAccount } from "./tokenEvent.ts"

/** Windows asked the tenant of the PC for an account that it does not have, such as a guest. */
export const tokenEventUnknownAccount = rule({
  id: "token-event-unknown-account",
  severity: "warning",
  about: ["event"],
  phase: "post-join",
  explains: ["prt-missing"],
  summary: "The tenant of the PC does not know the account that signs in.",
  why: "Windows asks the tenant for the name that belongs to the account's SID. The answer 400 comes over a working network and means that the tenant has no such member, as for a guest whose home is another tenant. The code 0xC000023C of event 1104 follows from it.",
  fix: [
    reads("Look up the account in the tenant that the PC is joined to, and see whether it is a member or a guest.", {
      rights: "directory-administrator",
      where: "entra",
      proves:
        "A guest has its home in another tenant and gets no primary refresh token here. One that is missing has to be synchronized or created first.",
    }),
    endsSignIns("Sign in to Windows with a member account of that tenant.", { rights: "user" }),
  ],
  sources: [{ page: "vmSignIn" }, prtCodes],
  bad: [
    `
Event 1104: AAD Cloud AP plugin call Lookup name from SID returned error: 0xC000023C

Event 1025: Http request status: 400. Method: GET Endpoint Uri: https://login.microsoftonline.com/common/sidtoname
                                 ^^^ token-event-unknown-account`,
  ],
  good: [
    `
Event 1025: Http request status: 400. Method: POST Endpoint Uri: https://login.microsoftonline.com/common/oauth2/token`,
  ],
  *check(log) {
    const answer = log.events.findLast(isUnknownAccount)
    if (!answer) return
    const { section } = answer
    const { text } = section.capture
    const status = /Http request status:\s{0,4}(\d{3})/i.exec(text.slice(section.span.start, section.span.end))
    const end = section.span.start + (status ? status.index + status[0].length : 0)
    yield {
      span: status ? { start: end - 3, end } : section.span,
      message: "The tenant does not know this account, as with a guest of another tenant, so it gets no token here",
      related: log.events.flatMap((event) => {
        const [code] = isLookUp(event) ? event.codes : []
        return code ? [{ span: code.span, message: "This code follows from it", sameFailure: true as const }] : []
      }),
    }
  },
})
