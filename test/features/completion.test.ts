import assert from "node:assert/strict"
import { describe, it } from "node:test"
import type { CompletionItem, TextEdit } from "vscode-languageserver"
import { TextDocument } from "vscode-languageserver-textdocument"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { completion, resolvedCompletion } from "../../server/src/features/completion.ts"

/** What is offered at the cursor, which is drawn as `█`, in the order in which an editor lists it. */
function offered(drawing: string): CompletionItem[] {
  const text = drawing.replace("█", "")
  const position = TextDocument.create("", "", 0, text).positionAt(drawing.indexOf("█"))
  const order = ({ sortText = "" }: CompletionItem) => sortText
  return completion(new LogDocument("file:///a", 1, text), position).sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

const labels = (drawing: string) => offered(drawing).map(({ label }) => label)

/** The text after an item was taken. */
function taken(drawing: string, label: string): string {
  const text = drawing.replace("█", "")
  const edit = offered(drawing).find((item) => item.label === label)?.textEdit as TextEdit | undefined
  assert.ok(edit, `${label} is offered`)
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), [edit])
}

function documented(drawing: string, label: string): string {
  const item = offered(drawing).find((one) => one.label === label) ?? assert.fail(`${label} is offered`)
  assert.equal(item.documentation, undefined)
  return (resolvedCompletion(item, { say: english }).documentation as { value: string }).value
}

const box = (title: string) => `+------+\n| ${title} |\n+------+\n\n`

describe("completion before the colon", () => {
  const state = `${box("Device State")}             AzureAdJoined : NO\n█\n${box("User State")}`

  it("offers the fields of the section, those not there yet first", () => {
    const found = labels(state)
    assert.ok(found.indexOf("DomainJoined") < found.indexOf("AzureAdJoined"))
    assert.ok(!found.includes("WamDefaultSet"))
  })

  it("writes the name where dsregcmd would", () => {
    assert.match(taken(state.replace("█", "  dom█"), "DomainJoined"), /^ {14}DomainJoined : $/m)
    assert.match(
      taken(`Event ID: 304\nDescription:\nAutomatic registration failed.\nExi█\n`, "Exit code"),
      /^Exit code: $/m,
    )
  })

  it("offers the boxes of sections", () => {
    assert.equal(
      taken("Devi█", "Device State"),
      `+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

`,
    )
    assert.ok(labels(`${box("Work Account 1")}  NgcSet : NO\n\n█\n`).includes("Work Account 2"))
  })

  it("has the documentation when it is asked for", () => {
    assert.match(documented(state, "DomainJoined"), /^\*\*DomainJoined\*\*/)
    assert.match(documented("█", "SSO State"), /^\*\*SSO State\*\*/)
  })

  it("is none in the middle of prose, nor before text", () => {
    assert.deepEqual(labels("The device was do█\n"), [])
    assert.deepEqual(labels(`${box("Device State")}Dom█ainJoined : NO\n`), [])
    assert.deepEqual(labels("see https:█\n"), [])
  })
})

describe("completion behind the colon", () => {
  it("offers the values the field can have", () => {
    assert.deepEqual(labels(`${box("Diagnostic Data")}   DRS Discovery Test : █\n`), ["PASS", "FAIL", "SKIPPED"])
    assert.match(taken(`${box("Diagnostic Data")}   DRS Discovery Test : f█\n`, "FAIL"), /Test : FAIL$/m)
    assert.match(
      documented(`${box("Diagnostic Data")}  User Context : █\n`, "SYSTEM"),
      /^Here: The tests ran as the join does\.$/m,
    )
  })

  it("offers codes behind 0x and AADSTS, with what they mean at this place", () => {
    const log = `${box("Diagnostic Data")}        DRS Discovery Test : FAIL [0x80072e█]\n`
    const timeout = offered(log).find(({ label }) => label === "0x80072ee2")
    assert.equal(timeout?.detail, "WININET_E_TIMEOUT · network time-out")
    assert.match(documented(log, "0x80072ee2"), /discover phase/)
    assert.match(taken(log, "0x80072ee2"), /: FAIL \[0x80072ee2\]$/m)
    assert.ok(labels(log).every((label) => label.startsWith("0x80072e")))
    assert.ok(labels(`${box("SSO State")}   Server Error Description : AADSTS5█\n`).includes("AADSTS50126"))
  })

  it("is none for a field without known values, nor in prose", () => {
    assert.deepEqual(labels(`${box("Tenant Details")}   TenantName : █\n`), [])
    assert.deepEqual(labels("Note that the code 0x8█\n"), [])
    assert.deepEqual(labels("I saw this: Y█\n"), [])
    assert.deepEqual(labels("I saw this: 0x8█\n"), [])
  })
})
