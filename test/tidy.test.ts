import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { unwritten } from "../scripts/new/files.ts"
import { manifestWithRules, referencePage } from "../scripts/reference.ts"
import { commandsToRun } from "../server/src/core/explain/commandsToRun.ts"
import { english } from "../server/src/core/explain/say.ts"
import { stepsOf } from "../server/src/core/explain/steps.ts"
import type { CodeEntry } from "../server/src/core/knowledge/code.ts"
import { canonicalCode, carriedCode } from "../server/src/core/knowledge/codeNumber.ts"
import { codeEntries } from "../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../server/src/core/knowledge/codes/serverMessages.ts"
import { eventEntries } from "../server/src/core/knowledge/events/catalogue.ts"
import { keysOf } from "../server/src/core/knowledge/fieldEntry.ts"
import { fieldEntries, statusFields } from "../server/src/core/knowledge/fields/catalogue.ts"
import { httpStatusSource } from "../server/src/core/knowledge/httpStatuses.ts"
import { codeMeaning, codeMeanings, fieldMeaning, messageMeaning } from "../server/src/core/knowledge/lookup.ts"
import type { Page } from "../server/src/core/knowledge/pages.ts"
import { pages } from "../server/src/core/knowledge/pages.ts"
import { phaseEntries } from "../server/src/core/knowledge/phases.ts"
import { sectionEntries } from "../server/src/core/knowledge/sections.ts"
import type { Advice } from "../server/src/core/knowledge/shared.ts"
import type { Source } from "../server/src/core/knowledge/source.ts"
import { topics } from "../server/src/core/knowledge/topics.ts"
import { windowsReleases } from "../server/src/core/knowledge/windowsReleases.ts"
import { everyRule } from "../server/src/core/rules/case/catalogue.ts"
import { rules } from "../server/src/core/rules/catalogue.ts"
import { legend } from "../server/src/features/semanticTokens.ts"
import { version } from "../server/src/version.ts"

const words: Readonly<Record<string, string>> = JSON.parse(readFileSync("package.nls.json", "utf8"))

/** As VS Code shows it in English. */
const manifest = JSON.parse(readFileSync("package.json", "utf8"), (_, value) =>
  typeof value === "string" ? value.replace(/^%(.+)%$/, (place, key) => words[key] ?? place) : value,
)

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

describe("the codes", () => {
  it("are spelled one way", () => {
    for (const { code } of codeEntries()) {
      if (/^(?:0x|AADSTS|MSIS)/i.test(code)) assert.equal(canonicalCode(code), code)
    }
  })

  it("mean one thing in one place", () => {
    assert.deepEqual(
      repeated(codeEntries().flatMap(({ code, places }) => places.map((place) => `${code} ${place}`))),
      [],
    )
  })

  it("have a title that reads inside a sentence", () => {
    for (const { code, title } of [
      ...codeEntries(),
      ...serverMessages.map((message) => ({ ...message, code: message.id })),
    ]) {
      assert.ok(title.length > 2 && title.length <= 70, `${code}: ${title}`)
      assert.doesNotMatch(title, /[.:]$/, code)
    }
  })

  it("say nothing twice, except by a named shared text", () => {
    const own = (advice: Advice) =>
      typeof advice === "string" ? [advice] : advice.kind === "step" ? [advice.text] : []
    const sentences = (entry: Pick<CodeEntry, "cause" | "resolution">) => [
      ...new Set([entry.cause, ...entry.resolution].flatMap(own).flatMap((text) => text.split(/(?<=[.!?])\s+/))),
    ]
    const told = codeEntries().filter(({ twinOf }) => twinOf === undefined)
    assert.deepEqual(repeated([...told, ...serverMessages].flatMap(sentences)), [])
  })

  it("that repeat another under its number say what that one says", () => {
    const repeating = codeEntries().filter(({ twinOf }) => twinOf !== undefined)
    assert.ok(repeating.length > 40)
    for (const { code, twinOf, cause, resolution } of repeating) {
      assert.equal(twinOf, carriedCode(code), code)
      const [told] = codeMeanings(twinOf ?? "").filter(({ places }) => places.includes("any"))
      assert.deepEqual([cause, resolution], [told?.cause, told?.resolution], code)
    }
  })

  it("that rest on a page Microsoft withdrew, and on no other, say how sure they are", () => {
    const alone = codeEntries().filter(({ sources }) => sources.every(({ page }) => page === "adalHeader"))
    assert.deepEqual(
      alone.filter(({ confidence }) => confidence === undefined).map(({ code }) => code),
      [],
    )
  })

  it("say what the outcome of their first step means, where anything is to be done", () => {
    const silent = codeEntries().filter(({ resolution, nature, twinOf }) => {
      const [first] = stepsOf(resolution)
      return nature !== "information" && twinOf === undefined && first?.proves === undefined
    })
    assert.deepEqual(
      silent.map(({ code, title }) => `${code}: ${title}`),
      [],
    )
  })

  it("begin with a step of their own, or one that few others share", () => {
    const often = new Map<string, number>()
    for (const { resolution, twinOf } of codeEntries()) {
      const [first] = stepsOf(resolution)
      if (first && twinOf === undefined) often.set(first.text, (often.get(first.text) ?? 0) + 1)
    }
    assert.deepEqual(
      [...often].filter(([, count]) => count > 8),
      [],
    )
  })

  it("that are numbers have notes of their own", () => {
    const numbers = codeEntries().filter(({ code, twinOf }) => code.startsWith("0x") && twinOf === undefined)
    const notes = numbers.flatMap(({ note }) => note?.split(/(?<=[.!?])\s+/) ?? [])
    const often = new Map<string, number>()
    for (const sentence of notes) often.set(sentence, (often.get(sentence) ?? 0) + 1)
    assert.deepEqual(
      [...often].filter(([, count]) => count > 4),
      [],
    )
  })
})

