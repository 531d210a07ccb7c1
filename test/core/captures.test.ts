import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import fc from "fast-check"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { capturesIn, readLog } from "../../server/src/core/log/readLog.ts"

const box = (title: string) => `+------+\r\n| ${title} |\r\n+------+\r\n`
const textsOf = (text: string) => readLog(text).map((capture) => capture.text)

/** A log without its first box and what stands in it. */
function withoutTop(log: string): string {
  return log.slice(log.indexOf("+--", log.indexOf("AzureAdJoined")))
}

describe("where a capture begins", () => {
  it("is the box that dsregcmd prints first, after any other box", () => {
    const cut = `${box("Tenant Details")} TenantName : Contoso\r\n`
    const whole = `${box("Device State")} AzureAdJoined : NO\r\n${box("User State")} NgcSet : NO\r\n`
    assert.deepEqual(textsOf(cut + whole), [cut, whole])
  })

  it("is that box also below fields without a title", () => {
    const cut = " TenantName : Contoso\r\n"
    const whole = `${box("Device State")} AzureAdJoined : NO\r\n`
    assert.deepEqual(textsOf(cut + whole), [cut, whole])
  })

  it("is not that box below an event, which belongs to the log it was pasted above", () => {
    const text = `Event ID: 304\r\nAutomatic registration failed at join phase.\r\n\r\n${box("Device State")} AzureAdJoined : NO\r\n`
    assert.deepEqual(textsOf(text), [text])
  })

  it("leaves every log as it reads alone, where the first of three has lost its top", () => {
    const names = [
      "discover-time-out",
      "device-disabled-or-deleted",
      "dual-state-same-tenant",
      "prt-refused-bad-password",
    ]
    const logs = names
      .map((name) => readFileSync(`test/logs/${name}.dsreg`, "utf8").replace(/\n*$/, "\n"))
      .filter((log) => readLog(log).length === 1 && log.includes("| Device State"))
    assert.ok(logs.length >= 3)
    for (const first of logs) {
      for (const second of logs) {
        for (const third of logs) {
          const texts = [withoutTop(first), second, third]
          const alone = texts.map((text) => readLog(text).map((capture) => diagnose(capture).verdict))
          assert.deepEqual(
            readLog(texts.join("")).map((capture) => diagnose(capture).verdict),
            alone.flat(),
          )
        }
      }
    }
  })

  it("takes what HTML joined to its head along, and leaves nothing of it above", () => {
    const above = "AzureAdJoined : NO\n"
    const below = "A remark<br>PS C:\\> dsregcmd /status"
    const captures = readLog(above + below)
    assert.deepEqual(
      captures.map(({ text, others }) => [text, others.map(({ start, end }) => text.slice(start, end))]),
      [
        [above, []],
        [below, ["A remark"]],
      ],
    )
  })

  it("is a whole line: what HTML joined stays together, however often its titles come again", () => {
    const text = "| Device State |<br>AzureAdJoined : YES<br>".repeat(50)
    assert.deepEqual(textsOf(text), [text])
  })
})

describe("reading on from the start of a capture", () => {
  const line = fc.constantFrom(
    "+------+",
    "| Device State |",
    "Device Details",
    "User State<br>Device State<br>",
    "[Version 10.0.19045.1]",
    "C:\\> dsregcmd /status",
    "(c) Microsoft Corporation",
    " AzureAdJoined : NO",
    " Server Message : too long",
    "Event ID: 304",
    "Automatic registration failed at join phase.",
    "",
  )
  const text = fc
    .tuple(fc.array(line, { maxLength: 16 }), fc.constantFrom("\n", "\r\n", "\r", "<br>"))
    .map(([lines, end]) => lines.join(end))

  it("gives what reading from the start of the text gives", () => {
    fc.assert(
      fc.property(text, (whole) => {
        const texts = textsOf(whole)
        assert.equal(texts.join(""), whole)
        for (let index = 0; index < texts.length; index++) {
          assert.deepEqual(textsOf(texts.slice(index).join("")), texts.slice(index))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it("reads no further than it is asked", () => {
    const one = `${box("Device State")} AzureAdJoined : NO\r\n`
    const [first] = capturesIn(one.repeat(3))
    assert.equal(first?.text, one)
  })
})
