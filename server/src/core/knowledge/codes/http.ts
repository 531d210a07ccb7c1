import type { CodeEntry } from "../code.ts"
import { networkRequirements } from "../headings.ts"
import type { Source } from "../source.ts"
import { changes, reads } from "../step.ts"
import { serversOwnCode } from "./adal/advice.ts"

/** The list that names every HTTP status as a number of Windows. */
const statusNumber: Source = { page: "bitsErrors" }

/** HTTP statuses as Windows reports them: 0x8019 and the status in the lower half, 0x197 being 407. */
export const httpCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0x8019012d",
    symbols: ["HTTP_E_STATUS_MOVED", "BG_E_HTTP_ERROR_301"],
    places: ["any"],
    title: "HTTP 301, address moved",
    cause:
      "The server says that the address has moved for good. The registration and sign-in services do not do that; a proxy that sends people to its own page does.",
    resolution: [
      reads(
        "Run `curl.exe -I` with the failing address as SYSTEM and read the header `Location`: it names the one who moved you.",
        { rights: "system" },
      ),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x8019012e",
    symbols: ["HTTP_E_STATUS_REDIRECT", "BG_E_HTTP_ERROR_302"],
    places: ["any"],
    title: "HTTP 302, redirected to another page",
    cause:
      "The answer sent the request on to another address, mostly the sign-in page of a proxy, a firewall or a guest network. Nobody can sign in there for a join.",
    resolution: [
      reads(
        "Run `curl.exe -D - https://enterpriseregistration.windows.net/` as SYSTEM: the header `Location` shows whose page it is.",
        { rights: "system" },
      ),
      changes(
        "Exempt the three addresses enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com from that sign-in page.",
        { where: "network" },
      ),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }, networkRequirements],
  },
  {
    kind: "code",
    code: "0x8019012f",
    symbols: ["HTTP_E_STATUS_REDIRECT_METHOD", "BG_E_HTTP_ERROR_303"],
    places: ["any"],
    title: "HTTP 303, sent on to another page",
    cause: "The answer points to another page that is to be fetched instead, as block and sign-in pages do.",
    resolution: [
      reads("Look in the log of the proxy or firewall for the rule that gave this answer to the PC at that time.", {
        where: "network",
      }),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x80190133",
    symbols: ["HTTP_E_STATUS_REDIRECT_KEEP_VERB", "BG_E_HTTP_ERROR_307"],
    places: ["any"],
    title: "HTTP 307, redirected for now",
    cause:
      "The answer asks to send the same request to another address for now. A captive portal of a guest network does this.",
    resolution: [
      reads(
        "Open any page in a browser on this network: if a welcome or sign-in page comes first, it has to be passed, or another network used.",
        { rights: "user" },
      ),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x80190190",
    symbols: ["HTTP_E_STATUS_BAD_REQUEST", "BG_E_HTTP_ERROR_400"],
    places: ["any"],
    title: "HTTP 400, request refused as malformed",
    cause:
      "A server was reached and refused the request as one it cannot take. In device management enrollment and in tokens the reason stands in the text of the answer, not in this number.",
    resolution: [
      reads(
        "Look for the server's own words at that second: `Server Message`, `Server Error Description`, an AADSTS code in AAD Operational, or the log of the MDM client.",
      ),
      reads(
        "If device management shows it on a PC that was enrolled for long, check whether its MDM certificate, issued by Microsoft Intune MDM Device CA, has run out: `certlm.msc`, Personal.",
        { rights: "administrator" },
      ),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x80190191",
    symbols: ["HTTP_E_STATUS_DENIED", "BG_E_HTTP_ERROR_401"],
    places: ["any"],
    title: "HTTP 401, authentication required",
    cause: "The server wants a sign-in before it answers, and what was sent did not count as one.",
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
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x80190193",
    symbols: ["HTTP_E_STATUS_FORBIDDEN", "BG_E_HTTP_ERROR_403"],
    places: ["any"],
    title: "HTTP 403, request forbidden",
    cause:
      "The request left the PC and was turned down. The server can have done that, or a proxy or firewall in between.",
    resolution: [
      reads(
        "Find out who answered: look at the log of the proxy or firewall for this PC and time. If the request is not in there, or was let through, it was the server.",
        { where: "network" },
      ),
      changes("If it was the proxy or firewall, allow this address, for the computer account as well.", {
        where: "network",
      }),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x80190194",
    symbols: ["HTTP_E_STATUS_NOT_FOUND", "BG_E_HTTP_ERROR_404"],
    places: ["any"],
    title: "HTTP 404, nothing at this address",
    cause:
      "The server has nothing at the address that was asked for. A wrong address in the configuration gives this, and a proxy that answers for a host it does not let through.",
    resolution: [
      reads(
        "Find the address in the event or field beside the code, and open it as SYSTEM: a 404 from https://enterpriseregistration.windows.net itself is normal when no path follows.",
        { rights: "system" },
      ),
      reads("Compare the addresses under Tenant Details with those of a PC that works."),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x80190197",
    symbols: ["HTTP_E_STATUS_PROXY_AUTH_REQ", "BG_E_HTTP_ERROR_407"],
    places: ["any"],
    title: "HTTP 407, the proxy asks for a login",
    cause:
      "A proxy on the way wants a login before it lets the request out. A join runs as SYSTEM, which has none to give, so the proxy of the user or a password typed in a browser does not help.",
    resolution: [
      reads(
        "Run `netsh winhttp show proxy`: it prints the proxy that SYSTEM uses. Compare it with the proxy or PAC file of the user.",
        {
          rights: "administrator",
        },
      ),
      changes(
        "Let the computer account through the proxy without a login, or let enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com pass without authentication.",
        { where: "network" },
      ),
      changes(
        "If SYSTEM uses a proxy it is not meant to, set the right one with `netsh winhttp set proxy`, or by policy.",
        { rights: "administrator" },
      ),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }, networkRequirements],
  },
  {
    kind: "code",
    code: "0x80190198",
    symbols: ["HTTP_E_STATUS_REQUEST_TIMEOUT", "BG_E_HTTP_ERROR_408"],
    places: ["any"],
    title: "HTTP 408, request came in too slowly",
    cause: "The server or a proxy gave up waiting for the rest of the request.",
    resolution: [
      reads(
        "Measure the connection: `Test-NetConnection login.microsoftonline.com -Port 443` several times, and once on another network.",
      ),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x801901ad",
    symbols: [],
    places: ["any"],
    title: "HTTP 429, too many requests",
    cause: "The service was asked too often, by this PC or by many behind one address, and asks to wait.",
    resolution: [
      reads("Look for a script, an image or a policy that starts the join on many PCs at once or in a loop."),
      "Wait some minutes and let the task try again by itself.",
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x801901f4",
    symbols: ["HTTP_E_STATUS_SERVER_ERROR", "BG_E_HTTP_ERROR_500"],
    places: ["any"],
    title: "HTTP 500, error inside the server",
    cause: "The server failed on its own side. Nothing in the request or on the PC is named as the reason.",
    resolution: [
      reads(
        "If the address belongs to your federation service, read AD FS > Admin in Event Viewer there; otherwise look at the service health in the Microsoft 365 admin center.",
        { where: "federation-service" },
      ),
      "Let the next attempt run before anything is changed on the PC.",
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x801901f6",
    symbols: ["HTTP_E_STATUS_BAD_GATEWAY", "BG_E_HTTP_ERROR_502"],
    places: ["any"],
    title: "HTTP 502, no good answer behind a gateway",
    cause: "A proxy or gateway passed the request on and got no usable answer from the server behind it.",
    resolution: [
      reads(
        "Find out whose gateway it is: try the address without your proxy. If it works, the proxy cannot reach the service.",
        { where: "network" },
      ),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x801901f7",
    symbols: ["HTTP_E_STATUS_SERVICE_UNAVAIL", "BG_E_HTTP_ERROR_503"],
    places: ["any"],
    title: "HTTP 503, service not available",
    cause: "Whoever answered cannot serve the request at the moment, for too much load or for maintenance.",
    resolution: [
      reads(
        "See who sends it. In front of AD FS a load balancer or the Web Application Proxy can answer 503 while no federation server behind it is up.",
        { where: "federation-service" },
      ),
      "Otherwise wait and repeat; a hybrid join does so by itself.",
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
  {
    kind: "code",
    code: "0x801901f8",
    symbols: ["HTTP_E_STATUS_GATEWAY_TIMEOUT", "BG_E_HTTP_ERROR_504"],
    places: ["any"],
    title: "HTTP 504, gateway waited in vain",
    cause: "A proxy or gateway passed the request on and waited for an answer in vain.",
    resolution: [
      reads("Check whether the proxy itself reaches the address: its log shows the connection it tried for this PC.", {
        where: "network",
      }),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
]
