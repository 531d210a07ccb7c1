import type { CodeEntry } from "../../code.ts"
import { askForTokenAgain } from "../../ladders.ts"
import { changes, reads } from "../../step.ts"
import { serversOwnCode } from "../adal/advice.ts"
import { statusNumber } from "./advice.ts"

/** HTTP statuses with which a server answers for itself. */
export const serverCodes = (): readonly CodeEntry[] => [
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
        {
          proves: "Words or an AADSTS code: follow those. None: see next whether it is device management.",
          inLog: [{ fields: ["Server Message", "Server Error Description"], leaves: "The server said {0}." }],
          rights: "user",
        },
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
        {
          proves:
            "No ticket or no domain controller: that is the cause. It works: the address belongs to a proxy or to Microsoft; see which.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      reads("Run `klist -li 0x3e7` as an administrator: it lists the tickets of the computer account.", {
        rights: "administrator",
        proves:
          "A ticket for the proxy or the federation service: the sign-in of the computer works; look at who refused. None: the PC needs a domain controller in reach.",
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
        {
          proves: "Refused by the proxy: allow it. By the server: its words beside the code say why.",
          where: "network",
        },
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
        "Find the address in the event or field beside the code, and run `curl.exe -i` with it as SYSTEM: a 404 from https://enterpriseregistration.windows.net itself is normal when no path follows.",
        {
          proves:
            "Another address with 404: see in the answer whose server it is. No 404 any more: repeat what failed.",
          rights: "system",
        },
      ),
      reads("Compare the addresses under Tenant Details with those of a PC that works."),
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
      reads("Look for a script, an image or a policy that starts the join on many PCs at once or in a loop.", {
        rights: "administrator",
        proves: "Found: let it run once, at spread times. None: wait some minutes, and let the task try by itself.",
      }),
      reads("Wait some minutes and let the task try again by itself.", { rights: "user" }),
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
        {
          proves:
            "An error of that minute: solve it. A fault that Microsoft reports: wait. Neither: repeat after some minutes.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      reads("Let the next attempt run before anything is changed on the PC.", { rights: "user" }),
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
        {
          rights: "directory-administrator",
          where: "federation-service",
          proves:
            "`Endpoint URI` is your federation service: see on its servers that the service runs (`Get-Service adfssrv`). It is an address of Microsoft: Health > Service health in the Microsoft 365 admin center shows whether there is an incident.",
        },
      ),
      askForTokenAgain,
    ],
    confidence: "inferred",
    sources: [statusNumber, { page: "httpStatusCodes" }],
  },
]
