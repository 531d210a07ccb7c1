import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { hasSubstance } from "../../server/src/core/log/substance.ts"
import { reading } from "../support/reading.ts"

/** The codes of a text with one field, in the order of the text. */
const codesOf = (text: string) => reading(text).evidence.codes.map(({ code }) => code)

describe("a code without 0x", () => {
  it("counts in the tests that print it so", () => {
    assert.deepEqual(codesOf("KeySignTest : FAILED. ERROR:80090016"), ["0x80090016"])
    assert.deepEqual(codesOf("KeySignTest : FAILED. Error: 0x80090016"), ["0x80090016"])
    assert.deepEqual(codesOf("AD Connectivity Test : FAIL [1355]"), ["0x0000054b"])
    assert.deepEqual(codesOf("DRS Discovery Test : FAIL [801c0021]"), ["0x801c0021"])
  })

  it("is no code where nothing says that it is one", () => {
    assert.deepEqual(codesOf("KeySignTest : FAILED 80090016"), [])
    assert.deepEqual(codesOf("AD Connectivity Test : FAIL [0]"), [])
    assert.deepEqual(codesOf("AD Connectivity Test : FAIL 1355"), [])
    assert.deepEqual(codesOf("AD Connectivity Test : FAIL [1355 ms]"), [])
    assert.deepEqual(codesOf("KeySignTest : FAILED. ERROR:00000000"), [])
  })
})

describe("what the Azure portal says of the extension AADLoginForWindows", () => {
  it("is read where nothing else stands in the text, and told", () => {
    for (const text of [
      "AAD Join failed with status code 51",
      "Enable failed for plugin (name: Microsoft.Azure.ActiveDirectory.AADLoginForWindows) with exit code 51\n",
    ]) {
      const { evidence, findings } = reading(text)
      assert.ok(hasSubstance(evidence.capture), text)
      assert.deepEqual(
        findings.map(({ rule }) => rule.id),
        ["vm-extension-unsupported"],
      )
    }
  })

  it("is no log where it only names the extension", () => {
    assert.equal(hasSubstance(reading("The extension AADLoginForWindows is installed.\n").evidence.capture), false)
  })
})

describe("an event 305 in one line", () => {
  it("tells its inner code", () => {
    const { evidence } = reading(
      "Event ID: 305\nAutomatic registration failed at authentication phase. Unable to acquire access token. Exit code: Unknown HResult Error code: 0xcaa1000e. Server error: . Tenant type: Federated. Debug Output: joinMode: Join AdalErrorCode: 0xcaa90017\n",
    )
    const [event] = evidence.events
    assert.deepEqual([event?.entry?.id, event?.root?.code], [305, "0xcaa90017"])
  })

  it("takes none for inner that the text does not name so", () => {
    const { evidence } = reading(
      "Event ID: 304\nAutomatic registration failed at join phase. Exit code: 0x801c03f2. AdalErrorCode: none. Other: 0xcaa90017\n",
    )
    assert.equal(evidence.events[0]?.root?.code, "0x801c03f2")
  })
})

describe("a failed attempt before a success", () => {
  const attempt = (time: string) =>
    `             AzureAdJoined : NO\n              DomainJoined : YES\n     Previous Registration : ${time}\n               Error Phase : join\n          Client ErrorCode : 0x80072ee7\n\nDate:          7/15/2026 11:01:10 AM\nEvent ID:      306\nAutomatic registration Succeeded.\n`
  const rules = (time: string) => reading(attempt(time)).findings.map(({ rule }) => rule.id)

  it("is history where the event is later in any zone", () => {
    const told = rules("2026-07-14 08:01:08.000 UTC")
    assert.ok(told.includes("registration-event-overtaken") && !told.includes("registration-failed"), told.join())
  })

  it("counts where the zone of the event decides", () => {
    const told = rules("2026-07-15 08:01:08.000 UTC")
    assert.ok(told.includes("registration-failed") && !told.includes("registration-event-overtaken"), told.join())
  })
})
