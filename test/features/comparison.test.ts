import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { english, sayer } from "../../server/src/core/explain/say.ts"
import { comparison } from "../../server/src/features/comparison.ts"

const BEFORE = `C:\\>dsregcmd /status
| Device State |
AzureAdJoined : YES
DomainJoined : YES
| Device Details |
DeviceAuthStatus : SUCCESS
TpmProtected : NO
| SSO State |
AzureAdPrt : YES
AzureAdPrtUpdateTime : 2026-03-02 08:00:00.000 UTC
`
const AFTER = `C:\\>dsregcmd /status
| Device State |
AzureAdJoined : YES
DomainJoined : YES
| Device Details |
DeviceAuthStatus : FAILED. Device is either disabled or deleted
TpmProtected : YES
| SSO State |
AzureAdPrt : YES
AzureAdPrtUpdateTime : 2026-03-03 08:00:00.000 UTC
`

describe("two logs beside each other", () => {
  it("have a word at each line that changed, on both sides", () => {
    const { view } = comparison([BEFORE, AFTER], english)
    assert.deepEqual(view?.before.notes, [
      { line: 5, character: 19, change: "worse", text: "then FAILED. Device is either disabled or de…: worse" },
      { line: 6, character: 15, change: "better", text: "then YES: better" },
    ])
    assert.deepEqual(view?.after.notes, [
      { line: 5, character: 19, change: "worse", text: "worse, was SUCCESS" },
      { line: 6, character: 15, change: "better", text: "better, was NO" },
    ])
  })

  it("do not differ by what is another one in every log", () => {
    const { view } = comparison([BEFORE, AFTER], english)
    assert.match(view?.before.text ?? "", /^AzureAdPrtUpdateTime : …$/m)
    assert.match(view?.after.text ?? "", /^AzureAdPrtUpdateTime : …$/m)
  })

  it("can be of one file, and tell where in it each begins", () => {
    const { view } = comparison([BEFORE + AFTER], english)
    assert.deepEqual([view?.before.firstLine, view?.after.firstLine], [0, 10])
    assert.ok(!view?.before.text.includes("FAILED"))
  })

  it("are told in the reader's language, values as they are", () => {
    const say = sayer({ "It got worse": "Es ist schlechter geworden", "worse, was {0}": "schlechter, war {0}" })
    const { view } = comparison([BEFORE, AFTER], say)
    assert.match(view?.summary ?? "", /^\*\*Es ist schlechter geworden\*\*\n/)
    assert.equal(view?.after.notes[0]?.text, "schlechter, war SUCCESS")
  })

  it("are turned where the clocks say so, and are missing where there are none", () => {
    const clock = (time: string) =>
      `| Device State |\nAzureAdJoined : NO\n| Diagnostic Data |\nClient Time : ${time} 08:00:00.000 UTC\n`
    assert.equal(comparison([clock("2026-03-02"), clock("2026-03-01")], english).view?.isTurned, true)
    assert.equal(comparison([clock("2026-03-01"), clock("2026-03-02")], english).view?.isTurned, false)
    assert.deepEqual(comparison([BEFORE], english), { missing: "second" })
    assert.deepEqual(comparison([BEFORE, "Dear admin,\n"], english), { missing: "log" })
  })
})
