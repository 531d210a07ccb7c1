import type { CodeEntry } from "../../code.ts"
import { prtEvents } from "../../headings.ts"
import { askForTokenAgain } from "../../ladders.ts"
import { shared } from "../../shared.ts"
import { fact, reads } from "../../step.ts"
import { windowsNumber } from "./advice.ts"

const requestEvents = shared(
  reads(
    "Read the events in AAD Operational and AAD Analytic between 1006 and 1007: they mark the start and the end of one request for a PRT.",
    { rights: "user" },
  ),
)

/** Status numbers known by their general meaning only. */
export const generalStatusCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xc000000d",
    symbols: ["STATUS_INVALID_PARAMETER"],
    places: ["post-join"],
    title: "invalid parameter",
    cause: "A Windows function was called with a parameter it does not accept. The number does not say which one.",
    resolution: [
      reads("Look for a more telling code in `HTTP Error` and `Server Error Code` first.", {
        rights: "user",
        proves: "With one: follow it. With none: the request was built wrong inside Windows; go on with the events.",
        inLog: [
          {
            fields: ["HTTP Error"],
            when: /^0x0*[1-9a-f]/i,
            leaves: "`HTTP Error` holds {0}, which is more telling: look that up.",
          },
          {
            fields: ["Server Error Code"],
            leaves: "`Server Error Code` holds {0}, which is more telling: look that up.",
          },
          { fields: ["HTTP Error"] },
        ],
      }),
      requestEvents,
    ],
    sources: [windowsNumber, prtEvents],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000022",
    symbols: ["STATUS_ACCESS_DENIED"],
    places: ["post-join"],
    title: "access denied",
    cause: "A process asked for something in Windows that it has no right to. The number does not name the object.",
    resolution: [
      reads(
        "Look in AAD Operational for the event that holds this number, such as 1104: its text names the call that was refused.",
        {
          proves:
            "A call that names a server: follow the code in its answer. One that names a key or a file: the rights on it were changed.",
          rights: "user",
        },
      ),
      requestEvents,
      fact("Change no permission before those events name the step that was refused."),
    ],
    sources: [windowsNumber, prtEvents],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc00000b5",
    symbols: ["STATUS_IO_TIMEOUT"],
    places: ["post-join"],
    title: "input or output timed out",
    cause:
      "An input or output operation did not finish in time. The number speaks of a device; it need not be the network.",
    resolution: [
      reads("See whether `HTTP Error` holds a network code of its own.", {
        rights: "user",
        proves:
          "With one: look that up. With none: something on the PC was slow; lock and unlock it, and read a new log.",
        inLog: [
          { fields: ["HTTP Error"], when: /^0x0+$/i },
          { fields: ["HTTP Error"], leaves: "`HTTP Error` holds {0}, a network code of its own: look that up." },
        ],
      }),
      requestEvents,
    ],
    sources: [windowsNumber, prtEvents],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc000020c",
    symbols: ["STATUS_CONNECTION_DISCONNECTED"],
    places: ["post-join"],
    title: "connection ended",
    cause: "A connection that had been made was cut before the work was done.",
    resolution: [
      reads(
        "Find the address in `Endpoint URI` and try it from another network: a firewall or proxy may cut the connection on this one.",
        {
          inLog: [
            {
              fields: ["Endpoint URI"],
              leaves: reads("Try {0} from another network: a firewall or proxy may cut the connection on this one."),
            },
          ],
          proves:
            "It answers there and not here: something on this network cuts it; look at firewall and proxy. It answers nowhere: the server is down.",
        },
      ),
      askForTokenAgain,
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000225",
    symbols: ["STATUS_NOT_FOUND"],
    places: ["post-join"],
    title: "object not found",
    cause: "Something that Windows looked up is not there. The number leaves open what it was.",
    resolution: [
      reads(
        "Search AAD Operational and AAD Analytic, between events 1006 and 1007 of the attempt, for the last thing that was looked up.",
        {
          proves:
            "A key: read `KeySignTest`. An account: compare the user with the tenant. Nothing: repeat the sign-in, and look again.",
          rights: "administrator",
        },
      ),
    ],
    sources: [windowsNumber, prtEvents],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000236",
    symbols: ["STATUS_CONNECTION_REFUSED"],
    places: ["post-join"],
    title: "connection refused",
    cause: "The computer at the other end turned the connection down.",
    resolution: [
      reads("On the PC run `Test-NetConnection {Host} -Port 443` in PowerShell, here and from another network.", {
        rights: "user",
        proves:
          "Refused on this network only: a proxy or a firewall on the way. Refused on each: the server itself. Connected: the refusal is over; ask for the token again.",
      }),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc000023d",
    symbols: ["STATUS_HOST_UNREACHABLE"],
    places: ["post-join"],
    title: "host unreachable",
    cause: "The network could not deliver to the computer at the other end.",
    resolution: [
      reads(
        "Run `Test-NetConnection` with the host of {Endpoint URI} and `-Port 443`. Where it fails, `route print` shows which way the traffic takes, over the VPN or beside it.",
        {
          proves:
            "It succeeds: the way is back; lock and unlock the PC. It fails on the VPN only: that one does not carry the address.",
          rights: "user",
        },
      ),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
]
