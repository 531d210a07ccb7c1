import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { DocumentSymbol, SelectionRange } from "vscode-languageserver"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { folding } from "../../server/src/features/folding.ts"
import { outline } from "../../server/src/features/outline.ts"
import { selectionRange } from "../../server/src/features/selection.ts"

const box = (title: string) => `+------+\n| ${title} |\n+------+\n\n`
const ONE = `${box("Device State")} AzureAdJoined : NO\n DomainJoined : YES\n\n${box("Diagnostic Data")} User Context : SYSTEM\n\n Previous Registration : 2025-01-31 09:16:43.000 UTC\n Error Phase : join\n Client ErrorCode : 0x801c03f2\n`

function drawn(symbols: readonly DocumentSymbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail ? ` = ${detail}` : ""}`,
    ...drawn(children ?? [], `${indent}  `),
  ])
}

describe("the outline", () => {
  it("has sections, groups and fields with their values", () => {
    assert.deepEqual(drawn(outline(new LogDocument("file:///a", 1, ONE), english)), [
      "Device State",
      "  AzureAdJoined = NO",
      "  DomainJoined = YES",
      "Diagnostic Data",
      "  User Context = SYSTEM",
      "  Previous Registration = 2025-01-31 09:16:43.000 UTC",
      "    Error Phase = join",
      "    Client ErrorCode = 0x801c03f2",
    ])
  })

  it("has captures with their verdicts where there are several", () => {
    const [first, second] = outline(new LogDocument("file:///a", 1, ONE + ONE), english)
    assert.equal(first?.name, "Capture 1")
    assert.match(first?.detail ?? "", /^In a domain, not joined to Microsoft Entra ID/)
    assert.equal(second?.range.start.line, 16)
  })

  it("gives every symbol a name and a selection inside its range", () => {
    const all = (symbols: readonly DocumentSymbol[]): DocumentSymbol[] =>
      symbols.flatMap((one) => [one, ...all(one.children ?? [])])
    for (const { name, range, selectionRange: selected } of all(
      outline(new LogDocument("file:///a", 1, `x : 1\n${ONE}| |\n`), english),
    )) {
      assert.notEqual(name.trim(), "")
      assert.ok(selected.start.line >= range.start.line && selected.end.line <= range.end.line)
    }
  })
})

describe("folding", () => {
  const lines = (text: string) =>
    folding(new LogDocument("file:///a", 1, text), { collapsesText: false }, english).map(({ startLine, endLine }) => [
      startLine,
      endLine,
    ])

  it("goes from a title to the last field, and over the groups", () => {
    assert.deepEqual(lines(ONE), [
      [1, 5],
      [8, 15],
      [13, 15],
    ])
  })

  it("tells what is folded, where the client can show it", () => {
    const texts = (text: string) =>
      folding(new LogDocument("file:///a", 1, text), { collapsesText: true }, english).map((fold) => fold.collapsedText)
    assert.deepEqual(texts(ONE), [
      "Device State · 2 fields",
      "Diagnostic Data · 4 fields · 1 finding",
      "Previous Registration · 3 fields · 1 finding",
    ])
    assert.match(texts(ONE + ONE)[0] ?? "", /^In a domain, not joined to Microsoft Entra ID; /)
    assert.equal(lines(ONE).length, 3)
    const [plain] = folding(new LogDocument("file:///a", 1, ONE), { collapsesText: false }, english)
    assert.deepEqual(Object.keys(plain ?? {}).sort(), ["endLine", "kind", "startLine"])
  })

  it("has the captures where there are several", () => {
    assert.deepEqual(lines(ONE + ONE).slice(0, 2), [
      [0, 15],
      [1, 5],
    ])
  })
})

describe("a selection", () => {
  it("grows from the value to the whole capture", () => {
    const texts: string[] = []
    const rows = ONE.split("\n")
    let range: SelectionRange | undefined = selectionRange(new LogDocument("file:///a", 1, ONE), {
      line: 14,
      character: 16,
    })
    for (; range; range = range.parent) {
      const { start, end } = range.range
      texts.push(
        start.line === end.line
          ? (rows[start.line]?.slice(start.character, end.character) ?? "")
          : `${start.line}-${end.line}`,
      )
    }
    assert.deepEqual(texts, ["join", "Error Phase : join", "13-15", "8-15", "0-16"])
  })
})
