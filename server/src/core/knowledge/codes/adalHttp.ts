import type { CodeEntry } from "../code.ts"
import { claims } from "../headings.ts"
import type { Source } from "../source.ts"
import { changes, reads } from "../step.ts"
import { adalTable, inferred, prerequisites, serversOwnCode } from "./adalService.ts"

/** The one page of today that has one of these numbers. */
const helloUnknown: Source = {
  page: "helloErrors",
  heading: "Errors with unknown mitigation",
  anchor: "errors-with-unknown-mitigation",
}

/** HTTP statuses as ADAL reports them: 0xcaa3 and the status in the lower half, 0x193 being 403. */
export const adalHttpCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0xcaa30191",
    symbols: ["ERROR_HTTP_STATUS_DENIED"],
    places: ["any"],
    title: "HTTP 401, authentication required",
    cause: "The server wants a sign-in before it answers (HTTP 401), and what the library sent did not count as one.",
    resolution: [
      reads(
        "If it was the federation service, check whether Windows authentication works there: the computer account needs a domain controller in reach and a Kerberos ticket for the host of the service.",
        { where: "federation-service" },
      ),
      reads("Run `klist -li 0x3e7` as an administrator: it lists the tickets of the computer account.", {
        rights: "administrator",
      }),
      serversOwnCode,
    ],
    note: inferred,
    sources: [adalTable, claims],
  },
  {
    kind: "code",
    code: "0xcaa30193",
    symbols: ["ERROR_HTTP_STATUS_FORBIDDEN"],
    places: ["any", "hello"],
    title: "HTTP 403, request forbidden",
    cause:
      "The request left the PC and was turned down with HTTP 403. The server can have done that, or a proxy or firewall in between.",
    resolution: [
      reads(
        "Find out who answered: look at the log of the proxy or firewall for this PC and time. If the request is not in there, or was let through, it was the server.",
        { where: "network" },
      ),
      changes("If it was the proxy or firewall, allow this address, for the computer account as well.", {
        where: "network",
      }),
    ],
    note: "Microsoft's Hello page explains the number and sends to Microsoft Support for the remedy. How to find the sender is inferred.",
    sources: [helloUnknown, adalTable, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa30197",
    symbols: ["ERROR_HTTP_STATUS_PROXY_AUTH_REQ"],
    places: ["any"],
    title: "HTTP 407, proxy wants a sign-in",
    cause: "The proxy wants a sign-in of its own before it lets the request out (HTTP 407).",
    resolution: [
      changes(
        "Set the proxy up so that computer accounts authenticate to it by themselves: device registration runs in the machine's context. The vendor of the proxy knows how.",
        { where: "network" },
      ),
      changes(
        "If it cannot do that, let the addresses of the sign-in and registration services pass without authentication.",
        { where: "network" },
      ),
      reads("If it comes up in an app, check that the user gets through the proxy without a prompt."),
    ],
    note: "The second and the third step are inferred.",
    sources: [adalTable, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa301f7",
    symbols: ["ERROR_HTTP_STATUS_SERVICE_UNAVAIL"],
    places: ["any"],
    title: "HTTP 503, service overloaded",
    cause: "Whoever answered cannot serve the request at the moment, for too much load (HTTP 503).",
    resolution: [
      "Wait and repeat.",
      reads(
        "If it stays, see who sends it. In front of AD FS a load balancer or the Web Application Proxy can answer 503 while no federation server behind it is up.",
        { where: "federation-service" },
      ),
    ],
    note: inferred,
    sources: [adalTable],
  },
]
