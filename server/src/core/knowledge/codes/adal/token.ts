import type { CodeEntry } from "../../code.ts"
import { authenticationPhase } from "../../headings.ts"
import { reads } from "../../step.ts"
import { adalTable, prerequisites, untouchedAnswer } from "./advice.ts"

const publicCase = "The order of lines in AdalLog is seen in a public case, question 687273 on Microsoft Q&A."

/** Facility 0xaa9 of ADAL: getting, keeping and renewing a token, and proving the device on the way. */
export const adalTokenCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x4aa90008",
    symbols: ["INFO_ADAL_TOKEN_VALID"],
    places: ["any"],
    title: "cached token still good",
    cause: "The token in the cache was still valid, so the library returned it and asked no server.",
    resolution: [reads("Nothing has to be done. For a failure, look at the other lines of the same log.")],
    nature: "information",
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x4aa90009",
    symbols: ["INFO_ADAL_TOKEN_EXPIRED"],
    places: ["any"],
    title: "cached token has expired",
    cause: "The token in the cache has reached the end of its life, as every token does.",
    resolution: [reads("Look at what was logged after it: whether a new token came is what counts.")],
    nature: "information",
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x4aa90010",
    symbols: ["INFO_ADAL_REQUEST_SENDING"],
    places: ["any"],
    title: "web request being sent",
    cause: "The library is about to send a web request. How the request ends is not said yet.",
    resolution: [
      reads(
        "In `AdalLog` of event 305 the newest line is on top: the HRESULT above this one is how the request ended.",
        { rights: "user" },
      ),
    ],
    note: publicCase,
    nature: "information",
    sources: [adalTable, authenticationPhase],
  },
  {
    kind: "code",
    code: "0xcaa90003",
    symbols: ["ERROR_ADAL_NO_REFRESH_TOKEN"],
    places: ["any"],
    title: "no refresh token to renew with",
    cause: "The library wanted to renew a token quietly and has no refresh token for it.",
    resolution: [
      reads(
        "In a join, go by the code of the next step: the join always begins with this one, before the computer account signs in to the federation service.",
        {
          rights: "user",
          proves: "If no code follows in the join, the step after it worked. In an app, go on with the next step.",
        },
      ),
      reads("For an app, one sign-in by the user brings a new refresh token.", { rights: "user" }),
    ],
    note: "That a join begins like this is seen in question 687273 on Microsoft Q&A.",
    sources: [adalTable, authenticationPhase],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90004",
    symbols: ["ERROR_ADAL_RENEW_BY_REFRESH_TOKEN"],
    places: ["any"],
    title: "renewal by refresh token failed",
    cause: "There was a refresh token, and the request that used it failed.",
    resolution: [
      reads(
        "Look in AAD Operational, or in event 305 of a join, for what the server said to the refresh token at that second: AADSTS50173 is one that was revoked, AADSTS70008 or AADSTS700082 one that ran out.",
        {
          proves:
            "One of the three: a new sign-in by the user brings a new token. Another AADSTS code: look it up. None: the request did not reach the server; look for a network code.",
          rights: "user",
        },
      ),
      reads(
        "If it is AADSTS50173, the refresh token was revoked, as a new password does it. Have the user sign in again.",
        { rights: "user" },
      ),
    ],
    note: "The three AADSTS codes are named for their meanings; Microsoft does not list them for this number.",
    sources: [adalTable, { page: "aadsts50173", heading: "Cause", anchor: "cause" }],
  },
  {
    kind: "code",
    code: "0xcaa90012",
    symbols: ["ERROR_ADAL_SILENT_LOGIN_THREAD_MANUAL_TERMINATED"],
    places: ["any"],
    title: "silent sign-in took too long and was ended",
    cause: "The background thread of a silent sign-in did not end in time, so the library ended it.",
    resolution: [
      reads(
        "Treat it as a time-out: measure how long https://login.microsoftonline.com and the federation service take to answer on this PC.",
        {
          proves:
            "If one of them takes many seconds, find what delays it: the proxy, DNS or the server. If both answer at once, repeat the sign-in: it was a moment of load.",
          rights: "user",
        },
      ),
      untouchedAnswer,
    ],
    sources: [adalTable, prerequisites],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90015",
    symbols: ["ERROR_ADAL_OAUTH_RESPONSE_INVALID"],
    places: ["any"],
    title: "token endpoint's answer is not valid OAuth",
    cause: "The server answered the token request, but not in the form that OAuth prescribes.",
    resolution: [
      reads("Repeat the sign-in from a PC on another network.", {
        rights: "user",
        proves:
          "It works there: the answer is changed on the way of the first one. It fails there as well: the server gives that answer; look up what it says in AAD Operational.",
      }),
      untouchedAnswer,
    ],
    sources: [adalTable, prerequisites],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90016",
    symbols: ["ERROR_ADAL_IDTOKEN_INVALID"],
    places: ["any"],
    title: "ID token is not valid Base64",
    cause: "The ID token that tells who signed in is not valid Base64, so the library cannot read it.",
    resolution: [
      reads("Repeat the sign-in once on another network, for example over a phone, and compare.", {
        proves:
          "The number stays: the issuer damages the token; ask whoever runs the federation service. It is gone: something on the first network does, such as its proxy.",
        rights: "user",
      }),
      untouchedAnswer,
    ],
    sources: [adalTable, prerequisites],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90019",
    symbols: ["ERROR_ADAL_UNEXPECTED_RESPONSE"],
    places: ["any"],
    title: "unexpected answer from the server",
    cause: "An answer came, and it is none that the library knows how to use at this point.",
    resolution: [
      reads(
        "Note the HTTP status that is logged with it. A status of a proxy or firewall, such as 407 or 403, shows who really answered.",
        {
          proves:
            "407 or 403 from the proxy: let the request through. A status of the server: look it up here by 0x8019 and the status in hex.",
        },
      ),
      untouchedAnswer,
    ],
    sources: [adalTable, prerequisites],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x4aa50081",
    symbols: [],
    places: ["any"],
    title: "account of an app loaded in a joined session",
    cause:
      "On a joined PC, the token broker loaded an account that belongs to one app. It notes this often, on sound PCs as well.",
    resolution: [reads("Leave it, and look at the warnings and errors around it: they decide.")],
    confidence: "reported",
    sources: [{ page: "event1098" }],
    nature: "information",
  },
  {
    kind: "code",
    code: "0xcaa90056",
    symbols: [],
    places: ["post-join"],
    title: "renewal of a token by the PRT failed",
    cause: "An app needed a token, the library asked for it with the PRT, and the request failed.",
    resolution: [
      reads(
        "Read the events just before and after it in AAD Operational: 1081 or 1098 of the same correlation ID has the server's code.",
        {
          proves: "With a server's code: follow it. Without one: see whether the user has a PRT at all.",
          rights: "user",
        },
      ),
      reads("As the user, see in `dsregcmd /status` whether `AzureAdPrt` is YES and when it was renewed.", {
        rights: "user",
      }),
    ],
    note: "Microsoft's table does not have the number; its text stands in the event itself.",
    confidence: "reported",
    sources: [{ page: "event1098" }, { page: "prt" }],
  },
]
