import assert from "node:assert/strict"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { diagnose } from "../server/src/core/diagnosis/diagnose.ts"
import { english } from "../server/src/core/explain/say.ts"
import { readLog } from "../server/src/core/log/readLog.ts"
import { withEvents } from "../server/src/core/log/withEvents.ts"
import { timelineOf } from "../server/src/core/report/timeline.ts"
import { dsreg } from "./support/commandLine.ts"

const LOG = `| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
| Diagnostic Data |
               Client Time : 2026-06-10 09:00:00.000 UTC
C:\\Users\\ann>
`
const EVENTS = `Event[0]:
  Log Name: Microsoft-Windows-User Device Registration/Admin
  Source: Microsoft-Windows-User Device Registration
  Date: 2026-06-10T08:31:00.123
  Event ID: 304
  Level: Error
  Description:
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c03f2.
Server error: The device object by the given id (f1aad59c-66c4-4b0c-9f3e-6d6c7f4b9a11) is not found.

Event[1]:
  Log Name: Microsoft-Windows-User Device Registration/Admin
  Source: Microsoft-Windows-User Device Registration
  Date: 2026-06-10T07:31:00.123
  Event ID: 304
  Level: Error
  Description:
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c03f2.
Server error: The device object by the given id (f1aad59c-66c4-4b0c-9f3e-6d6c7f4b9a11) is not found.
`
const XML = `<?xml version="1.0" encoding="utf-8"?>
<Events><Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-User Device Registration'/><EventID>304</EventID><TimeCreated SystemTime='2026-06-10T08:31:00.1234567Z'/><Channel>Microsoft-Windows-User Device Registration/Admin</Channel></System><RenderingInfo Culture='en-US'><Message>Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c03f2.
Server error: The device object by the given id (f1aad59c-66c4-4b0c-9f3e-6d6c7f4b9a11) is not found.</Message></RenderingInfo></Event></Events>
`

const folder = mkdtempSync(join(tmpdir(), "dsreg-events-"))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe("a log with events", () => {
  const log = file("status.txt", LOG)

  it("is read with their reason, in text and in XML", async () => {
    const alone = await dsreg("check", log, "--format", "json")
    assert.equal(JSON.parse(alone.out).files[0].captures[0].phase, null)
    for (const [name, events, count] of [
      ["text", EVENTS, "2 events"],
      ["xml", XML, "1 event"],
      ["wide", Buffer.from(`\ufeff${EVENTS.replaceAll("\n", "\r\n")}`, "utf16le"), "2 events"],
    ] as const) {
      const added = file(name, events)
      const { out, error, code } = await dsreg("check", log, "--events", added, "--format", "json")
      const { files } = JSON.parse(out)
      assert.equal(files.length, 1, name)
      assert.equal(files[0].captures.length, 1, name)
      assert.match(files[0].captures[0].verdict, /device object not synchronized yet \(0x801c03f2\)\.$/)
      assert.equal(files[0].captures[0].phase, "join", name)
      assert.equal(error, `dsreg: ${added} is read as if it stood behind ${log}, from line 8 on: ${count}.\n`)
      assert.equal(code, 0)
    }
  })

  it("has one time line", () => {
    const { text, events, firstLine } = withEvents(LOG, EVENTS)
    assert.deepEqual([events, firstLine], [2, 7])
    assert.equal(text.split("\n")[firstLine], "Event[0]:")
    const [capture, ...more] = readLog(text)
    assert.ok(capture && more.length === 0)
    const told = timelineOf(diagnose(capture).evidence, (offset) => text.slice(0, offset).split("\n").length, english)
    assert.deepEqual(
      told.map(({ at, what }) => `${at} ${what.replace(/:.*/, "")}`),
      ["2026-06-10 07:31:00 Event 304", "2026-06-10 08:31:00 Event 304", "2026-06-10 09:00:00 `Client Time`"],
    )
  })

  it("keeps its line ends, and gets nothing from a text without events", () => {
    assert.match(withEvents("AzureAdJoined : NO\r\n", EVENTS).text, /^AzureAdJoined : NO\r\n\r\nEvent\[0\]:/)
    assert.deepEqual(withEvents(LOG, "The printer is out of paper.\n").text, LOG)
  })

  it("is refused where the events are binary, are none, or are for several logs", async () => {
    const binary = file("saved.evtx", Buffer.concat([Buffer.from("ElfFile\0"), Buffer.alloc(4096)]))
    for (const words of [
      ["check", log, "--events", binary],
      ["check", binary],
    ]) {
      const { code, error } = await dsreg(...words)
      assert.equal(code, 2)
      assert.match(error, /saved\.evtx cannot be read: it is a binary event log; .* wevtutil qe FILE\.evtx \/lf:true/)
    }
    const none = await dsreg("check", log, "--events", log)
    assert.deepEqual([none.code, none.out], [2, ""])
    assert.match(none.error, /status\.txt holds no events\./)
    const several = await dsreg("check", log, log, "--events", log)
    assert.equal(several.code, 2)
    const nothing = await dsreg("check", log, "--events", join(folder, "nothing"))
    assert.match(nothing.error, /nothing cannot be read: there is no such file\.$/m)
    assert.equal(nothing.code, 2)
  })
})