describe("the fields", () => {
  it("bear each name once in a section", () => {
    const places = fieldEntries.flatMap((entry) =>
      keysOf(entry).flatMap((key) => entry.sections.map((section) => `${section} ${key}`)),
    )
    assert.deepEqual(repeated(places), [])
  })

  it("say what they should say, or why nothing can be said of that", () => {
    for (const { name, expected, healthy, unjudged } of fieldEntries) {
      assert.ok(unjudged ? !expected : expected || healthy, name)
    }
  })

  it("tell what they rest on where no page explains them", () => {
    for (const { name, meaning, sources, confidence } of fieldEntries) {
      assert.ok(confidence || sources.length > 0, name)
      assert.equal(confidence === "inferred", /^[^.]*\bBy its name\b/.test(meaning), name)
    }
  })

  it("have only attributes that go together", () => {
    for (const entry of fieldEntries) {
      const { name, type, block, begins, wraps, test, tells, codes, identity, values, healthy } = entry
      if (begins) assert.ok(block, name)
      if (wraps) assert.equal(type, "text", name)
      assert.equal(type === "test", test !== undefined, name)
      if (tells) assert.equal(type, "time", name)
      if (codes) assert.equal(codes === "unmarked", type !== "code", name)
      if (identity && "as" in identity) assert.equal(type, "name", name)
      if (healthy) assert.ok(values, name)
    }
  })

  it("follow from fields that are there, and round no circle", () => {
    const causes = new Map<string, readonly string[]>()
    for (const { name, follows = [] } of fieldEntries) causes.set(name, [...(causes.get(name) ?? []), ...follows])
    const climb = (name: string, path: readonly string[]): void => {
      assert.ok(causes.has(name), name)
      assert.ok(!path.includes(name), [...path, name].join(" > "))
      for (const cause of causes.get(name) ?? []) climb(cause, [...path, name])
    }
    for (const name of causes.keys()) climb(name, [])
  })

  it("have a place of their own in what support asks for", () => {
    const places = fieldEntries.flatMap(({ support }) => support ?? []).sort((a, b) => a - b)
    assert.deepEqual(places, [1, 2, 3, 4, 5, 6, 7, 8])
  })

  it("speak of Windows Hello where they are its prerequisites", () => {
    for (const { name, sections, prerequisite, asksUser } of statusFields) {
      if (prerequisite || asksUser) assert.deepEqual(sections, ["ngc"], name)
      if (prerequisite) assert.match(prerequisite, /^[A-Z].*[^.]$/, name)
    }
  })
})

