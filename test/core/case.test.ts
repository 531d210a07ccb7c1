import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { besideEach, diagnoseCase, withBeside } from "../../server/src/core/diagnosis/case.ts"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { caseFactsOf } from "../../server/src/core/evidence/caseFacts.ts"
import { evidenceOf } from "../../server/src/core/evidence/evidence.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { caseRules } from "../../server/src/core/rules/case/catalogue.ts"
import { annotated, drawn } from "../support/annotated.ts"

/** The readings of all logs in a text, with what they say of each other. */
function caseOf(text: string) {
  return diagnoseCase(readLog(text).map(diagnose))
}

/** The findings of a rule in all logs of a text, as marks in it. */
function marks(text: string, rule: string) {
  let offset = 0
  return caseOf(text).flatMap(({ findings, evidence }) => {
    const start = offset
    offset += evidence.capture.text.length
    return findings
      .filter((finding) => finding.rule.id === rule)
      .map(({ span, rule: { id } }) => ({ start: start + span.start, end: start + span.end, label: id }))
  })
}

for (const rule of caseRules) {
  describe(rule.id, () => {
    for (const [index, example] of rule.bad.entries()) {
      it(`reports its bad example ${index + 1} where it is drawn`, () => {
        const { text, marks: expected } = annotated(example)
        assert.ok(expected.length > 0)
        assert.equal(drawn(text, marks(text, rule.id)), drawn(text, expected))
      })
    }
    for (const [index, example] of rule.good.entries()) {
      it(`is silent on its good example ${index + 1}`, () =>
        assert.deepEqual(marks(annotated(example).text, rule.id), []))
    }
  })
}

const log = (name: string, lines: string) => `| Device State |
 Device Name : ${name}
${lines}
`
const JOINED = ` AzureAdJoined : YES
 DomainJoined : YES`
const IDENTITY = `| Device Details |
 DeviceId : 6f1e2d3c-1111-4222-8333-444455556666
 Thumbprint : 00AA11BB22CC33DD44EE55FF66778899AABBCCDD`

