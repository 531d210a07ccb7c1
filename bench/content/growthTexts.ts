import type { GrowthText } from "../growthWorks.ts"
import { flat } from "./flat.ts"
import { logText } from "./logText.ts"

/** Each text of the growth measures in about as many bytes as wanted. */
export const growthTexts: Readonly<Record<GrowthText, (bytes: number) => string>> = {
  "ordinary logs": logText,
  "one line joined by <br>": repeated("| Device State |<br>AzureAdJoined : YES<br>"),
  "boxes alone": repeated("| Device State |\r\n| User State |\r\n"),
  "one event log": repeated(
    "Event ID: 304\r\nAutomatic registration failed at join phase. Exit code: Unknown HResult Error code: 0x801c001d\r\nErrorPhase: discover\r\n\r\n",
  ),
  "a line of blanks": (bytes) => flat(`| Device State |\n${" ".repeat(bytes)}`),
}

function repeated(piece: string): (bytes: number) => string {
  return (bytes) => flat(piece.repeat(Math.ceil(bytes / piece.length)))
}
