import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { describe, it } from "node:test"
import fc from "fast-check"
import { extendMarkdownIt } from "../client/src/markdown.ts"
import { coloredLog } from "../client/src/markdownColors.ts"
import { anyText } from "./support/anyText.ts"
import { growsLikeItsText } from "./support/growth.ts"

const MarkdownIt = createRequire(import.meta.url)("markdown-it")

/** The text that a browser shows of it; fails on any tag but the two that may be there. */
function textOf(html: string): string {
  const bare = html.replace(/<span class="[a-z_ -]+">|<\/span>/g, "")
  assert.doesNotMatch(bare, /[<>"]/)
  assert.doesNotMatch(bare, /&(?!(?:amp|lt|gt|quot);)/)
  return bare.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&")
}

function assertSame(text: string): void {
  const html = coloredLog(text)
  assert.equal(textOf(html), text)
  assert.equal(html.split("<span ").length, html.split("</span>").length)
}

/** What is in color, with the classes. */
const colors = (text: string) =>
  Array.from(
    coloredLog(text).matchAll(/<span class="([^"]+)">([^<]*)<\/span>/g),
    ([, color, word]) => `${color} ${word}`,
  )

describe("a log in a fence of the preview", () => {
  it("is colored by its words", () => {
    assert.deepEqual(
      colors(`+------+
| Device State |
  AzureAdJoined : NO
  Fallback to Sync-Join : ENABLED
  DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
  TenantName : NO Foods
  AuthCodeUrl : https://login.microsoftonline.com/7a9e6c04-13b5-4f62-9d08-e2c47b51f390/`),
      [
        "hljs-comment +------+",
        "hljs-keyword hljs-strong | Device State |",
        "hljs-name   AzureAdJoined",
        "hljs-built_in NO",
        "hljs-name   Fallback to Sync-Join",
        "hljs-built_in ENABLED",
        "hljs-name   DRS Discovery Test",
        "dsreg-failing FAIL",
        "hljs-number 0x801c0021",
        "hljs-number 0x80072ee2",
        "hljs-name   TenantName",
        "hljs-name   AuthCodeUrl",
        "hljs-variable 7a9e6c04-13b5-4f62-9d08-e2c47b51f390",
      ],
    )
  })

  it("tells words that are good and bad in any log from those that may be either", () => {
    assert.deepEqual(
      colors(" A Test : PASS\n B Test : FAIL\n C Test : SKIPPED\n D : NO\n E : YES\n").filter(
        (one) => !one.includes("name"),
      ),
      [
        "dsreg-healthy PASS",
        "dsreg-failing FAIL",
        "dsreg-consequence SKIPPED",
        "hljs-built_in NO",
        "hljs-built_in YES",
      ],
    )
  })

  it("has the colors of the editor", () => {
    const css = readFileSync("syntaxes/preview.css", "utf8")
    const themes = JSON.parse(readFileSync("package.json", "utf8")).contributes.configurationDefaults[
      "editor.semanticTokenColorCustomizations"
    ]
    const color = (rule: string | { foreground: string }) => (typeof rule === "string" ? rule : rule.foreground)
    for (const meaning of ["failing", "healthy", "consequence"]) {
      const [dark, light] = Array.from(
        css.matchAll(new RegExp(`\\.dsreg-${meaning} \\{\\s*color: (#[0-9a-f]{6});`, "g")),
        ([, found]) => found,
      )
      const [wantedDark, wantedLight] = ["[*Dark*]", "[*Light*]"].map((start) => {
        const key = Object.keys(themes).find((name) => name.startsWith(start)) ?? ""
        return color(themes[key].rules[`${meaning}:dsreg`])
      })
      assert.deepEqual([dark, light], [wantedDark, wantedLight], meaning)
    }
  })

  it("is the same text, whatever it is, and nothing of it is markup", () => {
    const word = fc.constantFrom(
      "\n",
      "\r\n",
      " : ",
      "YES",
      "| ",
      "+----+",
      "0x80072ee2",
      "<b>",
      "&lt;",
      '"',
      "https://<",
      "</span>",
    )
    fc.assert(fc.property(anyText(), assertSame))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, fc.string()), { maxLength: 30 }).map((parts) => parts.join("")),
        assertSame,
      ),
    )
    for (const file of readdirSync("test/logs").filter((name) => name.endsWith(".dsreg"))) {
      assertSame(readFileSync(`test/logs/${file}`, "utf8"))
    }
  })

  it("costs what the length of the text costs", () => {
    const repeated = [
      " ",
      "\t",
      ">",
      "|",
      "| ",
      "-",
      "+",
      "a",
      "a ",
      "a-",
      ": ",
      ":",
      "0x",
      "f",
      "f-",
      "https://",
      "\n",
      " \n",
      "é",
    ]
    for (const head of ["", "| ", "a : ", "----", ": "]) {
      for (const piece of repeated) {
        growsLikeItsText(
          JSON.stringify(head + piece),
          50_000,
          (length) => `${head}${piece.repeat(length / piece.length)}\u0001`,
          assertSame,
        )
      }
    }
  })
})

describe("the preview's parser", () => {
  const parser = () =>
    extendMarkdownIt(
      new MarkdownIt({
        highlight: (text: string, language: string, attributes: string) => `${language}|${attributes}|${text}`,
      }),
    )
  const fence = (info: string) => `\`\`\`${info}\nAzureAdPrt : NO\n\`\`\`\n`

  for (const info of ["dsreg", "dsregcmd", "DSREG", "dsreg one two", "dsreg{1,3}"]) {
    it(`colors ${info}`, () => {
      assert.match(
        parser().render(fence(info)),
        /<span class="hljs-name">AzureAdPrt<\/span> : <span class="hljs-built_in">NO/,
      )
    })
  }

  it("leaves other languages to who had them", () => {
    assert.match(parser().render(fence("ini some words")), /ini\|some words\|AzureAdPrt : NO/)
    assert.match(parser().render(fence("dsregistry")), /dsregistry\|\|AzureAdPrt : NO/)
    assert.match(parser().render(fence("")), /\|\|AzureAdPrt : NO/)
  })

  it("escapes other languages where nobody had them", () => {
    const html = extendMarkdownIt(new MarkdownIt()).render("```ini\n<b>\n```\n\n```dsreg\n<b>\n```\n")
    assert.equal(html.match(/&lt;b&gt;/g)?.length, 2)
    assert.doesNotMatch(html, /<b>/)
  })
})
