import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { fieldEntries, statusFields } from "../../server/src/core/knowledge/fields/catalogue.ts"
import { BOXES, NAMES_OF_OURS } from "../../server/src/core/log/marks.ts"
import { RECOGNIZED_HEAD, recognition } from "../../server/src/core/log/recognize.ts"
import { fileText } from "../../server/src/core/text/fileText.ts"

function logsIn(folder: string, ending: string): readonly (readonly [string, string])[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : []
  return names.map((name) => [name, fileText(readFileSync(`${folder}/${name}`))])
}

/** Logs that are read, and that nobody should find in a folder by their content yet. */
const UNNOTICED: ReadonlySet<string> = new Set([
  "event-forwarded.dsreg",
  "healthy-event-account-loading.dsreg",
  "healthy-events-of-other-logs.dsreg",
  "hello-code-in-event.dsreg",
  "linux-tool.dsreg",
  "shape-html-paragraphs.dsreg",
  "vm-extension-exit-50.dsreg",
  "vm-extension-server-core.dsreg",
  "vm-extension-setting-missing.dsreg",
])

describe("a text is recognized as dsregcmd output", () => {
  for (const [name, text] of logsIn("test/logs", ".dsreg").filter(([file]) => !UNNOTICED.has(file))) {
    it(name, () => assert.notEqual(recognition(text), "no"))
  }
  // Logs that cannot be part of the project; they are tried where they are at hand.
  for (const [name, text] of [...logsIn("../shared/corpus", ".txt"), ...logsIn("../shared/corpus-2", ".txt")]) {
    it(name, () => assert.notEqual(recognition(text), "no"))
  }

  const maybe: readonly [string, string][] = [
    ["two events", "Automatic registration failed at join phase.\nExit code: Unknown HResult Error code: 0x801c03f2\n"],
    ["an event's header", "Log Name: Microsoft-Windows-AAD/Operational\nEvent ID: 1098\n"],
    [
      "an event's heading in a language of its own",
      "Nombre de registro: Microsoft-Windows-AAD/Operational\nId.: 1098\n",
    ],
    ["an event in XML", '<Provider Name="Microsoft-Windows-AAD"/>\n<EventID>1098</EventID>\n'],
    ["a row of exported events", '"6/10/2026 9:10:33 AM","1104","Error","AAD Cloud AP plugin call GetToken"\n'],
    ["two rows of a table", "| AzureAdJoined | YES |\n| AzureAdPrt | NO |\n"],
    [
      "two rows of a table in HTML",
      "<tr><td>AzureAdJoined</td><td>YES</td></tr>\n<tr><td>AzureAdPrt</td><td>NO</td></tr>\n",
    ],
    ["a block of a failed registration", "   Error Phase : join\n   Client ErrorCode : 0x801c03f2\n"],
    ["two fields in a mail", "> AzureAdJoined : YES\n> AzureAdPrt : NO\n"],
    ["two fields in a list", "- **AzureAdJoined**: YES\n- **AzureAdPrt**: NO\n"],
    ["fields that HTML joined", "<p>AzureAdJoined : YES<br>AzureAdPrt : NO<br/>DomainJoined : NO</p>"],
    ["a box and two of its fields", "| Device State |\nAzureAdJoined : YES\nDomainJoined : NO\n"],
    [
      "the debug output behind times",
      "2020-04-14T19:19:57.4713913Z\t[Information]:\tDsrCmdAzureHelper::GetMetadataRestResponse: HTTP Status Code: 400\n2020-04-14T19:19:57.5026417Z\t[Error]:\tDsrCmdAzureHelper::GetTenantId failed 0x801c0042.\n",
    ],
  ]
  for (const [what, text] of maybe) it(`maybe: ${what}`, () => assert.equal(recognition(text), "maybe"))

  const fields = "AzureAdJoined : YES\nEnterpriseJoined : NO\nDomainName : CONTOSO\n"
  const certain: readonly [string, string][] = [
    ["a box and three of its fields", `| Device State     |\n+------+\n\n${fields}`],
    ["a box whose right edge is cut off", `| Device State\n${fields}`],
    ["a box in a mail", `Hi,\n\n${`| Device State |\n${fields}`.replace(/^/gm, "> > ")}`],
    ["a box in JSON", JSON.stringify({ stdout: `+---+\r\n| Device State |\r\n\r\n${fields.replace(/^/gm, "    ")}` })],
    [
      "a box in an agent's log",
      `| Device State |\n${fields}`.replace(/^(?=.)/gm, "2026-06-10 09:40:11,123 INFO agent -   "),
    ],
    [
      "a box with line numbers",
      "12: | Device State |\n13: AzureAdJoined : YES\n14: EnterpriseJoined : NO\n15: DomainJoined : NO\n",
    ],
    [
      "a box in HTML",
      `|&nbsp;Device&nbsp;State&nbsp;|<br>${fields.replaceAll(" ", "&nbsp;").replaceAll("\n", "<br>\n")}`,
    ],
  ]
  for (const [what, text] of certain) it(`certain: ${what}`, () => assert.equal(recognition(text), "certain"))
})

