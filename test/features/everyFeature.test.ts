import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import type { DocumentSymbol } from "vscode-languageserver"
import { isPublicPage } from "../../server/src/core/explain/sources.ts"
import { everyFeature, labelOf, type Place } from "../support/everyFeature.ts"
import { growsLikeItsText } from "../support/growth.ts"
import { hostileLog } from "../support/hostileLog.ts"
import { logShapes } from "../support/shapes.ts"

const linesOf = (text: string) => text.split(/\r\n|\r|\n/)

/** The page that dsregcmd itself names, which is opened only where it stands letter by letter. */
const HELP_PAGE = "https://www.microsoft.com/aadjerrors"

describe("every feature, on any text", () => {
  it("answers, with places that lie inside their line", () => {
    fc.assert(
      fc.property(hostileLog, fc.nat(30), (text, at) => {
        const said = everyFeature(text, at)
        const lines = linesOf(text)
        const isIn = ({ line, start, end }: Place) => 0 <= start && start <= end && end <= (lines[line]?.length ?? -1)
        for (const token of said.tokens) assert.ok(isIn(token))
        for (const { position } of said.hints) {
          assert.ok(isIn({ line: position.line, start: position.character, end: position.character }))
        }
        for (const { range } of said.links) {
          assert.equal(range.start.line, range.end.line)
          assert.ok(isIn({ line: range.start.line, start: range.start.character, end: range.end.character }))
        }
      }),
    )
  })

  it("colors no character twice", () => {
    fc.assert(
      fc.property(hostileLog, (text) => {
        let before: Place | undefined
        for (const token of everyFeature(text, 0).tokens) {
          assert.ok(token.end > token.start)
          if (before?.line === token.line) assert.ok(before.end <= token.start)
          before = token
        }
      }),
    )
  })

  it("hides no failing line in the view of failing lines", () => {
    fc.assert(
      fc.property(hostileLog, (text) => {
        const { diagnostics, failing } = everyFeature(text, 0)
        const lines = linesOf(text)
        assert.equal(linesOf(failing.text).length - 1, failing.sourceLines.length)
        const shown = linesOf(failing.text)
        for (const { range, severity } of diagnostics) {
          if ((severity ?? 1) > 2) continue
          const line = lines[range.start.line] ?? ""
          const isWhole = (source: number, row: number) =>
            source === range.start.line && " ".repeat(failing.cuts[row] ?? 0) + shown[row] === line
          assert.ok(failing.sourceLines.some(isWhole), line)
        }
      }),
    )
  })
})

describe("a stranger's text", () => {
  it("is in no place that knows markup or pictures", () => {
    fc.assert(
      fc.property(hostileLog, fc.nat(30), (text, at) => {
        const said = everyFeature(text, at)
        const spoken = [
          ...said.hints.flatMap((hint) => [labelOf(hint), String(hint.tooltip ?? "")]),
          ...said.lenses.map(({ command }) => command?.title ?? ""),
          ...said.diagnostics.flatMap(({ message, relatedInformation = [] }) => [
            JSON.stringify(message),
            ...relatedInformation.map((place) => place.message),
          ]),
          ...said.links.map(({ tooltip = "" }) => tooltip),
          ...said.actions.map(({ title }) => title),
          ...said.completion.flatMap(({ label, detail = "" }) => [label, detail]),
          said.verdict ?? "",
          JSON.stringify(said.status ?? {}),
        ]
        for (const sentence of spoken) assert.doesNotMatch(sentence, /evil|\$\(/)
      }),
    )
  })

  it("is a plain name in the lists of symbols", () => {
    fc.assert(
      fc.property(hostileLog, (text) => {
        const { outline, symbols, folding } = everyFeature(text, 0)
        const names = [
          ...outline.flatMap(namesOf),
          ...symbols.flatMap(({ name: shown, containerName = "" }) => [shown, containerName]),
          ...folding.map(({ collapsedText = "" }) => collapsedText),
        ]
        for (const shown of names) assert.doesNotMatch(shown, /\$\(|[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u)
      }),
    )
  })

  it("makes links only to pages of ours, and others that copy", () => {
    fc.assert(
      fc.property(hostileLog, (text) => {
        for (const { target = "" } of everyFeature(text, 0).links) {
          assert.ok(target.startsWith("command:dsreg.copy?") || isPublicPage(target) || target === HELP_PAGE, target)
        }
      }),
    )
  })
})

function namesOf({ name: shown, detail = "", children = [] }: DocumentSymbol): readonly string[] {
  return [shown, detail, ...children.flatMap(namesOf)]
}

describe("a long log", () => {
  for (const [what, [piece, above = ""]] of Object.entries(logShapes)) {
    it(`of ${what} costs what its length costs`, () => {
      const textOf = (length: number) => above + piece.repeat(length / piece.length)
      growsLikeItsText(what, 30_000, textOf, (text) => everyFeature(text, 200))
    })
  }
})
