import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import fc from "fast-check"
import { compared, varyingNames } from "../../server/src/core/diagnosis/comparison.ts"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { comparisonMarkdown, comparisonText } from "../../server/src/core/explain/comparison.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { fileText } from "../../server/src/core/text/fileText.ts"
import { anyText } from "../support/anyText.ts"
import { growsLikeItsText } from "../support/growth.ts"
import { reading } from "../support/reading.ts"

const JOINED = `| Device State |
AzureAdJoined : YES
DomainJoined : YES
Device Name : DESK-1.lamna.example
| Device Details |
DeviceAuthStatus : SUCCESS
| SSO State |
AzureAdPrt : YES
AzureAdPrtUpdateTime : 2026-03-02 08:00:00.000 UTC
`
const DISABLED = JOINED.replace("SUCCESS", "FAILED. Device is either disabled or deleted")
const UNJOINED = `| Device State |
AzureAdJoined : NO
DomainJoined : YES
Device Name : DESK-1.lamna.example
| Diagnostic Data |
Client Time : 2026-03-01 08:00:00.000 UTC
AD Connectivity Test : PASS
AD Configuration Test : PASS
DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`
const AT_JOIN = UNJOINED.replace("FAIL [0x801c0021/0x80072ee2]", "PASS")
  .replace("2026-03-01", "2026-03-02")
  .concat("Previous Registration : 2026-03-02 07:00:00.000 UTC\nError Phase : join\nClient ErrorCode : 0x801c03f2\n")

const between = (before: string, after: string) => compared(reading(before), reading(after))

/** What became of the fields, in a few words: `AzureAdJoined better NO YES`. */
const told = (before: string, after: string) =>
  between(before, after).fields.map(({ name, change, before: first, after: second }) =>
    [name, change, first?.value ?? "-", second?.value ?? "-"].join(" "),
  )

const logs = readdirSync("test/logs")
  .filter((name) => name.endsWith(".dsreg"))
  .flatMap((name) => readLog(fileText(readFileSync(`test/logs/${name}`))))
  .map(diagnose)

describe("two logs", () => {
  it("are compared field by field: what is failing now got worse, what should stand there got better", () => {
    assert.deepEqual(told(JOINED, DISABLED), [
      "DeviceAuthStatus worse SUCCESS FAILED. Device is either disabled or deleted",
    ])
    assert.deepEqual(told(DISABLED, JOINED), [
      "DeviceAuthStatus better FAILED. Device is either disabled or deleted SUCCESS",
    ])
  })

  const outcomes: readonly (readonly [string, string, string, "better" | "same" | "worse"])[] = [
    ["a device that is joined now", UNJOINED, JOINED, "better"],
    ["a device that is joined no more", JOINED, UNJOINED, "worse"],
    ["a device that was disabled", JOINED, DISABLED, "worse"],
    ["a join that gets farther", UNJOINED, AT_JOIN, "better"],
    ["a join that fails earlier than before", AT_JOIN, UNJOINED, "worse"],
    ["the same log", DISABLED, DISABLED, "same"],
    ["a log with a later time", JOINED, JOINED.replace("08:00:00", "12:00:00"), "same"],
    ["a key that left the TPM", `${JOINED}TpmProtected : YES\n`, `${JOINED}TpmProtected : NO\n`, "worse"],
    ["a log that was cut", JOINED, JOINED.replace(/\| SSO[\s\S]*/, ""), "same"],
  ]
  for (const [what, before, after, outcome] of outcomes) {
    it(`tell of ${what}: ${outcome}`, () => assert.equal(between(before, after).outcome, outcome))
  }

  it("have findings that are gone, new and still there", () => {
    const { gone, come, still } = between(UNJOINED, AT_JOIN)
    assert.deepEqual(
      [gone, come, still].map((list) => list.map(({ rule }) => rule.id)),
      [["drs-discovery-failed"], ["registration-failed"], []],
    )
    assert.deepEqual(
      between(DISABLED, DISABLED).still.map(({ rule }) => rule.id),
      ["device-disabled-or-deleted"],
    )
  })

  it("fold away what is another one each time: times, ids of requests, both in sentences too", () => {
    const attempt = (id: string, time: string) =>
      `${JOINED}AcquirePrtDiagnostics : PRESENT
Previous Prt Attempt : 2026-03-02 ${time}.000 UTC
Correlation ID : ${id}
Server Error Description : AADSTS50034: The user does not exist. Trace ID: ${id} Timestamp: 2026-03-02 ${time}Z
`
    const comparison = between(
      attempt("3f1c9a52-7d41-4a0e-9b3a-51c2d8e7f604", "07:00:00"),
      attempt("8c5e27b0-63fa-4d19-8a07-b94f0d3e6c12", "07:45:00"),
    )
    assert.deepEqual(comparison.fields, [])
    assert.deepEqual(varyingNames(comparison), ["Previous Prt Attempt", "Correlation ID"])
  })

  it("are compared by place: a field of one work account is not that of another", () => {
    const accounts = (first: string, second: string) =>
      `| Work Account 1 |\nWorkplaceTenantName : ${first}\n| Work Account 2 |\nWorkplaceTenantName : ${second}\n`
    assert.deepEqual(told(accounts("Lamna", "Trey"), accounts("Lamna", "Wingtip")), [
      "WorkplaceTenantName other Trey Wingtip",
    ])
  })

  it("say where they may not be before and after of one computer", () => {
    assert.deepEqual(between(JOINED, JOINED.replace("DESK-1", "DESK-2")).doubts, ["two-computers"])
    assert.deepEqual(between(AT_JOIN, UNJOINED).doubts, ["wrong-order"])
    assert.deepEqual(between(UNJOINED, AT_JOIN).doubts, [])
  })

  it("stand as before where they are one log, of all that there are", () => {
    for (const log of logs) {
      const { outcome, gone, come, fields, varying } = compared(log, log)
      assert.deepEqual([outcome, gone, come, fields, varying], ["same", [], [], [], []])
    }
  })

  it("got worse one way where they got better the other way, whichever two", () => {
    const turned = { better: "worse", worse: "better", same: "same" } as const
    const one = fc.constantFrom(...logs)
    fc.assert(
      fc.property(one, one, (first, second) => {
        const [there, back] = [compared(first, second), compared(second, first)]
        // A line that is new and fails is worse; the other way it is only gone, which by itself is no better.
        const isByLines = there.fields.some(({ before, after }) => !before || !after)
        if (!isByLines) assert.equal(back.outcome, turned[there.outcome])
        assert.equal(there.fields.length, back.fields.length)
        assert.deepEqual([...varyingNames(there)].sort(), [...varyingNames(back)].sort())
      }),
      { numRuns: 200 },
    )
  })

  it("put no text of theirs into Markdown but as code, and print nothing that a terminal obeys", () => {
    fc.assert(
      fc.property(anyText(60), (value) => {
        const flat = value.replace(/[\r\n\u2028\u2029]/g, " ")
        const comparison = between(JOINED, `${JOINED.replace("DESK-1", () => `x${flat}`)}Foo : ${flat}\n`)
        const markdown = comparisonMarkdown(comparison)
        const outside = markdown.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "")
        assert.ok(!/[<[\]!]/.test(outside.replace(/\\./g, "")), outside)
        assert.ok(comparisonText(comparison, (text) => text).length > 0)
      }),
    )
  })

  it("cost what their length costs", () => {
    const long = (length: number) => `${JOINED}${"Name : value\n".repeat(length / 13)}`
    growsLikeItsText("comparing", 200_000, long, (text) => between(text, text.replaceAll("value", "other")))
  })
})
