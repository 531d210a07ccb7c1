import type { CodeEntry } from "../../code.ts"
import { reads } from "../../step.ts"
import { logsForSupport, winHttp, winInet } from "./advice.ts"

/** Network errors of how a program made its request: options, handles, headers. */
export const programCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80072ee9",
    symbols: ["ERROR_WINHTTP_INVALID_OPTION", "ERROR_INTERNET_INVALID_OPTION"],
    places: ["any"],
    title: "invalid option value",
    cause: "The program read or set an option of the network library with a value that does not exist.",
    resolution: [
      reads(
        "Look at the build of Windows with `winver` and for updates that wait: a program that asks for an option this version does not know gets the number.",
        { proves: "Updates wait: install them. None: the program was made for a newer Windows.", rights: "user" },
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072eea",
    symbols: ["ERROR_INTERNET_BAD_OPTION_LENGTH"],
    places: ["any"],
    title: "option of the wrong length",
    cause: "The program passed an option whose length does not fit its kind.",
    resolution: [
      reads(
        "Look for an update of the program that made the request: it and the network library disagree about the size of an option.",
        {
          rights: "user",
          proves: "There is one: install it. There is none: tell its maker; Windows itself sets these options right.",
        },
      ),
      logsForSupport,
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072eeb",
    symbols: ["ERROR_WINHTTP_OPTION_NOT_SETTABLE", "ERROR_INTERNET_OPTION_NOT_SETTABLE"],
    places: ["any"],
    title: "option can only be read",
    cause: "The program tried to set an option that can only be read.",
    resolution: [
      reads(
        "Find the program by the process ID in the event or log. Another that asks the same server without the number shows that the network is sound.",
        { rights: "user", proves: "If Windows itself made the call, look at the code that follows." },
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ef2",
    symbols: ["ERROR_WINHTTP_INCORRECT_HANDLE_TYPE", "ERROR_INTERNET_INCORRECT_HANDLE_TYPE"],
    places: ["any"],
    title: "handle of the wrong type",
    cause: "The program used a handle of one kind for an operation that needs another.",
    resolution: [
      reads("Repeat what failed, and see whether the number comes each time.", {
        rights: "user",
        proves:
          "Once, while a session ended: it is left over from closing. Each time: it is for the maker of the program, unless another code stands beside it.",
      }),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072ef3",
    symbols: ["ERROR_WINHTTP_INCORRECT_HANDLE_STATE", "ERROR_INTERNET_INCORRECT_HANDLE_STATE"],
    places: ["any"],
    title: "handle in the wrong state",
    cause: "The program asked for an operation that the request was not ready for.",
    resolution: [
      reads(
        "Look for a canceled request or a time-out just before (0x80072ef1, 0x80072ee2): a program that goes on with a request after that gets this number.",
        {
          rights: "user",
          proves: "With one: that one is the cause. With none: the program has the fault; repeat, then tell its maker.",
        },
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f46",
    symbols: ["ERROR_WINHTTP_CANNOT_CALL_AFTER_SEND"],
    places: ["any"],
    title: "call came after sending",
    cause: "The program asked for something that is no longer possible once the request has been sent.",
    resolution: [
      reads(
        "Look in the same attempt for the first request to this address and its outcome: this number is only about what the program did after sending it.",
        { rights: "user", proves: "It worked: nothing is left to do. It failed: follow its code." },
      ),
      logsForSupport,
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f47",
    symbols: ["ERROR_WINHTTP_CANNOT_CALL_AFTER_OPEN"],
    places: ["any"],
    title: "call came after opening",
    cause: "The program asked for an option that has to be chosen before the request is opened.",
    resolution: [
      reads("Repeat what failed, and compare the numbers of the two attempts.", {
        rights: "user",
        proves:
          "The same each time: the program chooses an option too late; tell its maker. Gone: it was of one moment.",
      }),
      logsForSupport,
    ],
    sources: [winHttp],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f79",
    symbols: ["ERROR_HTTP_INVALID_HEADER"],
    places: ["any"],
    title: "invalid header",
    cause: "A header that was handed to the network library is invalid.",
    resolution: [
      reads(
        "Look for line breaks or other unusual characters in what the request carries, such as the name of the PC or of the app.",
        { rights: "user", proves: "Found: take them out of the name. None: the program builds the header wrong." },
      ),
      logsForSupport,
    ],
    sources: [winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f7a",
    symbols: ["ERROR_WINHTTP_INVALID_QUERY_REQUEST", "ERROR_HTTP_INVALID_QUERY_REQUEST"],
    places: ["any"],
    title: "invalid question about headers",
    cause: "The program asked the network library about the headers of an answer in a way that is not allowed.",
    resolution: [
      reads(
        "Find the program of the user's session that wrote it: WinHTTP, which Windows uses for the join, has given the number up.",
        {
          rights: "user",
          proves: "Found: update it. Not found: it says nothing of the join; look at the other codes.",
        },
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f7b",
    symbols: ["ERROR_WINHTTP_HEADER_ALREADY_EXISTS", "ERROR_HTTP_HEADER_ALREADY_EXISTS"],
    places: ["any"],
    title: "header already there",
    cause: "The program tried to add a header that the request already had.",
    resolution: [
      reads(
        "Look for a program in the user's session that uses WinINet, such as an old add-in: in WinHTTP the number is obsolete.",
        {
          rights: "user",
          proves: "Found: update or remove it. Not found: it says nothing of the join; look at the other codes.",
        },
      ),
      logsForSupport,
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
]
