import { fields } from "../fieldEntry.ts"

/**
 * The fields of the proxy sections: what is set for the user's programs, for the account SYSTEM and for WinHTTP.
 *
 * Microsoft documents none of them. Their weight comes from the join, which runs as SYSTEM and so does not see what is
 * set for the user.
 */
export const proxyFields = fields([
  {
    kind: "field-entry",
    name: "Auto Detect Settings",
    sections: ["ie-proxy"],
    type: "yes-no",
    meaning: "Whether the user's Internet settings look for a proxy by themselves (WPAD).",
    expected: "YES or NO, as your network needs it. YES with a WinHTTP access type of DIRECT is no fault.",
    values: {
      YES: "Windows looks for a proxy by itself.",
      NO: "It does not.",
    },
    confidence: "reported",
    sources: [{ page: "userProxy" }],
  },
  {
    kind: "field-entry",
    name: "Auto-Configuration URL",
    sections: ["ie-proxy"],
    type: "url",
    meaning: "The address of a proxy script (PAC file) in the user's Internet settings.",
    expected: "Empty, or your script. The join runs as SYSTEM, which does not read this user's settings.",
    confidence: "reported",
    sources: [{ page: "userProxy" }],
  },
  {
    kind: "field-entry",
    name: "Proxy Server List",
    sections: ["ie-proxy"],
    type: "list",
    meaning: "The proxy servers in the user's Internet settings.",
    expected:
      "Empty, or your proxy. If one stands here while WinHTTP says DIRECT and a network code appears in the log, the browser may work and the join may not.",
    confidence: "reported",
    sources: [{ page: "userProxy" }],
  },
  {
    kind: "field-entry",
    name: "Proxy Bypass List",
    sections: ["ie-proxy"],
    type: "list",
    meaning: "The addresses the user's programs reach without the proxy.",
    unjudged: "choice",
    confidence: "reported",
    sources: [{ page: "userProxy" }],
  },
  {
    kind: "field-entry",
    name: "Auto Detect Settings",
    sections: ["ie-proxy-system"],
    type: "yes-no",
    meaning: "Whether Windows looks for a proxy by itself (WPAD) where programs run as SYSTEM, as the join does.",
    expected: "YES or NO, as your network needs it. Auto Detect PAC Status tells what came of it.",
    values: {
      YES: "The join looks for a proxy by itself.",
      NO: "The join does not look for one.",
    },
    confidence: "reported",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Auto-Configuration URL",
    sections: ["ie-proxy-system"],
    type: "url",
    meaning: "The address of a proxy script (PAC file) that is set for SYSTEM.",
    expected: "Empty, or a script that the computer account can read without signing in.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Proxy Server List",
    sections: ["ie-proxy-system"],
    type: "list",
    meaning: "The proxy servers that are set for SYSTEM.",
    expected: "Empty, or a proxy that lets the computer account through without asking for a password.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Proxy Bypass List",
    sections: ["ie-proxy-system"],
    type: "list",
    meaning: "The addresses that SYSTEM reaches without its proxy.",
    unjudged: "choice",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Auto Detect PAC Status",
    sections: ["url-proxy"],
    type: "text",
    wraps: true,
    meaning:
      "What the search for a proxy script that the network offers by itself (WPAD) came to. Without such a script it fails with 0x80072f94.",
    expected:
      "The failure is normal where the network offers no script, as long as no other line of the log names a network error.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Access Type",
    sections: ["winhttp-proxy"],
    type: "word",
    meaning: "How WinHTTP, which services use, reaches the Internet by default.",
    expected:
      "DIRECT where no proxy is needed or it is found automatically. It matters only if there is a network code in the same log.",
    values: {
      DIRECT: "No proxy is set for WinHTTP.",
      PROXY: "A proxy is set for WinHTTP. Microsoft's DSRegTool uses this word; no published log of dsregcmd shows it.",
    },
    confidence: "reported",
    sources: [{ page: "winHttpProxy" }],
  },
  {
    kind: "field-entry",
    name: "Proxy Server List",
    sections: ["winhttp-proxy"],
    type: "list",
    meaning: "The proxy that is set for WinHTTP, and so for services such as the join. It is not printed with DIRECT.",
    expected: "A proxy that lets the computer account through without asking for a password.",
    confidence: "reported",
    sources: [{ page: "winHttpProxy" }],
  },
  {
    kind: "field-entry",
    name: "Proxy Bypass List",
    sections: ["winhttp-proxy"],
    type: "list",
    meaning: "The addresses WinHTTP reaches without its proxy. It is not printed with DIRECT.",
    unjudged: "choice",
    confidence: "reported",
    sources: [{ page: "winHttpProxy" }],
  },
])
