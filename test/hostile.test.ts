import assert from "node:assert/strict"
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import fc from "fast-check"
import { marked, type Token } from "marked"
import { type DefaultTreeAdapterTypes, parse } from "parse5"
import { english } from "../server/src/core/explain/say.ts"
import { isPublicPage } from "../server/src/core/explain/sources.ts"
import { fileText } from "../server/src/core/text/fileText.ts"
import { LogDocument } from "../server/src/documents/logDocument.ts"
import { hover } from "../server/src/features/hover.ts"
import { exportedReport, viewedReport } from "../server/src/features/report.ts"
import { defaultSettings } from "../server/src/features/settings.ts"
import { dsreg } from "./support/commandLine.ts"
import { hostileLog } from "./support/hostileLog.ts"

const files = readdirSync("test/gallery").sort()
const documentOf = (text: string) => new LogDocument("file:///a.dsreg", 1, text)
const client = { commands: new Set(["dsreg.explain", "dsreg.goToLine"]), say: english }

/** Fails on Markdown in which anything of a stranger is more than code, as the library reads it that VS Code shows it with. */
function isHarmlessMarkdown(text: string): void {
  const look = (token: Token): void => {
    if (token.type === "codespan" || token.type === "code") return
    assert.notEqual(token.type, "html", token.raw)
    assert.notEqual(token.type, "image", token.raw)
    if (token.type === "link") {
      const { href } = token as { href: string }
      assert.ok(/^command:dsreg\.(?:explain|goToLine)\?/.test(href) || isPublicPage(href), href)
    }
    const parts = "tokens" in token ? (token.tokens ?? []) : []
    if (parts.length === 0 && token.type !== "table" && token.type !== "list") assert.doesNotMatch(token.raw, /evil/)
    for (const part of parts) look(part)
    if (token.type === "list") for (const item of (token as { items: Token[] }).items) look(item)
    if (token.type === "table") {
      const { header, rows } = token as { header: { tokens: Token[] }[]; rows: { tokens: Token[] }[][] }
      for (const cell of [...header, ...rows.flat()]) for (const part of cell.tokens) look(part)
    }
  }
  for (const token of marked.lexer(text)) look(token)
}

/** What a page of ours is made of, and what may stand in an attribute. */
const ELEMENTS =
  /^(?:html|head|meta|title|style|body|main|article|header|dl|dt|dd|details|summary|h[1-3]|p|section|ol|ul|li|label|input|span|code|em|br|div|table|thead|tbody|tr|th|td|button|a|footer|strong)$/

/** Fails on HTML in which anything of a stranger is more than text, as browsers read it. */
function isHarmlessHtml(html: string): void {
  const look = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    assert.notEqual(node.nodeName, "#comment")
    if (!("tagName" in node)) return
    assert.match(node.tagName, ELEMENTS)
    for (const { name, value } of node.attrs) {
      assert.doesNotMatch(name, /^on|^(?:src|srcset|style|action|formaction|data$|xlink)/i)
      assert.doesNotMatch(value, /evil/)
      if (name === "href") assert.ok(isPublicPage(value) || value.startsWith("#"), value)
    }
    for (const child of node.childNodes) look(child)
  }
  for (const child of parse(html).childNodes) if (child.nodeName !== "#documentType") look(child)
  assert.doesNotMatch(html, /\p{Cf}|[^\P{Cc}\n]/u)
}

describe("the gallery of attacks", () => {
  for (const file of files) {
    const text = fileText(readFileSync(`test/gallery/${file}`))

    it(`${file} is no more than code in any hover`, () => {
      const document = documentOf(text)
      let shown = 0
      for (const [line, { length }] of text.split(/\r\n|\r|\n/).entries()) {
        for (const character of [0, length >> 2, length >> 1, Math.max(0, length - 3)]) {
          const contents = hover(document, { line, character }, client)?.contents as { value: string } | undefined
          if (!contents) continue
          shown++
          isHarmlessMarkdown(contents.value)
        }
      }
      assert.ok(shown > 10)
    })

    it(`${file} is no more than text in reports`, async () => {
      const document = documentOf(text)
      const { html } = viewedReport(document, 0, "evil<b>.dsreg", defaultSettings, english) ?? assert.fail()
      isHarmlessHtml(html)
      const saved = (format: string) =>
        exportedReport(document, { format, name: "[evil](command:evil).dsreg", version: "0" }, defaultSettings, english)
      isHarmlessHtml((await saved("html")) ?? assert.fail())
      isHarmlessMarkdown((await saved("markdown")) ?? assert.fail())
    })

    it(`${file} has nothing to obey in what a terminal, a table and a program get`, async () => {
      const path = `test/gallery/${file}`
      const { out, error } = await dsreg("check", path)
      assert.doesNotMatch(out + error, /[^\P{Cc}\n]|\p{Cf}/u)
      const csv = await dsreg("check", "--format", "csv", path)
      for (const [, quoted, bare] of csv.out
        .replaceAll("\r\n", "\n")
        .matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"\n]*))/gm)) {
        assert.doesNotMatch(quoted ?? bare ?? "", /^[=+\-@\t\r＝＋－＠]/)
      }
      for (const format of ["json", "sarif"]) JSON.parse((await dsreg("check", "--format", format, path)).out)
      const sarif = JSON.parse((await dsreg("check", "--format", "sarif", path)).out)
      assert.doesNotMatch(
        JSON.stringify(sarif.runs[0].results.map(({ message }: { message: unknown }) => message)),
        /evil/,
      )
    })
  }
})

describe("any hostile log", () => {
  it("is no more than code in hovers and text in reports", async () => {
    await fc.assert(
      fc.asyncProperty(hostileLog, fc.nat(30), fc.nat(40), async (text, line, character) => {
        const document = documentOf(text)
        const shown = hover(document, { line, character }, client)?.contents as { value: string } | undefined
        if (shown) isHarmlessMarkdown(shown.value)
        const viewed = viewedReport(document, line, "a", defaultSettings, english)
        if (viewed) isHarmlessHtml(viewed.html)
      }),
      { seed: 1 },
    )
  })
})

describe("a hostile name of a file", { skip: process.platform === "win32" && "Windows has no such names" }, () => {
  const folder = mkdtempSync(join(tmpdir(), "dsreg-hostile-"))
  after(() => rmSync(folder, { recursive: true }))
  const log = "| Device State |\nAzureAdJoined : NO\nDomainJoined : YES\nDRS Discovery Test : FAIL [0x80072ee2]\n"
  for (const name of [
    "=evil()",
    "[evil](command:evil)",
    "<img src=x onerror=evil()>",
    "\u001b[31mevil",
    "\u202eevil",
    "$(evil)",
    "evil\nsecond",
    "-evil",
    "`evil`",
  ]) {
    it(`is shown and not obeyed: ${JSON.stringify(name)}`, async () => {
      const path = join(folder, `${name}.dsreg`)
      writeFileSync(path, log)
      const text = await dsreg("check", path)
      assert.match(text.out, /evil/)
      assert.doesNotMatch(text.out + text.error, /[^\P{Cc}\n]|\p{Cf}/u)
      isHarmlessMarkdown((await dsreg("check", "--format", "markdown", path)).out)
      isHarmlessHtml((await dsreg("check", "--format", "html", path)).out)
      const sarif = JSON.parse((await dsreg("check", "--format", "sarif", path)).out)
      assert.doesNotMatch(JSON.stringify(sarif), /command:evil|<img/)
    })
  }
})
