import type { CodeEntry } from "../../code.ts"
import { ssoState } from "../../headings.ts"
import { shared } from "../../shared.ts"
import { changes, fact, reads } from "../../step.ts"
import { hybridTable, prtStatus } from "../prtTables.ts"

/** Where an answer of the sign-in service or of AD FS says more than the status does. */
const readServerCode = shared(
  reads(
    "Read `Server Error Code` and `Server Error Description` in the same block: an AADSTS or MSIS code there tells more than the status.",
    {
      inLog: [
        {
          fields: ["Server Error Description", "Server Error Code"],
          leaves:
            "The server itself said {0}. A code there that begins with AADSTS or MSIS tells more than the status.",
        },
      ],
    },
  ),
)

/** The events that keep what a server answered to a request for a PRT. */
const serverEvents = shared(
  reads(
    "Event 1081 in AAD Operational keeps the answer of Microsoft Entra ID, event 1088 that of the WS-Trust endpoint. The first event 1022 before it in AAD Analytic names the address.",
    { rights: "user" },
  ),
)

const proxyAsComputer = shared(
  reads(
    "Behind an outbound proxy, see that the computer account finds the proxy and gets through it without a prompt.",
    { where: "network" },
  ),
)

const networkEvents = shared(
  reads(
    "For a network failure, look up the code in `HTTP Error`. Event 1084 in AAD Operational keeps it as well, and event 1022 in AAD Analytic names the address.",
    { inLog: [{ fields: ["HTTP Error"], when: /^0x0+$/i }], rights: "user" },
  ),
)

