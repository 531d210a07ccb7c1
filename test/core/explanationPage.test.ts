import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { explanationId } from "../../server/src/core/explain/explain.ts"
import { codeId, nameAt, pathOf } from "../../server/src/core/explain/explanationId.ts"
import { type ExplanationPage, explanationPage, pageOfNothing } from "../../server/src/core/explain/explanationPage.ts"
import { isPublicPage } from "../../server/src/core/explain/sources.ts"
import { codeEntries } from "../../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../../server/src/core/knowledge/codes/serverMessages.ts"
import { eventEntries } from "../../server/src/core/knowledge/events/catalogue.ts"
import { fieldEntries } from "../../server/src/core/knowledge/fields/catalogue.ts"
import { phaseEntries } from "../../server/src/core/knowledge/phases.ts"
import { sectionEntries } from "../../server/src/core/knowledge/sections.ts"
import { topics } from "../../server/src/core/knowledge/topics.ts"
import { rules } from "../../server/src/core/rules/catalogue.ts"

/** The ids of everything that the catalogue holds. */
const ids: readonly string[] = [
  ...codeEntries().flatMap(({ code, places }) => [codeId(code), ...places.map((place) => codeId(code, place))]),
  ...fieldEntries.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])].map((spelling) => `field/${spelling}`)),
  ...serverMessages.map(({ id }) => `message/${id}`),
  ...rules.map(({ id }) => `rule/${id}`),
  ...phaseEntries.map(({ id }) => `phase/${id}`),
  ...sectionEntries.map(({ id }) => `section/${id}`),
  ...topics.map(({ id }) => `topic/${id}`),
  ...eventEntries.map(({ id }) => `event/${id}`),
]

const made = new Map<string, ExplanationPage>()

function page(id: string): ExplanationPage {
  const typed = explanationId(id) ?? assert.fail(`${id} names something`)
  const known = made.get(id) ?? explanationPage(typed) ?? assert.fail(`${id} has a page`)
  made.set(id, known)
  return known
}

/** The addresses of the links of a page, leaving out what stands in a fence. */
function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/```[\s\S]*?```/g, "")
  return Array.from(prose.matchAll(/\]\(([^)]*)\)/g), ([, address = ""]) => address)
}

/** Follows a link as a Markdown preview does: relative to the address of the page. */
function target(link: string, from: string): string {
  return nameAt(new URL(link, `http://dsreg${encodeURI(pathOf(from))}`).href.replace("http://dsreg", "dsreg-explain:"))
}

describe("the pages", () => {
  it("are there for every entry of the catalogue, and begin with a heading", () => {
    for (const id of ids) assert.match(page(id).markdown, /^# \S/, id)
  })

  it("link to pages that are there and to our sources, and to nothing else", () => {
    for (const id of [...ids, "index", "index/codes", "index/fields", "code/0x12345678"]) {
      for (const link of linksOf(page(id).markdown)) {
        if (link.startsWith("https:")) assert.ok(isPublicPage(link), `${id} links to ${link}`)
        else {
          assert.match(link, /^(?:\.\.\/)*[\w-]+(?:\/[\w%.-]+)*\.md$/, `${id} links to ${link}`)
          page(target(link, id))
        }
      }
    }
  })

  it("are all reached from the index", () => {
    const reached = new Set<string>(["index"])
    for (const id of reached) {
      for (const link of linksOf(page(id).markdown)) if (!link.startsWith("https:")) reached.add(target(link, id))
    }
    const spelled = (id: string) => (id.startsWith("field/") ? `field/${page(id).title}` : id)
    const missing = ids.filter((id) => !id.startsWith("code/") && !reached.has(spelled(id)))
    assert.deepEqual(missing, [])
    for (const { code, places } of codeEntries()) assert.ok(reached.has(codeId(code, places[0])), code)
  })

  it("of a code lead to its phase, its other meanings and the rules that use it", () => {
    const links = linksOf(page("code/0x80072ee2/discover").markdown)
    for (const link of [
      "../../phase/discover.md",
      "../../code/join/0x80072ee2.md",
      "../../rule/drs-discovery-failed.md",
    ]) {
      assert.ok(links.includes(link), `${link} in ${links}`)
    }
    assert.ok(!links.some((link) => link.endsWith("code/discover/0x80072ee2.md")), "it links to itself")
  })

  it("of a rule show an example and lead to its fields and codes", () => {
    const { title, markdown } = page("rule/drs-discovery-failed")
    assert.equal(title, "drs-discovery-failed")
    assert.match(markdown, /^ {8}DRS Discovery Test : FAIL \[0x801c0021\/0x80072ee2\]$/m)
    const links = linksOf(markdown)
    for (const link of [
      "../field/DRS%20Discovery%20Test.md",
      "../code/discover/0x80072ee2.md",
      "../phase/discover.md",
    ]) {
      assert.ok(links.includes(link), `${link} in ${links}`)
    }
  })

  it("of a field have a heading for each section it means something else in", () => {
    const { markdown } = page("field/NgcSet")
    assert.match(markdown, /^## In \[?User State/m)
    assert.match(markdown, /^## In \[?Work Account/m)
  })

  it("link a name in the prose once, and no name inside a link or a fence", () => {
    const { markdown } = page("topic/post-join-causes")
    assert.equal(markdown.match(/\[`KeySignTest`\]\(\.\.\/field\/KeySignTest\.md\)/g)?.length, 1)
    for (const id of ids) assert.doesNotMatch(page(id).markdown, /\[[^\]\n]*\[[^\]\n]*\]\([^)]*\)[^\]\n]*\]\(/, id)
  })

  it("say in plain words that there is nothing, and repeat nothing of the id", () => {
    for (const id of [
      "",
      "/",
      "code/",
      "code/nonsense",
      "rule/__proto__",
      "constructor/x",
      "toString",
      "event/x",
      "<b>/x",
    ]) {
      assert.equal(explanationId(id), undefined, id)
    }
    assert.match(
      pageOfNothing("rule/[x](command:y)").markdown,
      /^# Nothing known\n\n[^[]*\n\n\[[^\]]*\]\(\.\.\/index\.md\)$/,
    )
  })
})

describe("the address of a page", () => {
  it("ends in its name, which an editor shows", () => {
    assert.equal(pathOf("code/0x80072ee2/discover"), "/code/discover/0x80072ee2.md")
    assert.equal(pathOf("index"), "/index.md")
  })

  it("gives the id again", () => {
    for (const id of [...ids, "index"]) assert.equal(nameAt(`dsreg-explain:${encodeURI(pathOf(id))}`), id)
    assert.equal(nameAt("dsreg-explain:/field/Client%20ErrorCode.md#see-also"), "field/Client ErrorCode")
  })
})