describe("the ladder of a rule", () => {
  const ORDER = ["reads", "changes", "ends-sign-ins"]

  for (const { id, fix } of everyRule) {
    const ladder = stepsOf(fix)

    it(`of ${id} looks, then changes, then ends sign-ins`, () => {
      const risks = ladder.map(({ risk = "" }) => ORDER.indexOf(risk))
      assert.ok(!risks.includes(-1), "each step says what it does to a working system")
      assert.deepEqual(
        risks,
        risks.toSorted((a, b) => a - b),
      )
    })

    it(`of ${id} says who can take each step, and what a look proves`, () => {
      // Whoever keeps the network is none of the four who have rights here.
      for (const { text, rights, where } of ladder) assert.ok(rights ?? where === "network", text)
      for (const { text, risk, proves } of ladder)
        if (risk === "reads") assert.match(proves ?? "", /^[A-Z`].*\.$/, text)
    })
  }
})

describe("every entry is reached", () => {
  it("a code at each of its places", () => {
    for (const entry of codeEntries()) {
      for (const place of entry.places) assert.equal(codeMeaning(entry.code, place), entry, `${entry.code} ${place}`)
    }
  })

  it("a code by its names", () => {
    for (const entry of codeEntries()) {
      for (const symbol of entry.symbols) assert.ok(codeMeanings(symbol).includes(entry), symbol)
    }
  })

  it("a field in each of its sections", () => {
    for (const entry of fieldEntries) {
      for (const section of entry.sections)
        assert.equal(fieldMeaning(entry.name, section), entry, `${entry.name} ${section}`)
    }
  })

  it("a server message by its example", () => {
    for (const entry of serverMessages) assert.equal(messageMeaning(entry.example), entry)
  })

  it("a rule by a test log", () => {
    const logs = readdirSync("test/logs").filter((file) => file.endsWith(".expected"))
    const expected = logs.map((file) => readFileSync(`test/logs/${file}`, "utf8")).join("\n")
    const missing = rules.filter(({ id }) => !new RegExp(`^\\d+ \\w+ ${id} `, "m").test(expected))
    assert.deepEqual(
      missing.map(({ id }) => `write test/logs/NAME.dsreg with ${id} in it, and NAME.expected by hand`),
      [],
    )
  })
})

describe("a healthy log", () => {
  for (const file of readdirSync("test/logs").filter((name) => /^healthy-.*\.expected$/.test(name))) {
    it(`${file} has no error and no warning`, () => {
      assert.doesNotMatch(readFileSync(`test/logs/${file}`, "utf8"), /^\d+ (?:error|warning) /m)
    })
  }
})

describe("the rules", () => {
  const files = readdirSync("server/src/core/rules")
  const camel = (id: string) => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

  it("have permanent names in kebab case, each once", () => {
    assert.deepEqual(repeated(everyRule.map(({ id }) => id)), [])
    for (const { id } of everyRule) assert.match(id, /^[a-z]+(?:-[a-z0-9]+)*$/)
  })

  it("stand in files of their names, and every such file is in the catalogue", () => {
    const own = rules.map(({ id }) => `${camel(id)}.ts`)
    const support = [
      "catalogue.ts",
      "case",
      "certificate.ts",
      "enterpriseRefusal.ts",
      "message.ts",
      "registrationEvent.ts",
      "rule.ts",
      "serverMessageRule.ts",
      "story.ts",
      "subject.ts",
      "tokenEvent.ts",
    ]
    assert.deepEqual(files.sort(), [...own, ...support].sort())
  })

  it("speak in whole sentences", () => {
    for (const { id, summary, why, fix } of everyRule) {
      for (const text of [summary, why, ...stepsOf(fix).map((step) => step.text)])
        assert.match(text, /^(?:[A-Z`]|dsregcmd).*[.!]$/s, id)
    }
  })
})