describe("a case", () => {
  it("says in each log of a clone that it is one, and the verdict tells", () => {
    const [first, second, third] = caseOf(
      [
        log("pool-1.lake.example", `${JOINED}\n${IDENTITY}`),
        log("POOL-2.lake.example", `${JOINED}\n${IDENTITY.toUpperCase()}`),
        log("desk-9.lake.example", JOINED),
      ].join("\nPS> dsregcmd /status\n"),
    )
    assert.match(first?.verdict ?? "", /2 computers have this one device identity/)
    assert.match(second?.verdict ?? "", /2 computers have this one device identity/)
    assert.match(third?.verdict ?? "", /the log shows no fault/)
  })

  it("takes the logs of one device by their time, not by their place", () => {
    const before = log(
      "desk-1.lake.example",
      " AzureAdJoined : NO\n DomainJoined : YES\n| Diagnostic Data |\n Client Time : 2025-03-01 08:00:00.000 UTC",
    )
    const after = log(
      "desk-1.lake.example",
      `${JOINED}\n| SSO State |\n AzureAdPrt : YES\n AzureAdPrtUpdateTime : 2025-03-02 08:00:00.000 UTC`,
    )
    for (const [order, later] of [
      [[before, after], 1],
      [[after, before], 0],
    ] as const) {
      const readings = caseOf(order.join("\nPS> dsregcmd /status\n"))
      const of = (rule: string) => readings.findIndex(({ findings }) => findings.some((one) => one.rule.id === rule))
      assert.equal(of("changed-since-earlier-log"), later)
      assert.equal(of("overtaken-by-later-log"), 1 - later)
    }
  })

  it("keeps the order of the file where the later log tells of nothing but an older token", () => {
    const before = log(
      "desk-1.lake.example",
      " AzureAdJoined : NO\n DomainJoined : YES\n| Diagnostic Data |\n Client Time : 2025-03-01 08:00:00.000 UTC",
    )
    const after = log(
      "desk-1.lake.example",
      `${JOINED}\n| SSO State |\n AzureAdPrt : YES\n AzureAdPrtUpdateTime : 2025-03-01 07:00:00.000 UTC`,
    )
    const readings = caseOf([before, after].join("\nPS> dsregcmd /status\n"))
    const told = readings.map(({ findings }) => findings.map(({ message }) => message).join())
    assert.match(told[1] ?? "", /AzureAdJoined was NO and is YES/)
    assert.match(told[0] ?? "", /In a later log of this device AzureAdJoined is YES/)
  })

  it("does not compare the token of one user with that of another", () => {
    const of = (account: string, prt: string) =>
      log("desk-1.lake.example", `${JOINED}\n AzureAdPrt : ${prt}\n Executing Account Name : ${account}`)
    const readings = caseOf(
      [of("LAKE\\ann, ann@lake.example", "YES"), of("DESK-1\\admin", "NO")].join("\nPS> dsregcmd /status\n"),
    )
    const ids = readings.flatMap(({ findings }) => findings.map(({ rule }) => rule.id))
    assert.ok(!ids.includes("changed-since-earlier-log") && !ids.includes("overtaken-by-later-log"))
  })

  it("says of tests that pass for the user that SYSTEM fails, and not that the join was never tried", () => {
    const as = (context: string, discovery: string) =>
      log(
        "desk-1.lake.example",
        ` AzureAdJoined : NO\n DomainJoined : YES\n| Diagnostic Data |\n User Context : ${context}\n AD Configuration Test : PASS\n DRS Discovery Test : ${discovery}`,
      )
    const [user, system] = caseOf(
      [as("UN-ELEVATED User", "PASS"), as("SYSTEM", "FAIL [0x801c0021/0x80072ee2]")].join("\nPS> dsregcmd /status\n"),
    )
    assert.match(user?.verdict ?? "", /in the discover phase: as SYSTEM, which joins, this test ends otherwise/)
    assert.equal(
      user?.findings.some(({ rule }) => rule.id === "join-task-not-run"),
      false,
    )
    assert.match(system?.verdict ?? "", /the join fails in the discover phase: network time-out/)
  })

  it("takes masked names and identities for nobody's", () => {
    const masked = (name: string) =>
      log(name, `${JOINED}\n| Device Details |\n DeviceId : xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`)
    const readings = caseOf([masked("xxx"), masked("yyy"), masked("***")].join("\nPS> dsregcmd /status\n"))
    assert.deepEqual(
      readings.flatMap(({ findings }) => findings.map(({ rule }) => rule.id)),
      [],
    )
  })

  it("is loud where a rule breaks, and hears the others", () => {
    const logs = readLog(
      `${log("a.lake.example", JOINED)}\nPS> dsregcmd /status\n${log("a.lake.example", " AzureAdJoined : NO\n DomainJoined : YES")}`,
    )
    const broken = caseRules.map((rule) =>
      rule.id === "cloned-image"
        ? {
            ...rule,
            compare: () => {
              throw new TypeError("made to break")
            },
          }
        : rule,
    )
    const [first, second] = besideEach(
      logs.map((one) => caseFactsOf(evidenceOf(one))),
      broken,
    )
    assert.deepEqual(
      first?.faults.map(({ what }) => what),
      ["rule cloned-image"],
    )
    assert.deepEqual(
      second?.findings.map(({ rule }) => rule.id),
      ["changed-since-earlier-log"],
    )
    const told = withBeside(diagnose(logs[0] ?? assert.fail()), first ?? assert.fail())
    assert.match(told.verdict, /a fault in dsreg/)
  })

  it("of one log is none: the reading stays the same object", () => {
    const alone = readLog(log("desk-1.lake.example", JOINED)).map(diagnose)
    assert.equal(diagnoseCase(alone)[0], alone[0])
  })
})
