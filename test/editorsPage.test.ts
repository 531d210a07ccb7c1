import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { parseDocument } from "yaml"
import { legend } from "../server/src/features/semanticTokens.ts"
import { defaultSettings, settingsFrom } from "../server/src/features/settings.ts"

const page = readFileSync("docs/editors.md", "utf8")
const fences = Array.from(
  page.matchAll(/^```(\w+)(?: ([\w.-]+))?\n([\s\S]*?)^```$/gm),
  ([, language, name, text = ""]) => ({
    language,
    name,
    text,
  }),
)
const named = (name: string) => fences.find((fence) => fence.name === name)?.text ?? assert.fail(`no ${name}`)

describe("the page about other editors", () => {
  it("starts the server over standard input in each configuration", () => {
    for (const name of ["neovim-0.7", "neovim-0.11", "emacs", "helix", "sublime", "kate"]) {
      assert.match(named(name), /"dsreg-language-server"[\s\S]{0,20}"--stdio"/, name)
    }
  })

  it("has JSON and YAML that can be read", () => {
    for (const { language, text } of fences) {
      if (language === "json") assert.doesNotThrow(() => JSON.parse(text), text)
      if (language === "yaml") assert.deepEqual(parseDocument(text).errors, [])
    }
  })

  it("colors every type of the server and no other", () => {
    const types = [...legend.tokenTypes].sort()
    assert.deepEqual(Object.keys(JSON.parse(named("sublime")).clients.dsreg.semantic_tokens).sort(), types)
    const [, groups = ""] = /for type, group in pairs\(\{\n([\s\S]*?)\}\)/.exec(page) ?? []
    assert.deepEqual(Array.from(groups.matchAll(/^ +(\w+) =/gm), ([, type]) => type).sort(), types)
  })

  it("has settings that the server takes", () => {
    const [, text = ""] = /^## Settings$[\s\S]*?^```json\n([\s\S]*?)^```$/m.exec(page) ?? []
    const { severity, folder } = settingsFrom(JSON.parse(text).settings)
    assert.deepEqual(severity, { "prt-missing": "warning" })
    assert.deepEqual(folder, { ...defaultSettings.folder, limit: 1000 })
  })

  it("names the limits that are kept", () => {
    const reader = readFileSync("server/src/protocol/folderReader.ts", "utf8")
    assert.match(page, /files up to 10 MB, 100 MB in all/)
    assert.match(reader, /LARGEST = 10_000_000\nconst TOTAL = 100_000_000/)
  })
})
