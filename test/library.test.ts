import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import fc from "fast-check"
import * as library from "../server/src/api/index.ts"
import { anyText } from "./support/anyText.ts"
import { dsregWith } from "./support/commandLine.ts"

const { catalog, compare, explain, fileText, html, markdown, read, redact, text } = library

/** A join that fails, and the same PC joined later, as somebody keeps both in one file. */
const FAILING = `| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
               Device Name : PC-1.contoso.com

| Diagnostic Data |
        DRS Discovery Test : FAIL [0x80072ee2]
`
const JOINED = `PS C:\\> dsregcmd /status
| Device State |
             AzureAdJoined : YES
              DomainJoined : YES
               Device Name : PC-1.contoso.com
          DeviceAuthStatus : SUCCESS
`

describe("the library", () => {
  it("reads every log of a text, with places in that text", () => {
    const both = FAILING + JOINED
    const [first, second, ...others] = read(both)
    assert.ok(first && second && others.length === 0)
    assert.equal(first.joinType, "domain-joined")
    assert.equal(first.phase, "discover")
    assert.match(first.verdict, /the join fails in the discover phase/)
    assert.deepEqual([first.line, second.line], [1, 9])
    assert.equal(both.slice(second.span.start, second.span.end), JOINED)
    assert.deepEqual(
      second.fields.map(({ section, name, value, line, span, known }) => [
        `${section}/${name}=${value}`,
        line,
        both.slice(span.start, span.end),
        known,
      ]),
      [
        ["Device State/AzureAdJoined=YES", 10, "YES", true],
        ["Device State/DomainJoined=YES", 11, "YES", true],
        ["Device State/Device Name=PC-1.contoso.com", 12, "PC-1.contoso.com", true],
        ["Device State/DeviceAuthStatus=SUCCESS", 13, "SUCCESS", true],
      ],
    )
    assert.deepEqual(first.faults, [])
  })

  it("names the page of a finding, which tells more of it", () => {
    const [{ findings, root, steps } = assert.fail()] = read(FAILING)
    const finding = findings[root ?? -1] ?? assert.fail()
    assert.equal(finding.rule, "drs-discovery-failed")
    assert.equal(finding.code, "0x80072ee2")
    assert.equal(finding.page, "code/0x80072ee2/discover")
    assert.match(FAILING.slice(finding.span.start, finding.span.end), /0x80072ee2/)
    const [document, ...more] = explain(finding.page)
    assert.ok(document && more.length === 0)
    assert.equal(document.known, true)
    assert.ok(document.names.includes("WININET_E_TIMEOUT"))
    assert.equal(steps.length, document.steps.length)
  })

  it("explains what people ask in any spelling, and says where it knows nothing", () => {
    const titles = (subject: string) => explain(subject).map(({ title }) => title)
    assert.ok(titles("-2147012894").every((title) => title === "0x80072ee2"))
    assert.ok(titles("WININET_E_TIMEOUT").includes("0x80072ee2"))
    assert.deepEqual(titles("azureadprt"), ["AzureAdPrt"])
    assert.deepEqual(titles("event 304"), ["Event 304"])
    assert.deepEqual(titles("no such thing"), [])
    assert.deepEqual(
      explain("0x12345678").map(({ known }) => known),
      [false],
    )
  })

  it("gives plain values, which go through JSON and a clone as they are", () => {
    const values = [read(FAILING + JOINED), explain("0x80072ee2"), compare(FAILING, JOINED), redact(FAILING)]
    for (const value of [...values, ...catalog()]) {
      assert.deepEqual(JSON.parse(JSON.stringify(value)), value)
      assert.deepEqual(structuredClone(value), value)
    }
  })

  it("says what the command line says", async () => {
    const both = FAILING + JOINED
    const answer = async (...words: string[]) => {
      const input = (async function* () {
        yield new TextEncoder().encode(both)
      })()
      return (await dsregWith({ input }, ...words)).out
    }
    const [{ captures }] = JSON.parse(await answer("check", "--format", "json", "-")).files
    assert.deepEqual(
      read(both).map(({ span: _, fields: __, steps: ___, report: ____, faults: _____, findings, ...short }) => ({
        ...short,
        findings: findings.map(({ span: _, page: __, ...finding }) => finding),
      })),
      captures,
    )
    const printed = (print: typeof text) => read(both).map((one) => print(one, { file: "-", line: one.line }))
    assert.equal(printed(text).join(""), await answer("check", "-"))
    assert.equal(printed(markdown).join("\n---\n\n"), await answer("check", "--format", "markdown", "-"))
    assert.equal(html(read(both), { file: "-" }), await answer("check", "--format", "html", "-"))
    assert.deepEqual({ version: 1, entries: [...catalog()] }, JSON.parse(await answer("catalog")))
    assert.equal(
      explain("0x80072ee2")
        .map((document) => text(document))
        .join("\n---\n\n"),
      await answer("explain", "0x80072ee2"),
    )
  })

  it("compares the last logs of two texts, and says where one holds none", () => {
    const comparison = compare(FAILING, FAILING + JOINED) ?? assert.fail()
    assert.equal(comparison.outcome, "better")
    assert.deepEqual(
      comparison.findings.gone.map(({ rule }) => rule),
      ["drs-discovery-failed"],
    )
    const joined = comparison.fields.find(({ name }) => name === "AzureAdJoined")
    assert.deepEqual(
      [joined?.before, joined?.after],
      [
        { value: "NO", line: 2 },
        { value: "YES", line: 10 },
      ],
    )
    assert.equal(comparison.after.line, 9)
    assert.match(comparison.text, /It got better/)
    assert.match(comparison.markdown, /\*\*It got better\*\*/)
    assert.equal(compare(FAILING, "words"), undefined)
    assert.equal(compare("", JOINED), undefined)
  })

  it("redacts, and reads the same afterwards", () => {
    const { text: redacted, replaced } = redact(FAILING)
    assert.doesNotMatch(redacted, /contoso/i)
    assert.deepEqual(
      replaced.map(({ kind, original, count }) => ({ kind, original, count })),
      [
        { kind: "host", original: "PC-1", count: 1 },
        { kind: "domain", original: "contoso.com", count: 1 },
      ],
    )
    assert.equal(read(redacted)[0]?.verdict, read(FAILING)[0]?.verdict)
  })

  it("reads the bytes that Windows PowerShell writes", () => {
    const bytes = Buffer.from(`\ufeff${FAILING.replaceAll("\n", "\r\n")}`, "utf16le")
    assert.equal(read(fileText(bytes))[0]?.phase, "discover")
  })

  it("is on its page, each name once, and no other", () => {
    const [, table = ""] = /^## What there is$([\s\S]*?)^`subject`/m.exec(readFileSync("docs/api.md", "utf8")) ?? []
    const told = Array.from(table.matchAll(/^\| `(\w+)/gm), ([, name]) => name)
    assert.deepEqual(told.toSorted(), Object.keys(library).sort())
  })

  it("reads any text, and each of its places is in that text", () => {
    const log = fc.tuple(anyText(), fc.constantFrom(FAILING, JOINED, ""), anyText()).map((parts) => parts.join("\n"))
    fc.assert(
      fc.property(log, (any) => {
        for (const { span, fields, findings } of read(any)) {
          for (const place of [span, ...findings.map((finding) => finding.span)])
            assert.ok(0 <= place.start && place.start <= place.end && place.end <= any.length)
          for (const field of fields) assert.equal(any.slice(field.span.start, field.span.end), field.value)
        }
      }),
      { numRuns: 50 },
    )
  })
})
