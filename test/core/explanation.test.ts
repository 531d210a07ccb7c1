import assert from "node:assert/strict"
import { createRequire } from "node:module"
import { describe, it } from "node:test"
import fc from "fast-check"
import { explain, explanationId, found, related } from "../../server/src/core/explain/explain.ts"
import { bare, type Explanation } from "../../server/src/core/explain/explanation.ts"
import { type ExplanationId, linkTo } from "../../server/src/core/explain/explanationId.ts"
import { explanationPage } from "../../server/src/core/explain/explanationPage.ts"
import { explainFinding, findingId, nextSteps } from "../../server/src/core/explain/finding.ts"
import { kinds } from "../../server/src/core/explain/kinds/catalogue.ts"
import { explainCode } from "../../server/src/core/explain/kinds/code.ts"
import { explainRule } from "../../server/src/core/explain/kinds/rule.ts"
import { jsonValue } from "../../server/src/core/explain/print/json.ts"
import { inline, markdown, markdownBrief, markdownForm } from "../../server/src/core/explain/print/markdown.ts"
import { plain, plainResolution } from "../../server/src/core/explain/print/plain.ts"
import { printedBody } from "../../server/src/core/explain/print/printed.ts"
import { stepMarks, stepsOf } from "../../server/src/core/explain/steps.ts"
import { quoted, runsOf, unmarked } from "../../server/src/core/explain/text.ts"
import { codeMeaning } from "../../server/src/core/knowledge/lookup.ts"
import { shared } from "../../server/src/core/knowledge/shared.ts"
import { changes, endsSignIns, reads } from "../../server/src/core/knowledge/step.ts"
import { rules } from "../../server/src/core/rules/catalogue.ts"

const MarkdownIt = createRequire(import.meta.url)("markdown-it")
const parser = new MarkdownIt({ html: true })

/** What a reader of the rendered Markdown sees, without blanks. */
function seen(text: string): string {
  const html: string = parser.render(text)
  const shown = html
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
  return flat(shown)
}

