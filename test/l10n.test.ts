import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"

/** Languages of the user interface besides English. */
const LANGUAGES = ["de", "ja"]

const manifest = readFileSync("package.json", "utf8")

/** The English sentences of the source: `l10n.t("…")` in the client, `say("…")` in the server. */
function sentences(): Set<string> {
  const found = new Set<string>()
  for (const [folder, call] of [
    ["client/src", /\bl10n\.t\(\s*("(?:[^"\\]|\\.)*"|[^)"\s][^)]*)/g],
    ["server/src", /\bsay\(\s*("(?:[^"\\]|\\.)*"|[^)"\s][^)]*)/g],
  ] as const) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts") || file.endsWith("say.ts")) continue
      for (const [, text = ""] of readFileSync(join(folder, file), "utf8").matchAll(call)) {
        assert.ok(text.startsWith('"'), `${file}: only a literal sentence can be translated, not ${text}`)
        found.add(JSON.parse(text))
      }
    }
  }
  return found
}

function table(file: string): Record<string, string> {
  return JSON.parse(readFileSync(file, "utf8"))
}

/** `{0}` and `{1}`, links to commands and settings: what a translation has to keep. */
function kept(text: string): string[] {
  return [...text.matchAll(/\{\d\}|\(command:[^)]*\)|`[^`]*`/g)].map(([part]) => part).sort()
}

function sameParts(english: Iterable<readonly [string, string]>, translated: Record<string, string>): void {
  for (const [key, text] of english) {
    const other = translated[key] ?? ""
    assert.notEqual(other.trim(), "", `${key} is not translated`)
    assert.deepEqual(kept(other), kept(text), key)
  }
}

describe("the user interface", () => {
  const english = sentences()

  it("has sentences to translate", () => assert.ok(english.size > 20))

  for (const language of LANGUAGES) {
    it(`says every sentence in ${language}, and none that is gone`, () => {
      const translated = table(`l10n/bundle.l10n.${language}.json`)
      assert.deepEqual(Object.keys(translated).sort(), [...english].sort())
      sameParts(
        Array.from(english, (sentence) => [sentence, sentence] as const),
        translated,
      )
    })

    it(`has the manifest in ${language}`, () => {
      const words = table("package.nls.json")
      const translated = table(`package.nls.${language}.json`)
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(words).sort())
      sameParts(Object.entries(words), translated)
    })
  }
})

describe("the manifest", () => {
  it("names only words that are there, and each of them", () => {
    const named = new Set(Array.from(manifest.matchAll(/"%([\w.]+)%"/g), ([, key = ""]) => key))
    assert.deepEqual([...named].sort(), Object.keys(table("package.nls.json")).sort())
  })

  it("has no English of its own but what the catalogue says of its rules", () => {
    const { contributes } = JSON.parse(manifest)
    for (const { properties } of contributes.configuration) delete properties["dsreg.severity"]?.properties
    const texts = JSON.stringify(contributes).matchAll(
      /"(title|(?:markdown)?[dD]escription|altText|(?:markdown)?[eE]numDescriptions)":("[^"]*"|\[[^\]]*\])/g,
    )
    for (const [, name, text = ""] of texts) {
      for (const [, value = ""] of text.matchAll(/"([^"]*)"/g)) assert.match(value, /^%[\w.]+%$/, `${name}: ${value}`)
    }
  })
})
