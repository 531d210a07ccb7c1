import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { lenses } from "../../server/src/features/lens.ts"
import { defaultSettings, type Settings } from "../../server/src/features/settings.ts"

const FAILING = `| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
| Diagnostic Data |
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`
const HEALTHY = `| Device State |
             AzureAdJoined : YES
              DomainJoined : NO
`
const ALL = [
  "dsreg.explain",
  "dsreg.goToLine",
  "dsreg.copyVerdict",
  "dsreg.showFailing",
  "dsreg.showReport",
  "dsreg.nextFailure",
]

function commandsOf(text: string, commands: readonly string[] = ALL, settings: Settings = defaultSettings) {
  const document = new LogDocument("file:///b.dsreg", 1, text)
  return lenses(document, { showsDocuments: true, commands: new Set(commands) }, settings, english).map(
    ({ range, command }) => ({
      line: range.start.line,
      title: command?.title ?? "",
      tooltip: command?.tooltip,
      command: command?.command,
      arguments: command?.arguments,
    }),
  )
}

describe("the lenses", () => {
  it("tell the verdict above each capture, and explain its root on a click", () => {
    const verdicts = commandsOf(`\n\n${FAILING}${FAILING}`, ["dsreg.explain"]).filter(
      ({ title }) => title !== "Explain",
    )
    assert.deepEqual(
      verdicts.map(({ line }) => line),
      [2, 7],
    )
    for (const verdict of verdicts) {
      assert.equal(verdict.title, "Discovery failed: network time-out (0x80072ee2)")
      assert.match(verdict.tooltip ?? "", /the join fails in the discover phase/)
      assert.deepEqual([verdict.command, verdict.arguments], ["dsreg.explain", ["code/0x80072ee2/discover"]])
    }
  })

  it("say beside it what one can do next", () => {
    const [, ...next] = commandsOf(`\n${FAILING}`)
    assert.deepEqual(
      next.map(({ tooltip: _, ...lens }) => lens),
      [
        { line: 1, title: "Report", command: "dsreg.showReport", arguments: ["file:///b.dsreg", 1] },
        { line: 1, title: "Go to line 6", command: "dsreg.goToLine", arguments: ["file:///b.dsreg", 5] },
        { line: 1, title: "Explain", command: "dsreg.explain", arguments: ["code/0x80072ee2/discover"] },
        { line: 1, title: "Failing lines", command: "dsreg.showFailing", arguments: ["file:///b.dsreg"] },
        { line: 1, title: "Next failure", command: "dsreg.nextFailure", arguments: undefined },
        { line: 1, title: "Copy", command: "dsreg.copyVerdict", arguments: ["file:///b.dsreg", 1] },
      ],
    )
  })

  it("fit into half a window, whatever was found", () => {
    const long = FAILING.replace(
      "DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]",
      "AD Configuration Test : FAIL [0x80070002]",
    )
    const titles = commandsOf(long).map(({ title }) => title)
    assert.ok((titles[0] ?? "").length <= 60)
    assert.ok(titles.join(" | ").length <= 120)
  })

  it("speak of failures only where there are some", () => {
    assert.deepEqual(
      commandsOf(HEALTHY).map(({ command }) => command),
      ["", "dsreg.showReport", "dsreg.copyVerdict"],
    )
  })

  it("speak of failures as the user weighs them", () => {
    const text = "KeySignTest : PASSED\nAadRecoveryEnabled : YES\n"
    const titles = (settings: Settings) => commandsOf(text, ["dsreg.nextFailure"], settings).map(({ title }) => title)
    assert.ok(titles(defaultSettings).includes("Next failure"))
    assert.ok(!titles({ ...defaultSettings, severity: { "device-keys-unusable": "info" } }).includes("Next failure"))
    assert.ok(!titles({ ...defaultSettings, enable: false }).includes("Next failure"))
  })

  it("appear only where the client has the command; the verdict is then plain text", () => {
    assert.deepEqual(
      commandsOf(FAILING, []).map(({ command }) => command),
      [""],
    )
    assert.deepEqual(
      commandsOf(FAILING, ["dsreg.nextFailure"]).map(({ title }) => title),
      [commandsOf(FAILING)[0]?.title, "Next failure"],
    )
  })
})
