import type { CodeEntry } from "../../code.ts"
import { networkRequirements } from "../../headings.ts"
import { changes, reads } from "../../step.ts"
import { proxyForSystem, winHttp, winInet } from "./advice.ts"

/** Network errors on the way to a proxy, and of finding one. */
export const proxyCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80072eef",
    symbols: ["ERROR_WINHTTP_LOGIN_FAILURE", "ERROR_INTERNET_LOGIN_FAILURE"],
    places: ["any"],
    title: "sign-in to a server or proxy failed",
    cause: "The sign-in that the connection itself asked for failed. This is not yet the sign-in of the user.",
    resolution: [
      reads(
        "For a federation service, see whether Windows authentication works there: Kerberos for the computer account, with a domain controller in reach.",
        {
          proves:
            "No domain controller or no ticket: that is the cause. Both there: see whether it was a proxy that asked for the sign-in.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      changes(
        "If there is a proxy that asks for a sign-in, see its log for the computer account, and let that account pass.",
        { where: "network" },
      ),
      proxyForSystem,
    ],
    sources: [winHttp, winInet, networkRequirements],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f86",
    symbols: ["ERROR_WINHTTP_BAD_AUTO_PROXY_SCRIPT", "ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT"],
    places: ["any"],
    title: "error in the PAC file",
    cause: "The proxy auto-configuration (PAC) file was found, but running its script failed.",
    resolution: [
      reads(
        "Test the script with the failing host name. It must return a proxy or DIRECT for every address, also when it runs for SYSTEM; functions that ask DNS for internal names can fail away from the company network.",
        {
          rights: "administrator",
          proves: "An error in it: correct the script. The right answer: see whether SYSTEM gets the same script.",
        },
      ),
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f87",
    symbols: ["ERROR_WINHTTP_UNABLE_TO_DOWNLOAD_SCRIPT", "ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT"],
    places: ["any"],
    title: "PAC file not downloaded",
    cause:
      "The proxy auto-configuration (PAC) file could not be fetched: its server was out of reach, or answered that there is no such file.",
    resolution: [
      reads(
        "Run `curl.exe -i` with the address from `Auto-Configuration URL` as SYSTEM. The script has to come, without a sign-in.",
        {
          proves:
            "The script: it is in reach now; repeat what failed. A page or an error: correct the address, or let SYSTEM read it.",
          rights: "system",
        },
      ),
      "If the server of the file is internal, the PC needs the internal network or a VPN before it can find the proxy.",
    ],
    sources: [winHttp, winInet],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f92",
    symbols: ["ERROR_WINHTTP_AUTO_PROXY_SERVICE_ERROR"],
    places: ["any"],
    title: "no proxy found for the address",
    cause: "Windows asked its service for automatic proxies for this address, and got no proxy from it.",
    resolution: [
      reads(
        "Compare with the two proxy sections of the log: with a direct connection allowed, this is only a remark on the way, and another code tells the failure.",
        { rights: "user", proves: "Without a direct way: give SYSTEM the proxy, as below." },
      ),
      changes("If a proxy is needed, publish it by WPAD or set it with a WinHTTP policy so that SYSTEM finds it.", {
        where: "network",
      }),
    ],
    sources: [winHttp, networkRequirements],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80072f94",
    symbols: ["ERROR_WINHTTP_AUTODETECTION_FAILED"],
    places: ["any"],
    title: "no PAC file detected",
    cause:
      "Automatic detection (WPAD) found no address of a proxy auto-configuration (PAC) file, neither in DHCP nor in DNS.",
    resolution: [
      reads(
        "Find out whether this network uses WPAD at all. Without it the number is normal, and harmless as long as a direct connection is allowed.",
        {
          rights: "user",
          proves: "It does: `nslookup wpad` has to find its server from this PC; without an answer DNS is the fault.",
          where: "network",
        },
      ),
      reads("If the network does use WPAD, run `nslookup wpad` on this PC and check the DHCP option 252.", {
        rights: "user",
      }),
    ],
    sources: [winHttp, networkRequirements],
    confidence: "inferred",
  },
]
