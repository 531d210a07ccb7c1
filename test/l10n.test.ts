import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { sayer } from "../server/src/core/explain/say.ts"
import { LogDocument } from "../server/src/documents/logDocument.ts"
import { hints } from "../server/src/features/hints.ts"
import { outline } from "../server/src/features/outline.ts"
import { defaultSettings } from "../server/src/features/settings.ts"

/** Languages of the user interface besides English. */
const LANGUAGES = ["de", "ja"]

const manifest = JSON.parse(readFileSync("package.json", "utf8"))
const words = table("package.nls.json")

/** Where sentences of the user interface stand, and how they are said there. */
const PLACES = [
  ["client/src", /\bl10n\.t\(\s*("(?:[^"\\]|\\.)*"|[^)"\s][^)]*)/g],
  ["server/src", /\bsay\(\s*("(?:[^"\\]|\\.)*"|[^)"\s][^)]*)/g],
] as const

/** What shows a text to somebody, with the text itself behind it: `title: "Go on"`, `showErrorMessage("Oh no")`. */
const UNSAID =
  /(?:\b(?:title|name|label|text|detail|tooltip|placeholder|description)\s*[:=]|\b(?:show\w+Message|setStatusBarMessage)\()\s*["`][A-Za-z]+ [^\n]*/g

function* sources(folder: string): Iterable<readonly [file: string, text: string]> {
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".ts") && file !== "say.ts") yield [file, readFileSync(join(folder, file), "utf8")]
  }
}

/** The English sentences of the source: `l10n.t("…")` in the client, `say("…")` in the server. */
function sentences(): Set<string> {
  const found = new Set<string>()
  for (const [folder, call] of PLACES) {
    for (const [file, source] of sources(folder)) {
      for (const [, text = ""] of source.matchAll(call)) {
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

/** `{0}` and `{1}`, the targets of links, code, and ends of lines, by which VS Code makes a link a button. */
function kept(text: string): string[] {
  return [...text.matchAll(/\{\d\}|\]\([^)]*\)|`[^`]*`|\n/g)].map(([part]) => part).sort()
}

function sameParts(english: Iterable<readonly [string, string]>, translated: Record<string, string>): void {
  for (const [key, text] of english) {
    const other = translated[key] ?? ""
    assert.notEqual(other.trim(), "", `${key} is not translated`)
    assert.deepEqual(kept(other), kept(text), key)
  }
}

/** The texts by which a language's manifest calls a command of ours: in bold, or on a button. */
function* calls(manifestWords: Readonly<Record<string, string>>): Iterable<readonly [command: string, title: string]> {
  const readAsLog = /\*\*dsreg: (.*?)\*\*/.exec(manifestWords["setting.detect.description"] ?? "")
  yield ["readAsLog", readAsLog?.[1] ?? ""]
  for (const text of Object.values(manifestWords)) {
    for (const [, title = "", command = ""] of text.matchAll(/\[(.*?)\]\(command:dsreg\.(\w+)\)/g)) {
      yield [command, title]
    }
  }
}

describe("the user interface", () => {
  const english = sentences()

  it("has sentences to translate", () => assert.ok(english.size > 20))

  it("says nothing past the tables", () => {
    for (const folder of ["client/src", "server/src/features"]) {
      for (const [file, source] of sources(folder)) assert.deepEqual(source.match(UNSAID), null, file)
    }
  })

  it("calls a command by its title", () => {
    for (const file of ["package.nls.json", ...LANGUAGES.map((language) => `package.nls.${language}.json`)]) {
      const own = table(file)
      for (const [command, title] of calls(own)) assert.equal(title, own[`command.${command}.title`], file)
    }
  })

  for (const language of LANGUAGES) {
    const translatedWords = () => table(`package.nls.${language}.json`)
    const translated = () => table(`l10n/bundle.l10n.${language}.json`)

    it(`says every sentence in ${language}, and none that is gone`, () => {
      assert.deepEqual(Object.keys(translated()).sort(), [...english].sort())
      sameParts(
        Array.from(english, (sentence) => [sentence, sentence] as const),
        translated(),
      )
    })

    it(`has the manifest in ${language}`, () => {
      assert.deepEqual(Object.keys(translatedWords()), Object.keys(words))
      sameParts(Object.entries(words), translatedWords())
    })

    it(`says in ${language} one thing in one way`, () => {
      for (const [key, text] of Object.entries(words)) {
        for (const [sentence, other] of Object.entries(translated())) {
          if (sentence.toLowerCase() === text.toLowerCase()) assert.equal(translatedWords()[key], other, sentence)
        }
      }
    })
  }

  it("is what a server of that language says", () => {
    const say = sayer(table("l10n/bundle.l10n.de.json"))
    const log =
      "| Diagnostic Data |\n Client Time : 2025-03-12 10:00:00.000 UTC\n Last Time : 2025-03-09 10:00:00.000 UTC\n"
    const document = new LogDocument("file:///a.dsreg", 1, log + log)
    assert.deepEqual(
      outline(document, say).map(({ name }) => name),
      ["Aufzeichnung 1", "Aufzeichnung 2"],
    )
    const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }
    assert.deepEqual(
      hints(document, range, defaultSettings, say).map(({ label }) => label),
      ["3 Tage zuvor"],
    )
  })
})

/** The properties of the manifest that VS Code shows. */
const SHOWN =
  /^(?:title|displayName|description|(?:markdown)?(?:Description|EnumDescriptions)|enumDescriptions|aliases|altText)$/

/** Every text in a part of the manifest that somebody reads, with the property that holds it. */
function* shown(part: unknown, property = ""): Iterable<readonly [property: string, text: string]> {
  if (typeof part === "string" && SHOWN.test(property)) yield [property, part]
  if (typeof part !== "object" || part === null) return
  for (const [name, value] of Object.entries(part)) yield* shown(value, Array.isArray(part) ? property : name)
}

describe("the manifest", () => {
  it("names only words that are there, and each of them", () => {
    const named = new Set(Array.from(JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g), ([, key = ""]) => key))
    assert.deepEqual([...named].sort(), Object.keys(words).sort())
  })

  it("has no English of its own but what the catalogue says of its rules", () => {
    const { displayName, description, contributes } = structuredClone(manifest)
    for (const { properties } of contributes.configuration) delete properties["dsreg.severity"]?.properties
    const texts = [...shown({ displayName, description, contributes })]
    assert.ok(texts.length > 50)
    for (const [property, text] of texts) {
      // The language's id is one of its names.
      if (text !== "dsreg") assert.match(text, /^%[\w.]+%$/, property)
    }
  })

  it("says where the words are", () => assert.equal(manifest.l10n, "./l10n"))

  it("has its settings in groups, each in its order", () => {
    const groups: readonly { title: string; order: number; properties: Record<string, { order: number }> }[] =
      manifest.contributes.configuration
    assert.deepEqual(
      groups.map(({ title, order }) => `${order} ${words[title.slice(1, -1)]}`),
      ["1 Findings", "2 Hints", "3 Folder", "4 Trace"],
    )
    for (const { properties } of groups) {
      assert.deepEqual(
        Object.values(properties).map(({ order }) => order),
        Object.keys(properties).map((_, index) => index + 1),
      )
    }
  })
})