/** Status numbers that a PRT request ends with when it was refused or did not get through. */
export const refusalStatusCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xc000006a",
    symbols: ["STATUS_WRONG_PASSWORD"],
    places: ["post-join"],
    title: "sign-in service not reached, or HTTP 400",
    cause:
      "Documented together with 0xc000006d and for the same two reasons: no connection to the sign-in service, or an HTTP 400 from it or from the WS-Trust endpoint. The name alone does not prove a wrong password.",
    resolution: [
      reads(
        "Read `Server Error Code` in the same block, and let the name of this status lead nobody to the password: `HTTP Error` other than 0x0 is a network failure.",
        {
          rights: "user",
          inLog: [
            {
              fields: ["HTTP Error"],
              when: /^0x0*[1-9a-f]/i,
              leaves: "`HTTP Error` is {0}: start with the network, not with the password.",
            },
            {
              fields: ["Server Error Code"],
              leaves: "The server refused it with {0}: that counts, not the name of this status.",
            },
          ],
          proves: "An AADSTS code: the server refused; follow that. 0x0 and no code: go on with the events.",
        },
      ),
      fact("Suspect the password only where the server code is AADSTS50126."),
      proxyAsComputer,
      serverEvents,
    ],
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc000006d",
    symbols: ["STATUS_LOGON_FAILURE"],
    places: ["post-join"],
    title: "sign-in service not reached, or it answered HTTP 400",
    cause:
      "Either the PC could not connect to the Microsoft Entra sign-in service, or that service or a WS-Trust endpoint refused the request with HTTP 400. A wrong password is only one of the reasons for such a refusal.",
    resolution: [
      reads(
        "Read `HTTP Error` and `Server Error Code` in the same block together: 0x0 with an AADSTS code is a refusal by the server, anything but 0x0 a connection that failed.",
        {
          inLog: [
            {
              fields: ["HTTP Error"],
              when: /^0x0*[1-9a-f]/i,
              leaves: "`HTTP Error` is {0}: a connection failed, so start with the network, not with the password.",
            },
            {
              fields: ["Server Error Code"],
              leaves: "The server was reached and refused the request with {0}: look that up.",
            },
          ],
          proves:
            "An AADSTS code: follow it. A code in `HTTP Error`: follow that one; nothing was refused. Neither: the events of that minute tell more.",
        },
      ),
      fact(
        "AADSTS50126 is the one that means user name or password. On a hybrid joined PC a password just changed may still have to reach Microsoft Entra ID: wait for the synchronization.",
      ),
      proxyAsComputer,
      serverEvents,
    ],
    note: "Under `EnterprisePrt` the block tells about AD FS, not about Microsoft Entra ID.",
    sources: [prtStatus, hybridTable, ssoState],
  },
  {
    kind: "code",
    code: "0xc00000be",
    symbols: ["STATUS_BAD_NETWORK_PATH"],
    places: ["post-join"],
    title: "network failure or HTTP error answer",
    cause:
      "A required address could not be reached, or Microsoft Entra ID or the WS-Trust endpoint answered with an HTTP error of 400 or higher. The name, a network path that cannot be found, fits only the first of the two.",
    resolution: [
      reads(
        "Read `HTTP status` first: with 400 or higher the address was reached, and `Server Error Code` tells more than this status, whose name speaks of a path that was not found.",
        {
          rights: "user",
          proves: "Below 400 or none: the network failed; follow `HTTP Error`.",
          inLog: [
            {
              fields: ["HTTP status"],
              when: /^[45]\d\d/,
              leaves: "`HTTP status` is {0}: the address was reached, and the server refused the request.",
            },
          ],
        },
      ),
      readServerCode,
      serverEvents,
      networkEvents,
    ],
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc00000c4",
    symbols: ["STATUS_UNEXPECTED_NETWORK_ERROR"],
    places: ["post-join"],
    title: "unexpected network error or HTTP error answer",
    cause:
      "Windows calls it an unexpected network error. It stands for a connection that failed on the way to a required address, and as well for an HTTP error of 400 or higher from Microsoft Entra ID or from the WS-Trust endpoint.",
    resolution: [
      reads("See whether `HTTP Error` in the block is 0x0.", {
        rights: "user",
        proves:
          "Another number: it is the network error that Windows did not expect, and the one to look up. 0x0: the server answered; `HTTP status` and `Server Error Code` say what.",
        inLog: [
          { fields: ["HTTP Error"], when: /^0x0+$/i },
          {
            fields: ["HTTP Error"],
            leaves: "Look up {0}, which stands in `HTTP Error`: it is the network error that Windows did not expect.",
          },
        ],
      }),
      readServerCode,
      serverEvents,
      networkEvents,
    ],
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc00000d0",
    symbols: ["STATUS_REQUEST_NOT_ACCEPTED"],
    places: ["post-join"],
    title: "server answered HTTP 400",
    cause:
      "Microsoft Entra ID or the WS-Trust endpoint of the federation service was reached and refused the request with HTTP 400.",
    resolution: [
      reads(
        "See who sent the 400: `Endpoint URI` in the same block names Microsoft Entra ID or the federation service, and `Server Error Description` says what it disliked.",
        {
          rights: "user",
          proves:
            "Microsoft Entra ID: follow the AADSTS code. The federation service: follow the MSIS code, or read AD FS > Admin of that minute.",
          inLog: [
            { fields: ["Server Error Description"], leaves: "The 400 came from {Endpoint URI}, which said {0}." },
            { fields: ["Endpoint URI"], leaves: "The 400 came from {0}." },
          ],
        },
      ),
      serverEvents,
    ],
    note: "Elsewhere in Windows the number means a computer that takes no more connections. The PRT page does not give that as a cause.",
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc000023c",
    symbols: ["STATUS_NETWORK_UNREACHABLE"],
    places: ["post-join"],
    title: "network unreachable or HTTP error answer",
    cause:
      "The PC had no way through the network to a required address. The same status is used when Microsoft Entra ID or the WS-Trust endpoint did answer, with an HTTP error of 400 or higher.",
    resolution: [
      reads("See whether `HTTP Error` holds a network code, such as 0x80072ee7.", {
        rights: "user",
        proves:
          "With one: the PC found no way out at that moment; lock and unlock it when it is online, and read a new log. None: `HTTP status` and `Server Error Code` tell what the server answered.",
        inLog: [
          { fields: ["HTTP Error"], when: /^0x0+$/i },
          {
            fields: ["HTTP Error"],
            leaves: changes(
              "`HTTP Error` is {0}: the PC found no way out at that moment. Lock and unlock it when it is online, and read a new log.",
              { rights: "user" },
            ),
          },
        ],
      }),
      networkEvents,
      readServerCode,
      serverEvents,
    ],
    note: "Seen in a real log together with 0x80072ee7 in `HTTP Error`: there it was name resolution that failed.",
    sources: [prtStatus, hybridTable],
  },
]
