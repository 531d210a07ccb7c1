import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { TextDocument } from "vscode-languageserver-textdocument"
import { explanationPage, pageOfNothing } from "../server/src/core/explain/explanationPage.ts"
import { kinds } from "../server/src/core/explain/kinds/catalogue.ts"
import { english, type Say, sayer } from "../server/src/core/explain/say.ts"
import { LogDocument } from "../server/src/documents/logDocument.ts"
import { hover } from "../server/src/features/hover.ts"

/*
 * The words around what the catalogue says are in the reader's language, wherever they are printed; what the catalogue
 * says is English.
 */

const german = sayer(JSON.parse(readFileSync("l10n/bundle.l10n.de.json", "utf8")))

/** Puts marks around all that it is asked to say, so that what nobody asked it for stands out. */
const marking: Say = (sentence, ...words) => english(`«${sentence}»`, ...words)

/** A frame that was printed without having been said. */
const UNSAID =
  /^(?:#+ (?!«)(?:See also|In |Index|Rules|Phases|Sections|Fields|Server messages|Events|Topics|Codes)|\*\*(?!«)(?:What to do|Rules|Phases|Sections|Fields|Messages|Events|Topics|Codes|Other meanings)|Source: |Here: |Expected: |_(?!«)(?:Note: |Not documented|This log))|_\((?!«)|· (?:(?:error|warning|information|reported|inferred)(?: ·|$)|since |rule `)|\[(?:All \d|Everything)/m

function pages(say: Say): readonly string[] {
  const ids = kinds.flatMap((kind) => [`index/${kind.word}s` as const, ...kind.ids()])
  return ["index" as const, ...ids].map((id) => explanationPage(id, say)?.markdown ?? assert.fail(id))
}

const LOG = `+------+
| Device State |
+------+
             AzureAdJoined : NO
              DomainJoined : YES
+------+
| Diagnostic Data |
+------+
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
     Fallback to Sync-Join : ENABLED
`

function shown(needle: string, say: Say): string {
  const position = TextDocument.create("", "", 0, LOG).positionAt(LOG.indexOf(needle) + 1)
  const found = hover(new LogDocument("file:///log.dsreg", 1, LOG), position, { commands: new Set(), say })
  assert.ok(found, needle)
  return (found.contents as { value: string }).value
}

describe("the words around what the catalogue says", () => {
  it("are said on every page", () => {
    const all = pages(marking)
    assert.ok(all.length > 500)
    for (const page of all) assert.doesNotMatch(page, UNSAID)
    assert.doesNotMatch(pageOfNothing("x", marking).markdown, /^# (?!«)/m)
  })

  it("are seen by this test where they are not said", () => {
    for (const page of pages(english)) assert.match(page, UNSAID)
  })

  it("are said in every hover", () => {
    for (const needle of ["0x80072ee2", "ENABLED", "AzureAdJoined", "Device State", "NO"]) {
      assert.doesNotMatch(shown(needle, marking), UNSAID, needle)
    }
  })

  it("are German for a reader of German, while the knowledge stays English", () => {
    const code = shown("0x80072ee2", german)
    assert.match(code, /^\*\*Was zu tun ist\*\*$/m)
    assert.match(code, /^Quelle: /m)
    assert.match(code, /\(als SYSTEM[^)]* · liest nur\)/)
    assert.match(shown("NO", german), /^Folgt aus Zeile 9: .*\. Hier ist nichts zu tun\.$/m)
    assert.match(code, /\*\*Network time-out\*\* · WININET/)
    assert.match(shown("ENABLED", german), /^Hier: The join can go on/m)
    const rule = explanationPage("rule/prt-missing", german)?.markdown ?? ""
    assert.match(rule, /^## In einem Log$/m)
    assert.match(rule, /^## Siehe auch$/m)
    assert.match(rule, /· Regel `prt-missing` · Warnung$/m)
    assert.match(rule, /\(als Administrator des PCs · liest nur\)/)
    assert.match(rule, /\[Alles, was erklärt wird\]/)
  })
})
