import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { TextDocument } from "vscode-languageserver-textdocument"
import { type PlacedDiagnosis, readings } from "./support/reading.ts"

const LOGS = "test/logs"

/** What somebody wrote by hand that a log must say. */
interface Expectation {
  readonly captures: readonly string[]
  /** For each capture, words that its verdict must hold. */
  readonly verdicts: readonly (readonly string[])[]
  readonly findings: readonly string[]
}

function expectation(text: string): Expectation {
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"))
  const captures = lines.flatMap((line) => /^capture \d+: (.*)$/.exec(line)?.[1] ?? [])
  const verdicts = lines.flatMap((line) => {
    const phrases = /^verdict: (.*)$/.exec(line)?.[1]
    return phrases === undefined ? [] : [phrases.split("|").map((phrase) => phrase.trim().toLowerCase())]
  })
  return { captures, verdicts, findings: lines.filter((line) => /^\d/.test(line)) }
}

function findingsOf(text: string, all: readonly PlacedDiagnosis[]): string[] {
  const document = TextDocument.create("", "", 0, text)
  return all.flatMap(({ findings, offset }) =>
    findings.map(({ span, severity, rule, code }) => {
      const line = document.positionAt(offset + span.start).line + 1
      const value = text.slice(offset + span.start, offset + span.end)
      return `${line} ${severity} ${rule.id} ${code ?? "-"} ${JSON.stringify(value)}`
    }),
  )
}

for (const file of readdirSync(LOGS).filter((name) => name.endsWith(".expected"))) {
  const name = file.replace(/\.expected$/, "")
  describe(name, () => {
    const text = readFileSync(`${LOGS}/${name}.dsreg`, "utf8")
    const expected = expectation(readFileSync(`${LOGS}/${file}`, "utf8"))
    const found = readings(text)

    it("has the join type and the failing phase", () => {
      assert.deepEqual(
        found.map(({ joinType, phase }) => `${joinType} ${phase ?? "-"}`),
        expected.captures,
      )
    })

    it("has the findings on their lines", () => assert.deepEqual(findingsOf(text, found), expected.findings))

    it("has the verdict", () => {
      assert.equal(expected.verdicts.length, found.length)
      expected.verdicts.forEach((phrases, index) => {
        const verdict = found[index]?.verdict ?? ""
        for (const phrase of phrases)
          assert.ok(verdict.toLowerCase().includes(phrase), `"${verdict}" holds "${phrase}"`)
      })
    })
  })
}
