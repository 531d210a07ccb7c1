import type { CodeEntry } from "../../code.ts"
import { networkRequirements } from "../../headings.ts"
import { changes, reads } from "../../step.ts"
import { statusNumber } from "./advice.ts"

/** HTTP statuses by which a proxy, a gateway or a portal between the PC and the service shows itself. */
export const betweenCodes = (): readonly CodeEntry[] => [
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
        {
          proves:
            "Your proxy or a stranger: take the address out of its rule. A server of Microsoft: update the program, which asks at an old address.",
          rights: "system",
        },
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
      "The answer sent the request on to another address, usually the sign-in page of a proxy, a firewall or a guest network. A join runs without anybody who could sign in there.",
    resolution: [
      reads(
        "Run `curl.exe -D - https://enterpriseregistration.windows.net/` as SYSTEM, and read the header `Location`.",
        {
          rights: "system",
          proves:
            "An address of a proxy, a firewall or a guest network: that one has to let the join through; go on. No such header, and a 404: nothing redirects any more; start the join.",
        },
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
        proves: "A rule: take the address out of it. No rule: the server sent it; see which one by the address.",
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
      reads("Open any page in a browser on this network, and see whether a welcome or sign-in page comes first.", {
        proves: "One comes: pass it, or use another network. None: see in the header `Location` who redirects.",
        rights: "user",
      }),
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
          proves:
            "Another proxy than the user's: SYSTEM uses a wrong one; the last step sets it. The same one: it has to let the computer account through; go on. `Direct access`: SYSTEM finds the proxy by WPAD, or the proxy catches all traffic; go on as well.",
        },
      ),
      changes(
        "Let the computer account through the proxy without a login, or let enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com pass without authentication.",
        { where: "network" },
      ),
      changes(
        "If SYSTEM uses a proxy it is not meant to, set the right one with `netsh winhttp set proxy NAME:PORT` from an elevated prompt, or by policy.",
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
        {
          rights: "user",
          proves:
            "Slow or failing on this network only: the way out is the cause. Quick on both: the time-out is over; try again.",
        },
      ),
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
      reads("Find out whose gateway it is: open the address without your proxy, for example over a phone.", {
        rights: "user",
        proves:
          "It works there: your proxy cannot reach the service. It fails there too: the gateway is Microsoft's or the federation service's; look at its health.",
        where: "network",
      }),
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
        proves:
          "The proxy fails too: its own way out or DNS is the cause. It succeeded: the answer was lost on the way back to the PC; compare the times.",
      }),
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
]
