import { readdirSync, readFileSync } from "node:fs"
import fc from "fast-check"
import { statusFields } from "../../server/src/core/knowledge/fields/catalogue.ts"
import { fileText } from "../../server/src/core/text/fileText.ts"
import { anyText } from "./anyText.ts"

/** What a stranger could hope to be markup, an address or a picture somewhere; each holds the word `evil`. */
export const hostilePiece = fc.constantFrom(
  "[evil](command:workbench.action.terminal.evil)",
  "![evil](https://evil.example/p.png)",
  "https://evil.example/%25%2e%28)](command:evil)",
  "file://evil/share",
  "\\\\evil\\share",
  "vscode://evil/x",
  "javascript:evil()",
  "search-ms:query=evil",
  "$(evil) $(check)",
  "<img src=evil onerror=evil>",
  "``` `evil` ````",
  "\u001b]8;;https://evil.example\u0007evil\u001b]8;;\u0007",
  "\u202eevil\u202c\u200b",
  "evil\0\ud83d",
)
const name = fc.constantFrom(...statusFields.map((field) => field.name))
const line = fc.oneof(
  fc.tuple(name, hostilePiece).map(([field, value]) => `  ${field} : ${value}`),
  fc.tuple(hostilePiece, hostilePiece).map(([field, value]) => `  ${field} : ${value}`),
  fc
    .tuple(name, fc.constantFrom("NO", "YES", "FAIL [0x801c0021/0x80072ee2] ", "ERROR (0x80070520) "), hostilePiece)
    .map(([field, word, value]) => `  ${field} : ${word}${value}`),
  hostilePiece.map((title) => `| ${title} |`),
  hostilePiece,
  anyText(40),
  fc.constantFrom(
    "| Device State |",
    "AzureAdJoined : NO",
    "DomainJoined : YES",
    "Client Time : 2025-01-31 09:16:43.000 UTC",
    "Previous Registration : 2025-01-30 09:16:43.000 UTC",
    "DeviceCertificateValidity : [ 2023-05-09 08:41:17.000 UTC -- 2033-05-09 09:11:17.000 UTC ]",
    "Event ID: 304",
    "dsregcmd /status",
  ),
)

/** The logs of the gallery: each is an attack of one kind, in every place of a log. */
export const gallery: readonly string[] = readdirSync("test/gallery")
  .sort()
  .map((name) => fileText(readFileSync(`test/gallery/${name}`)))

/** A log in whose names, values, titles and lines such pieces stand. */
export const hostileLog = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.array(line, { maxLength: 25 }), fc.constantFrom("\n", "\r\n", "\r"))
      .map(([lines, end]) => lines.join(end)),
    weight: 12,
  },
  { arbitrary: fc.constantFrom(...gallery.filter((text) => text.length < 20_000)), weight: 1 },
)
