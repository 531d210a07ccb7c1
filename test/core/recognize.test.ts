import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { isStatusLog } from "../../server/src/core/log/recognize.ts"

/** Logs that are read, and that nobody should find in a folder by their content yet. */
const UNNOTICED: ReadonlySet<string> = new Set([
  "event-details-friendly.dsreg",
  "event-headings-chinese.dsreg",
  "event-headings-french.dsreg",
  "event-saved-as-text.dsreg",
  "event-table-powershell.dsreg",
  "event-xml-one-line.dsreg",
  "healthy-events-of-other-logs.dsreg",
  "linux-tool.dsreg",
  "shape-html-no-break-spaces.dsreg",
  "shape-html-paragraphs.dsreg",
  "vm-extension-no-identity.dsreg",
])

describe("a text is recognized as dsregcmd output", () => {
  for (const file of readdirSync("test/logs").filter((name) => name.endsWith(".dsreg") && !UNNOTICED.has(name))) {
    it(file, () => assert.ok(isStatusLog(readFileSync(`test/logs/${file}`, "utf8"))))
  }
})

describe("a text is no dsregcmd output", () => {
  const texts: readonly [string, string][] = [
    ["an empty text", ""],
    ["a letter that mentions it", "Please run dsregcmd /status and send me AzureAdJoined : whatever it says.\n"],
    ["a settings file", "Device State : on\nUser : me\nName : value\n"],
    ["another program's table", "+-----+\n| Name |\n+-----+\n\n a : 1\n"],
    ["an event of something else", "Log Name:      System\nEvent ID:      7036\nLevel:         Information\n"],
  ]
  for (const [what, text] of texts) it(what, () => assert.ok(!isStatusLog(text)))
})
