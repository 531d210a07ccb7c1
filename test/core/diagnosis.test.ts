import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import fc from "fast-check"
import { diagnose, diagnoseBy } from "../../server/src/core/diagnosis/diagnose.ts"
import { evidenceOf } from "../../server/src/core/evidence/evidence.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { rules } from "../../server/src/core/rules/catalogue.ts"
import type { Rule } from "../../server/src/core/rules/rule.ts"
import { choosing } from "../../server/src/core/rules/subject.ts"

const logs = readdirSync("test/logs")
  .filter((name) => name.endsWith(".dsreg"))
  .map((name) => readFileSync(`test/logs/${name}`, "utf8"))
const captures = [...logs, ...rules.flatMap(({ bad, good }) => [...bad, ...good])].flatMap((text) => readLog(text))

/** What a reading says, to compare. */
function said(list: readonly Rule[]): string {
  const readings = captures.map((capture) => {
    const { verdict, phase, findings, folded } = diagnoseBy(list, capture)
    const told = findings.map(({ span, rule, message }) => [span.start, span.end, rule.id, message])
    const under = folded.map(({ finding, cause }) => [finding.rule.id, cause.rule.id])
    return [verdict, phase, told, under]
  })
  return JSON.stringify(readings)
}

describe("the order of the catalogue", () => {
  it("decides nothing: shuffled, it gives the same readings of all test logs and examples", () => {
    const expected = said(rules)
    fc.assert(
      fc.property(fc.shuffledSubarray([...rules], { minLength: rules.length }), (shuffled) =>
        assert.equal(said(shuffled), expected),
      ),
      { numRuns: 3 },
    )
    assert.equal(said([...rules].reverse()), expected)
  })
})

describe("what rules declare", () => {
  it("they are about is there in every log that they say something of", () => {
    for (const rule of rules) {
      const about = choosing([rule])
      for (const capture of captures) {
        const evidence = evidenceOf(capture)
        const found = [...rule.check(evidence)]
        assert.ok(found.length === 0 || [...about(evidence)].length === 1, `${rule.id} is about more than it says`)
      }
    }
  })

  it("they explain runs in no circle", () => {
    const follows = new Map(
      rules.map(({ id, explains = [] }) => [
        id as string,
        explains.map((one) => (typeof one === "string" ? one : one.rule)) as readonly string[],
      ]),
    )
    const reached = (id: string, seen: readonly string[]): void => {
      assert.ok(!seen.includes(id), `${[...seen, id].join(" explains ")}`)
      for (const next of follows.get(id) ?? []) reached(next, [...seen, id])
    }
    for (const { id } of rules) reached(id, [])
  })
})

describe("a rule that breaks", () => {
  const failing = `| Device State |
 AzureAdJoined : NO
 DomainJoined : YES
| Diagnostic Data |
 AD Configuration Test : PASS
 DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]`
  const [capture = assert.fail()] = readLog(failing)

  for (const { id } of rules) {
    it(`is named, and the others are heard: ${id}`, () => {
      const broken = rules.map((rule): Rule => {
        if (rule.id !== id) return rule
        const check = () => {
          throw new TypeError("made to break")
        }
        return { ...rule, about: ["AzureAdJoined"], check }
      })
      const { findings, faults, verdict } = diagnoseBy(broken, capture)
      const [first] = findings
      assert.equal(first?.rule.id, "dsreg-fault")
      assert.equal(first?.severity, "error")
      assert.equal(first?.message, `dsreg could not apply rule ${id}: a fault in dsreg`)
      assert.equal(failing.slice(first?.span.start, first?.span.end), "| Device State |")
      assert.match(verdict, /a fault in dsreg/)
      assert.deepEqual(
        faults.map(({ what, error }) => [what, (error as Error).message]),
        [[`rule ${id}`, "made to break"]],
      )
      const others = diagnose(capture).findings.filter(({ rule }) => rule.id !== id)
      for (const { rule, message } of others)
        assert.ok(findings.some((one) => one.rule === rule && one.message === message))
    })
  }
})