describe("a text is no dsregcmd output", () => {
  const texts: readonly [string, string][] = [
    ["an empty text", ""],
    ["a letter that mentions it", "Please run dsregcmd /status and send me AzureAdJoined : whatever it says.\n"],
    ["a letter that quotes one field", "Run dsregcmd /status. The line says\n\n    AzureAdPrt : NO\n\nWhat now?\n"],
    ["an explanation of fields", "- **AzureAdJoined**: This says whether\n- **AzureAdPrt**: The token, if there\n"],
    ["a settings file", "Device State : on\nUser : me\nName : value\n"],
    ["names that others use", "TenantId : 1\nDeviceId : 2\nCorrelation ID : 3\nHTTP status : 400\nDomainName : x\n"],
    ["another program's table", "+-----+\n| Name |\n+-----+\n\n a : 1\n"],
    [
      "a page that names the log and an event",
      "Open the log: Microsoft-Windows-AAD/Operational\n\nEvent 1098 is routine.\n",
    ],
    ["an event of another log in XML", '<Provider Name="Service Control Manager"/>\n<EventID>7036</EventID>\n'],
    ["exported rows of another log", '"6/10/2026 9:10:33 AM","7036","Information","The service stopped."\n'],
    [
      "a table of join states",
      "| AzureAdJoined | EnterpriseJoined | DomainJoined | Device state |\n| --- | --- | --- | --- |\n| YES | NO | NO | joined |\n",
    ],
    ["a table of fields", "| AzureAdJoined | whether it is joined |\n| AzureAdPrt | the token |\n"],
    ["an event of something else", "Log Name:      System\nEvent ID:      7036\nLevel:         Information\n"],
    ["a box alone", "| Device State |\n"],
    [
      "our own documents",
      readFileSync("README.md", "utf8") + readFileSync("docs/reference.md", "utf8").slice(0, 50_000),
    ],
    [
      "a log far down",
      `${"a line of another program\n".repeat(RECOGNIZED_HEAD / 20)}| Device State |\nAzureAdJoined : YES\n`,
    ],
  ]
  for (const [what, text] of texts) it(what, () => assert.equal(recognition(text), "no"))
})

describe("the marks of a log", () => {
  const spelled = (entries: typeof fieldEntries) =>
    new Set(entries.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])]).map((name) => name.toLowerCase()))

  it("name fields of the catalogue, and no other", () => {
    const known = spelled(fieldEntries)
    assert.deepEqual(
      [...NAMES_OF_OURS].filter((name) => !known.has(name)),
      [],
    )
  })

  it("name in a box what the catalogue has in a box", () => {
    const known = spelled(statusFields)
    assert.deepEqual(
      [...BOXES.values()].flatMap((box) => [...box].filter((name) => !known.has(name))),
      [],
    )
  })
})
