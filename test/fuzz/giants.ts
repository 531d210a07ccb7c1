import { repeated } from "./growthTexts.ts"

const line = "x : 0x80072ee2 AzureAdPrt : NO | a (b) "

/** Logs far larger than any, of a part of their full size: at 1 they have 10 MB of one line, or so many of something. */
export const giants: Readonly<Record<string, (size: number) => string>> = {
  "a line of 10 MB": (size) => repeated({ before: "| SSO State |\n", piece: line, behind: "\n" }, 10_000_000 * size),
  "10 MB without a line end": (size) => repeated({ before: "", piece: "a", behind: "" }, 10_000_000 * size),
  "a word of 10 MB in a log": (size) =>
    repeated({ before: "| Device State |\n AzureAdJoined : NO\n", piece: "a", behind: "" }, 10_000_000 * size),
  "a user of 10 MB": (size) =>
    repeated(
      { before: "C:\\Users\\", piece: "evil", behind: ">dsregcmd /status\n| Device State |\n AzureAdJoined : NO\n" },
      10_000_000 * size,
    ),
  "a name of 10 MB": (size) =>
    repeated(
      { before: "| Device State |\n Device Name : ", piece: "a", behind: "\n AzureAdJoined : NO\n" },
      10_000_000 * size,
    ),
  "a value of 10 MB": (size) =>
    repeated({ before: " Server Message : ", piece: "0x80072ee2 ", behind: "\n" }, 10_000_000 * size),
  "100,000 sections": (size) => many("| User State |\n\n NgcSet : NO\n\n| Work Account 1 |\n\n", 50_000 * size),
  "100,000 captures": (size) =>
    many("| Device State |\n\n AzureAdJoined : NO\n DomainJoined : YES\n\n", 100_000 * size),
  "1,000,000 empty lines": (size) => many("\n", 1_000_000 * size),
  "1,000,000 empty lines in a log": (size) =>
    `| Device State |\n AzureAdJoined : NO\n${many("\n", 1_000_000 * size)} DomainJoined : YES\n`,
}

function many(piece: string, times: number): string {
  return repeated({ before: "", piece, behind: "" }, piece.length * times)
}
