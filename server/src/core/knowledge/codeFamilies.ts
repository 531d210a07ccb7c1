import type { Phase } from "./code.ts"
import { halves, httpStatusIn, networkError } from "./codeNumber.ts"
import type { PageId } from "./pages.ts"

/** A range of numbers with one owner: what can be truly said of a number in it that has no entry of its own. */
export interface CodeFamily {
  /** What such a number is, without an article: `TPM error`. */
  readonly name: string
  /** Who writes such a number and where, in a sentence. */
  readonly meaning: string
  readonly holds: (code: string) => boolean
  /** The phase of a join that its owner takes part in, where it is only one. */
  readonly phase?: Phase
  /** Where Microsoft lists numbers of this kind. */
  readonly page: PageId
}

/** The families of numbers that a dsregcmd log meets; the first that holds a number is its family. */
const codeFamilies: readonly CodeFamily[] = [
  {
    name: "HTTP status",
    meaning: "A server, or a proxy in its place, answered with an HTTP status that is no success.",
    holds: (code) => httpStatusIn(code) !== undefined,
    page: "bitsErrors",
  },
  {
    name: "error of the network library",
    meaning: "It comes from WinHTTP or WinINet, which carry the requests of a join and of a sign-in.",
    holds: (code) => networkError(code) !== undefined,
    page: "winHttp",
  },
  {
    name: "device registration error",
    meaning:
      "It comes from Windows' device registration (0x801c), which joins the PC and registers Windows Hello keys.",
    holds: startsWith("0x801c"),
    page: "hybridJoin",
  },
  {
    name: "device management enrollment error",
    meaning: "It comes from enrollment in mobile device management (0x8018), which begins after a join.",
    holds: startsWith("0x8018"),
    page: "mdmConstants",
  },
  {
    name: "Autopilot error",
    meaning: "It comes from Windows Autopilot or its enrollment status page (0x8103, 0xc103), not from the join.",
    holds: startsWith("0x8103", "0xc103"),
    page: "autopilotKnownIssues",
  },
  {
    name: "error of the authentication library",
    meaning: "It comes from the library that gets tokens for the join and for apps (ADAL, and MSAL after it).",
    holds: startsWith("0xcaa", "0x8aa", "0x4aa"),
    phase: "auth",
    page: "hybridJoin",
  },
  {
    name: "status of the CloudAP plug-in",
    meaning: "It comes from the plug-in of Windows that asks Microsoft Entra ID for the PRT at sign-in.",
    holds: startsWith("0xc0048", "0x80048"),
    page: "prt",
  },
  {
    name: "Task Scheduler error",
    meaning: "It comes from the Task Scheduler of Windows, which starts the join task.",
    holds: startsWith("0x80041", "0x00041"),
    page: "taskErrors",
  },
  {
    name: "TPM error",
    meaning: "It comes from the TPM (0x8028) or from the software in front of it (0x8029).",
    holds: startsWith("0x8028", "0x8029"),
    page: "tpmErrors",
  },
  {
    name: "security error",
    meaning:
      "It comes from the security interfaces of Windows (0x8009): Kerberos and Schannel, certificates, or key storage.",
    holds: startsWith("0x8009"),
    page: "comErrors",
  },
  {
    name: "Windows error",
    meaning: "It is one of the system error codes that all parts of Windows share.",
    holds: (code) => [0, 0x8007, 0xc007].includes(halves(code).high),
    page: "systemErrors",
  },
  {
    name: "Windows status",
    meaning: "It is a status (NTSTATUS) from inside Windows, as the PRT request and the sign-in return it.",
    holds: (code) => [0xc, 0xd].includes(halves(code).high >>> 12),
    page: "ntstatus",
  },
]

/** The family of a code that is a number; undefined for a text and for a number of nobody we know. */
export function codeFamily(code: string): CodeFamily | undefined {
  return code.startsWith("0x") ? codeFamilies.find(({ holds }) => holds(code)) : undefined
}

/** The phase of a join that the owner of a number takes part in, where it is only one, whatever the number wraps. */
export function familyPhase(code: string): Phase | undefined {
  return codeFamilies.find(({ phase, holds }) => phase !== undefined && holds(code))?.phase
}

function startsWith(...prefixes: readonly string[]): CodeFamily["holds"] {
  return (code) => prefixes.some((prefix) => code.startsWith(prefix))
}
