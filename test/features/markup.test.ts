import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { inline } from "../../server/src/core/explain/print/markdown.ts"
import { quoted } from "../../server/src/core/explain/text.ts"
import { markup } from "../../server/src/features/markup.ts"
import { hoverAt } from "../support/hoverAt.ts"

const plain = (markdown: string) => markup(markdown, { isPlain: true })

describe("a text for who shows no Markdown", () => {
  it("is without marks, and with the address of a link behind its title", () => {
    const text = "**Bold** · _aside_ and *name*, `a_b*c`, `` a`b ``, [Title \\[1\\]](https://example.com/a_b)  \nnext"
    const said = "Bold · aside and name, a_b*c, a`b, Title [1] (https://example.com/a_b)\nnext"
    assert.deepEqual(plain(text), { kind: "plaintext", value: said })
    assert.deepEqual(plain("one\n\n---\n\ntwo"), { kind: "plaintext", value: "one\n\ntwo" })
  })

  it("keeps names and numbers with the letters that marks are made of", () => {
    assert.equal(
      plain("WININET_E_TIMEOUT is 2 \\* 3 \\_ \\# and C:\\\\Windows").value,
      "WININET_E_TIMEOUT is 2 * 3 _ # and C:\\Windows",
    )
  })

  it("is Markdown as it was for everybody else", () => {
    assert.deepEqual(markup("**a**", {}), { kind: "markdown", value: "**a**" })
  })

  it("gives back any text of a log that was quoted", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", maxLength: 20 }), (text) => {
        const one = text.replace(/[\s\p{Cc}]+/gu, " ").trim()
        fc.pre(one !== "")
        assert.equal(plain(`x ${inline(quoted(one))} y`).value, `x ${one} y`)
      }),
    )
  })

  it("is what a real hover comes to", () => {
    const shown = hoverAt("        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n", "0x80072ee2")
    assert.ok(shown.includes("`"), "there are marks to take away")
    assert.doesNotMatch(String(plain(shown).value), /\*\*|\]\(|`/)
  })
})