describe("the sources", () => {
  const all: readonly Source[] = [
    ...codeEntries(),
    ...serverMessages,
    ...rules,
    ...fieldEntries,
    ...sectionEntries,
    ...phaseEntries,
    ...eventEntries,
    ...topics,
    ...windowsReleases,
    { sources: [httpStatusSource] },
    ...commandsToRun(english),
  ].flatMap((entry): readonly Source[] => entry.sources)

  it("are pages that open over TLS", () => {
    for (const page of Object.values<Page>(pages)) {
      if (page.url)
        assert.match(
          page.url,
          /^https:\/\/(?:(?:learn\.microsoft\.com|aka\.ms|www\.cve\.org|www\.iana\.org|github\.com)\/|login\.microsoftonline\.com\/error$)/,
        )
      if (page.date) assert.match(page.date, /^20\d\d-\d\d-\d\d$/)
    }
  })

  it("are all in use", () => {
    // The two look-ups are no sources; the pages of unknown codes point to them.
    const used = new Set([...all.map(({ page }) => page), "errorLookup", "aadstsLookup"])
    assert.deepEqual(
      Object.keys(pages).filter((id) => !used.has(id as keyof typeof pages)),
      [],
    )
  })

  it("name anchors as a page has them", () => {
    for (const { anchor } of all) if (anchor) assert.match(anchor, /^[a-z0-9_-]+$/)
  })
})

describe("the words", () => {
  const texts = JSON.stringify([
    codeEntries(),
    serverMessages,
    rules,
    fieldEntries,
    sectionEntries,
    phaseEntries,
    topics,
  ])

  it("name the product by its present name", () => {
    assert.doesNotMatch(texts, /\bAzure AD\b(?! Connect)|Azure Active Directory/)
  })

  it("are written: nothing that a new rule, code or field begins with is left", () => {
    assert.deepEqual(unwritten("."), [])
  })

  it("do not say what was true once: devices are synchronized by Cloud Sync too, and an alternate login ID helps only with federation", () => {
    assert.doesNotMatch(texts, /Cloud Sync (?:does not|never)|Alternate Login ID has to be/i)
  })

  it("are polite without begging", () => assert.doesNotMatch(texts, /\bplease\b(?! (?:try after|visit))/i))
})

describe("the papers", () => {
  it("the reference is what the catalogue says", () => {
    assert.equal(readFileSync("docs/reference.md", "utf8"), referencePage(), "run npm run docs")
  })

  it("the manifest lists the rules", () => {
    const text = readFileSync("package.json", "utf8")
    assert.equal(text, manifestWithRules(text), "run npm run docs")
  })

  it("the version is the package's", () => assert.equal(manifest.version, version))
})

describe("the manifest", () => {
  it("gives every command a title and the category", () => {
    for (const { command, title, category } of manifest.contributes.commands) {
      assert.match(command, /^dsreg\./)
      assert.ok(title.length > 0 && category === "dsreg", command)
    }
  })

  it("describes every setting", () => {
    const groups = [manifest.contributes.configuration].flat()
    for (const group of groups) {
      for (const [id, setting] of Object.entries<Record<string, string>>(group.properties)) {
        assert.match(id, /^dsreg\./)
        assert.match(setting.markdownDescription ?? "", /^[A-Z].*\.$/, id)
      }
    }
  })

  it("names the token types that the server sends, each with a description, a scope and its colors", () => {
    const { semanticTokenTypes, semanticTokenScopes, configurationDefaults } = manifest.contributes
    const types = [...legend.tokenTypes].sort()
    assert.deepEqual(semanticTokenTypes.map(({ id }: { id: string }) => id).sort(), types)
    for (const { description } of semanticTokenTypes) assert.match(description, /^[A-Z].*\.$/)
    assert.deepEqual(Object.keys(semanticTokenScopes[0].scopes).sort(), types)
    const colors = types.map((type) => `${type}:dsreg`)
    for (const theme of Object.values(configurationDefaults["editor.semanticTokenColorCustomizations"])) {
      assert.deepEqual(Object.keys((theme as { rules: object }).rules).sort(), colors)
    }
    const page = readFileSync("docs/colors.md", "utf8")
    for (const type of types) {
      assert.ok(page.includes(`| \`${type}\` |`) && page.includes(semanticTokenScopes[0].scopes[type][0]), type)
    }
  })

  it("works in untrusted and virtual workspaces", () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true)
    assert.equal(manifest.capabilities.virtualWorkspaces, true)
  })
})
