import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import { changes, reads } from "../../step.ts"
import { winHttp, winInet } from "./advice.ts"

const readAnswer = shared(
  reads(
    "See what really answers: open the failing address as SYSTEM, or run `curl.exe -v` with it there. A page of a proxy, firewall or captive portal is the fault to look for.",
    { rights: "system" },
  ),
)

/** Network errors of an answer that is not what was expected. */
export const answerCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80072ee3",
    symbols: ["ERROR_INTERNET_EXTENDED_ERROR"],
    places: ["any"],
    title: "server sent an error text",
    cause: "The server sent back an error with a text of its own; the number does not contain the text.",
    resolution: [
      reads(
        "Look for the server's words in `Server Message` or `Server Error Description`, in AAD Operational, or in event 305 of a join at that second.",
        {
          proves: "Words or a code: look those up. None: see who answered, for a proxy sends a page without them.",
          inLog: [
            { fields: ["Server Message", "Server Error Description", "Server error"], leaves: "The server said {0}." },
          ],
          rights: "user",
        },
      ),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f76",
    symbols: ["ERROR_WINHTTP_HEADER_NOT_FOUND", "ERROR_HTTP_HEADER_NOT_FOUND"],
    places: ["any"],
    title: "header missing in the answer",
    cause: "The program looked for a header that the answer does not have.",
    resolution: [
      reads("See whether a proxy removes headers; some are set up to let only a list of known ones through.", {
        proves:
          "If it does, let this address pass untouched. If there is no proxy, or the fault stays without it, the server left the header out.",
        where: "network",
      }),
      readAnswer,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f77",
    symbols: ["ERROR_HTTP_DOWNLEVEL_SERVER"],
    places: ["any"],
    title: "answer without headers",
    cause: "The server answered without any HTTP headers.",
    resolution: [
      reads(
        "Run `curl.exe -v` with the failing address as SYSTEM and see whether the answer begins with a line `HTTP/`.",
        {
          proves:
            "Without it: what answers, such as a proxy or a firewall, is the fault to look for. With it: the answer is whole now; repeat what failed.",
          rights: "system",
        },
      ),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f78",
    symbols: ["ERROR_WINHTTP_INVALID_SERVER_RESPONSE", "ERROR_HTTP_INVALID_SERVER_RESPONSE"],
    places: ["any"],
    title: "answer not understood",
    cause: "What the server sent could not be read as an HTTP answer.",
    resolution: [
      reads(
        "Save what comes with `curl.exe -i -o answer.txt` and the failing address, as SYSTEM, and open that file: its text mostly tells which program on the way wrote it.",
        {
          proves:
            "A page of a proxy or firewall: let the address pass. Microsoft's own answer: the fault was of one moment.",
          rights: "system",
        },
      ),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f7c",
    symbols: ["ERROR_WINHTTP_REDIRECT_FAILED", "ERROR_HTTP_REDIRECT_FAILED"],
    places: ["any"],
    title: "redirection failed",
    cause:
      "The answer led elsewhere and could not be followed: it changed between HTTP and HTTPS, or led on and on, five times by default.",
    resolution: [
      reads(
        "Find the target in the header `Location`, with `curl.exe -I` as SYSTEM or in the log of the proxy. A block page, a guest network or an address with `http:` is what to look for.",
        {
          proves: "A target of Microsoft with `https:`: the redirection is as it should be; repeat what failed.",
          rights: "system",
        },
      ),
      changes("Take the address out of rules on the proxy or firewall that redirect to a sign-in or warning page.", {
        where: "network",
      }),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f80",
    symbols: ["ERROR_HTTP_NOT_REDIRECTED"],
    places: ["any"],
    title: "request not redirected",
    cause: "The program was to be sent on to another address, and the answer that came did not do that.",
    resolution: [
      reads(
        "Run `curl.exe -I` with the address as SYSTEM, on this PC and on one that works. An answer without `Location` on this one alone comes from its way to the server.",
        {
          proves: "The same on both: the server answers like this to everybody, and the program has to cope with it.",
          rights: "system",
        },
      ),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f81",
    symbols: ["ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION"],
    places: ["any"],
    title: "cookie needs confirmation",
    cause:
      "A cookie was waiting for somebody to accept it. Microsoft gives this number for Windows Vista and earlier only.",
    resolution: [
      reads("Check that the number was copied correctly; current Windows should not show it.", {
        rights: "user",
        proves: "Another number: look that up. The same: see which old program wrote it.",
      }),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f82",
    symbols: ["ERROR_HTTP_COOKIE_DECLINED"],
    places: ["any"],
    title: "cookie declined",
    cause: "A cookie was refused, according to Microsoft by the server.",
    resolution: [
      reads("Look whether a proxy on the way works with cookies for its own login.", {
        proves: "It does: let the computer account pass without that login. It does not: repeat in a new session.",
        where: "network",
      }),
      "Repeat the sign-in in a new session, so that old cookies are left behind.",
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f88",
    symbols: ["ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION"],
    places: ["any"],
    title: "redirection needs a user's consent",
    cause: "The answer led elsewhere, and somebody would have to agree. A join or a PRT request has nobody to ask.",
    resolution: [
      reads(
        "Run `curl.exe -I` with the address as SYSTEM: the header `Location` names the page that wants a consent.",
        {
          proves:
            "A welcome page of the network: it has to be passed or exempted. No `Location`: the question is gone; repeat what failed.",
          rights: "system",
        },
      ),
      changes("Exempt the address from the page that asks, such as the welcome page of a guest network.", {
        where: "network",
      }),
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f95",
    symbols: ["ERROR_WINHTTP_HEADER_COUNT_EXCEEDED"],
    places: ["any"],
    title: "too many headers in the answer",
    cause: "The answer had more headers than WinHTTP can take in.",
    resolution: [
      reads(
        "Count the headers of the answer with `curl.exe -s -D - -o NUL` and the failing address, as SYSTEM. One that comes again and again is added by a proxy or a load balancer.",
        { proves: "None that repeats: the server sends them; take the answer to whoever runs it.", rights: "system" },
      ),
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f96",
    symbols: ["ERROR_WINHTTP_HEADER_SIZE_OVERFLOW"],
    places: ["any"],
    title: "headers of the answer too large",
    cause: "All headers of the answer together were larger than the request allows.",
    resolution: [
      reads("Look for long cookies or other headers that a proxy or load balancer adds to the answer.", {
        proves: "Found: shorten or remove them there. None: the server's own headers are too long.",
        where: "network",
      }),
      readAnswer,
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f97",
    symbols: ["ERROR_WINHTTP_CHUNKED_ENCODING_HEADER_SIZE_OVERFLOW"],
    places: ["any"],
    title: "overflow in a chunked answer",
    cause: "The answer came in chunks, and reading their sizes overflowed.",
    resolution: [
      reads("Look in the log of the proxy whether it scans or compresses what comes from this address.", {
        proves:
          "It does: exclude the address. It does not: repeat from another network, to see whether the server sends it so.",
        where: "network",
      }),
      changes("Exclude the address from that, and test again.", { where: "network" }),
      readAnswer,
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f98",
    symbols: ["ERROR_WINHTTP_RESPONSE_DRAIN_OVERFLOW"],
    places: ["any"],
    title: "answer too large",
    cause: "The answer was larger than a limit inside WinHTTP.",
    resolution: [
      reads("Compare the size of the answer with that on a PC without the error: a token answer has some kilobytes.", {
        rights: "user",
        proves: "Far larger here: a page of something else came; see its text. As small as there: repeat what failed.",
      }),
      readAnswer,
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
]