/** Without blanks, and without quotes, which a terminal puts around the name of something on a screen. */
function flat(text: string): string {
  return text.replace(/[\s"]+/g, "")
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

/** Every page that a list names, with its meanings. */
const all: readonly (readonly [ExplanationId, readonly Explanation[]])[] = kinds
  .flatMap((kind) => kind.ids())
  .map((id) => [id, explain(id)])

const asIs = (text: string) => text

/** Everything in a document that each printer has to print, as plain text. */
function partsOf(document: Explanation): readonly string[] {
  const { names, tags, facts, said, here = "", expected = "", why, reasons, steps, notes, values, sources } = document
  return [
    ...[...names, ...tags, ...facts, ...said, here, expected, ...why, ...reasons, ...notes].map(unmarked),
    ...steps.map((step) => unmarked(step.text)),
    ...stepMarks(steps).map((mark) => mark ?? ""),
    ...values.flatMap(({ value, meaning }) => [value, unmarked(meaning)]),
    ...sources.flatMap(({ title, heading = "", date = "" }) => [title, heading, date]),
  ]
}

const printers: readonly (readonly [string, (document: Explanation) => string])[] = [
  ["Markdown", (document) => seen(markdown(document))],
  ["a terminal", (document) => plain(document, asIs)],
  ["JSON", (document) => stringsIn(JSON.parse(JSON.stringify(jsonValue(document)))).join(" ")],
]

describe("the document of every id", () => {
  it("has a title, names and at least one sentence", () => {
    for (const [id, meanings] of all) {
      assert.ok(meanings.length > 0, id)
      for (const { known, title, names, said, why, steps } of meanings) {
        assert.ok(known, id)
        for (const text of [title, ...names]) assert.match(text, /\S/, id)
        assert.match([...said, ...why, ...steps.map(({ text }) => text)].join(" "), /\S[.!]/, id)
      }
    }
  })

  for (const [printer, print] of printers) {
    it(`is printed whole in ${printer}`, () => {
      for (const [id, meanings] of all) {
        for (const document of meanings) {
          const shown = flat(print(document))
          for (const part of partsOf(document)) assert.ok(shown.includes(flat(part)), `${id} says ${part} in ${shown}`)
        }
      }
    })
  }

  it("has no address that an editor would make a link of, but those of its pages", () => {
    for (const [id, documents] of all) {
      for (const document of documents) {
        const plainHtml = parser.render(markdown(document)).replace(/<code>[\s\S]*?<\/code>|<a [\s\S]*?<\/a>/g, "")
        assert.doesNotMatch(plainHtml, /\w:\/\/|\bwww\.|\w@\w/, id)
      }
    }
  })

  it("gives the address of every source that has one", () => {
    for (const [id, meanings] of all) {
      for (const document of meanings) {
        for (const { url } of document.sources) {
          if (!url) continue
          assert.ok(markdown(document).includes(`](${url}`), `${id}: ${url}`)
          assert.ok(plain(document, asIs).includes(url), `${id}: ${url}`)
        }
      }
    }
  })

  it("names pages beside it that are there, in groups that are not empty", () => {
    const known = new Set(all.map(([id]) => id))
    for (const [id] of all) {
      for (const { title, ids } of related(id)) {
        assert.ok(ids.length > 0, `${id}: ${title}`)
        for (const other of ids) assert.ok(known.has(other) || explain(other).length > 0, `${id} leads to ${other}`)
      }
    }
  })

  it("is known by its id to whoever asks from outside", () => {
    for (const [id] of all) assert.equal(explanationId(id), id)
    assert.deepEqual(["index", "index/rules", "code/0x12345678", "event/1104"].map(explanationId), [
      "index",
      "index/rules",
      "code/0x12345678",
      "event/1104",
    ])
    for (const text of ["", "index/rule", "event/x", "event/", "event/01104", "rule/toString", "code/nonsense", "what"])
      assert.equal(explanationId(text), undefined, text)
  })
})

describe("a document", () => {
  const document: Explanation = {
    ...bare,
    title: "A title",
    fullTitle: "A title",
    summary: "a `title` here",
    inList: { name: "A title", text: "a text" },
    names: ["FIRST_NAME", "SECOND_NAME"],
    tags: ["a tag"],
    facts: ["`0x1`", "join phase"],
    said: ["What it is."],
    here: "The value.",
    expected: "YES.",
    why: ["Because of *A Button*."],
    values: [{ value: "YES", meaning: "It is." }],
    reasons: ["One reason."],
    steps: stepsOf([
      "Look at `dsregcmd /status`.",
      endsSignIns("Run `dsregcmd /leave`.", { rights: "administrator" }),
      reads("Look again.", { proves: "It shows the state." }),
    ]),
    notes: ["Note: a limit."],
    sources: [
      { title: "A [page]", heading: "A heading", url: "https://learn.microsoft.com/a#b", date: "2025-01-01" },
      { title: "A lost page" },
    ],
    confidence: "inferred",
  }

  it("in Markdown", () => {
    assert.equal(
      markdown(document),
      `**FIRST_NAME / SECOND_NAME** · a tag · inferred

\`0x1\` · join phase

What it is.

Here: The value.

Expected: YES.

Because of *A Button*.

- \`YES\`: It is.

- One reason.

**What to do**

1. Look at \`dsregcmd /status\`.
2. Run \`dsregcmd /leave\`. _(as administrator of the PC · ends sign-ins)_
3. Look again. _(reads only)_ It shows the state.

_Note: a limit._

Source: [A \\[page\\] › A heading](https://learn.microsoft.com/a#b), 2025-01-01  
Source: A lost page`,
    )
  })

  it("on a terminal", () => {
    assert.equal(
      plain(document, (text) => `<${text}>`),
      `<FIRST_NAME / SECOND_NAME> · a tag · inferred

0x1 · join phase

What it is.

Here: The value.

Expected: YES.

Because of "A Button".

- YES: It is.

- One reason.

<What to do>

1. Look at dsregcmd /status.
2. Run dsregcmd /leave. (as administrator of the PC · ends sign-ins)
3. Look again. (reads only) It shows the state.

Note: a limit.

Source: A [page] › A heading, 2025-01-01
  https://learn.microsoft.com/a#b
Source: A lost page`,
    )
  })

  it("as text to copy keeps the quotes around commands, for people paste it into tickets", () => {
    assert.equal(
      plainResolution(document),
      "a `title` here\n1. Look at `dsregcmd /status`.\n2. Run `dsregcmd /leave`. (as administrator of the PC · ends sign-ins)\n3. Look again. (reads only) It shows the state.\n",
    )
    assert.equal(plainResolution({ ...document, steps: stepsOf("Wait.") }), "a `title` here\nWait.\n")
    assert.equal(plainResolution({ ...document, steps: [] }), "")
  })

  it("as JSON has plain texts and marks in words", () => {
    const { summary, why, steps } = jsonValue(document)
    assert.deepEqual([summary, why], ["a title here", ["Because of A Button."]])
    assert.deepEqual(steps[0], { text: "Look at dsregcmd /status." })
    assert.deepEqual(steps[1], {
      text: "Run dsregcmd /leave.",
      rights: "administrator",
      risk: "ends-sign-ins",
      mark: "as administrator of the PC · ends sign-ins",
    })
  })

  it("without its heading begins with what it says", () => {
    assert.match(printedBody(document, markdownForm()), /^`0x1` · join phase\n\nWhat it is\./)
  })

  it("for somebody in a hurry says why, then what to do, then what it is", () => {
    const brief = markdownBrief(document)
    const places = ["Because of", "**What to do**", "What it is.", "`0x1` · join phase"].map((part) =>
      brief.indexOf(part),
    )
    assert.ok(places.every((place) => place >= 0))
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
  })

  it("for somebody in a hurry says what symbols mean before the symbols", () => {
    const symbolic: Explanation = { ...document, tags: ["what it means", "warning"], meaning: "what it means" }
    const [head] = markdownBrief(symbolic).split("\n")
    assert.equal(head, "**What it means** · FIRST_NAME / SECOND_NAME · warning · inferred")
  })

  it("that is documented or says nothing of it has no mark of confidence", () => {
    const { confidence: _, ...silent } = document
    assert.doesNotMatch(markdown(silent), /inferred|documented/)
    assert.doesNotMatch(markdown({ ...document, confidence: "documented" }), /inferred|documented/)
    assert.match(plain({ ...document, confidence: "reported" }, asIs), /^.* · a tag · reported\n/)
  })
})

describe("the mark of a step", () => {
  it("says rights and risk in a few words, and nothing where nothing is said", () => {
    const steps = stepsOf([
      "Wait.",
      reads("Look."),
      changes("Set it."),
      changes("Set it.", { where: "directory", rights: "directory-administrator" }),
      changes("Set it.", { where: "entra", rights: "directory-administrator" }),
      reads("Look.", { where: "active-directory", rights: "directory-administrator" }),
      changes("Set it.", { where: "federation-service" }),
      endsSignIns("Leave.", { rights: "administrator" }),
      shared(reads("Look.", { rights: "system" })),
      shared("Wait."),
    ])
    assert.deepEqual(stepMarks(steps), [
      undefined,
      "reads only",
      "changes the device",
      "as administrator in Microsoft Entra ID or Active Directory · changes the directory",
      "as administrator in Microsoft Entra ID · changes Microsoft Entra ID",
      "as administrator in Active Directory · reads only",
      "changes the federation service",
      "as administrator of the PC · ends sign-ins",
      "as SYSTEM, by psexec -s -i cmd · reads only",
      undefined,
    ])
  })

  it("says once how one becomes SYSTEM, and not where a step says it", () => {
    const asSystem = (text: string) => reads(text, { rights: "system" })
    assert.deepEqual(stepMarks(stepsOf([asSystem("Look."), asSystem("Look again.")])), [
      "as SYSTEM, by psexec -s -i cmd · reads only",
      "as SYSTEM · reads only",
    ])
    assert.deepEqual(stepMarks(stepsOf([asSystem("Start `psexec -s -i cmd`, and look.")])), ["as SYSTEM · reads only"])
  })
})

describe("the words of a person", () => {
  const asked: readonly (readonly [string, ExplanationId | undefined])[] = [
    ["1104", "event/1104"],
    ["Event 1104", "event/1104"],
    ["event  1104", "event/1104"],
    ["0X80072EE2", "code/0x80072ee2"],
    ["code -2147012894", "code/0x80072ee2"],
    ["rule prt-missing", "rule/prt-missing"],
    ["PRT-MISSING", "rule/prt-missing"],
    ["Pre-Check", "phase/precheck"],
    ["phase join", "phase/join"],
    ["Device State", "section/device-state"],
    ["azureadprt", "field/azureadprt"],
    ["event id", "field/event id"],
    ["collect-logs", "topic/collect-logs"],
    ["Collect  logs", "topic/collect-logs"],
    ["exit code 51", "topic/exit-code-51"],
    ["The device object by the given id (x) is not found.", "message/device-object-not-found"],
    ["AADSTS90002", "code/AADSTS90002"],
    ["9999", "code/0x0000270f"],
    ["gibberish", undefined],
    ["", undefined],
    ["event", undefined],
  ]
  for (const [words, id] of asked) it(`"${words}" name ${id ?? "nothing"}`, () => assert.equal(found(words), id))
})

describe("a finding", () => {
  const rule = rules.find(({ id }) => id === "drs-discovery-failed") ?? assert.fail()
  const entry = codeMeaning("0x80072ee2", "discover") ?? assert.fail()
  const finding = { rule, severity: rule.severity, span: { start: 0, end: 1 }, message: "It failed" }

  it("with a code says what its code says, else what its rule says", () => {
    const coded = { ...finding, code: "0x80072ee2", entry }
    assert.deepEqual(explainFinding(coded).steps, explainCode("0x80072ee2", entry).steps)
    assert.deepEqual(explainFinding(finding).steps, explainRule(rule).steps)
    assert.equal(explainFinding(coded).title, "It failed")
    assert.equal(findingId(coded), "code/0x80072ee2/discover")
    assert.equal(findingId(finding), "rule/drs-discovery-failed")
  })

  it("tells the next steps as plain lines with their marks", () => {
    const fixed = { ...finding, rule: { ...rule, fix: "Run `dsregcmd /status`." } }
    assert.deepEqual(nextSteps(fixed), ["Run dsregcmd /status."])
  })
})

describe("a stranger's text in a document", () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        ..."`[]()<>!\\\"'*_~&#- :",
        "``",
        "[evil](command:evil)",
        "![evil](https://evil.example/p.png)",
        "<img src=x onerror=evil>",
        "\n# evil",
        "&lt;",
        "\u202e",
      ),
      { maxLength: 20 },
    )
    .map((pieces) => pieces.join(""))

  /** What stands outside of code, after rendering. */
  const outside = (text: string) => parser.render(text).replace(/<code>[\s\S]*?<\/code>/g, "")

  it("stays one piece of code, whatever it is", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const marked = quoted(text)
        const runs = runsOf(`a ${marked} b`)
        if (marked === "(empty)") return
        assert.deepEqual(
          runs.map(({ kind }) => kind),
          ["plain", "code", "plain"],
        )
        assert.equal(outside(inline(`a ${marked} b`)), "<p>a  b</p>\n")
      }),
    )
  })

  it("is inert in every part of it that holds text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const marked = `x ${quoted(text)} y`
        const document: Explanation = {
          ...bare,
          title: "T",
          fullTitle: "T",
          summary: marked,
          inList: { name: marked, text: marked },
          names: [marked],
          tags: [marked],
          facts: [marked],
          said: [marked],
          here: marked,
          expected: marked,
          why: [marked],
          reasons: [marked],
          steps: stepsOf([reads(marked), marked]),
          notes: [marked],
          sources: [],
        }
        assert.doesNotMatch(outside(markdown(document)), /evil|<(?!\/?(?:p|strong|em|ol|ul|li)>)/)
      }),
    )
  })

  it("that nobody quoted is plain text, and no markup but an address as code", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const plainText = text.replace(/[`*]/g, "")
        const html: string = parser.render(`a ${inline(plainText)} b`)
        assert.doesNotMatch(html, /<(?!\/?(?:p|code)>)/)
      }),
    )
  })
})

describe("the page of a document", () => {
  it("links the names in its texts, and shows the marks of its steps", () => {
    const page = explanationPage("code/0x801c000c/discover")?.markdown ?? ""
    assert.ok(page.includes(`](${linkTo("phase/discover", "code/0x801c000c/discover")})`))
    assert.match(page, /_\([^)]*reads only\)_/)
  })
})
