import {
  type CompletionItem,
  type CompletionList,
  commands,
  type Hover,
  type MarkdownString,
  Position,
  Selection,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { closeTexts, openText } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("completion", () => {
  afterEach(closeTexts)

  it("offers the fields of the section, with documentation", async () => {
    const document = await openText("| Device State |\n   AzureAdJoined : NO\n   Dom\n")
    const item = await offered(document, new Position(2, 6), "DomainJoined")
    match((item.documentation as MarkdownString).value, /DomainJoined/)
  })

  it("takes a name where dsregcmd prints it", async () => {
    const document = await openText("| Device State |\n   AzureAdJoined : NO\n   Dom\n")
    await offered(document, new Position(2, 6), "DomainJoined")
    await take(document, new Position(2, 6))
    equal(document.lineAt(2).text, "              DomainJoined : ")
  })

  it("takes a whole box", async () => {
    const document = await openText("Device St\n")
    await offered(document, new Position(0, 9), "Device State")
    await take(document, new Position(0, 9))
    equal(document.lineAt(1).text, `| ${"Device State".padEnd(69)}|`)
    equal(document.lineAt(0).text, `+${"-".repeat(70)}+`)
    equal(document.lineAt(2).text, `+${"-".repeat(70)}+`)
  })

  it("offers values and codes with what they mean", async () => {
    const document = await openText(
      "| Diagnostic Data |\n   DRS Discovery Test : FAIL [0x80072e]\n   User Context : \n",
    )
    const code = await offered(document, new Position(1, 38), "0x80072ee2")
    equal(code.detail, "WININET_E_TIMEOUT · network time-out")
    await offered(document, new Position(2, 18), "ELEVATED User")
  })
})

describe("the settings", () => {
  it("complete the ids of rules, and say what each finds", async () => {
    const folder = await until("a workspace folder", () => workspace.workspaceFolders?.[0])
    const file = Uri.joinPath(folder.uri, ".vscode/settings.json")
    const text = '{ "dsreg.severity": { "prt-stale": "info", "" : "info" } }'
    await workspace.fs.writeFile(file, new TextEncoder().encode(text))
    const document = await workspace.openTextDocument(file)
    const item = await offered(document, document.positionAt(text.indexOf('""') + 1), "drs-discovery-failed")
    match((item.documentation as MarkdownString).value, /^Discovery of the registration service failed\.$/)
    const hover = await until("a hover on a rule", async () => {
      const at = document.positionAt(text.indexOf("prt-stale") + 1)
      const found = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, at)
      return found[0]?.contents.map((part) => (part as MarkdownString).value).join("\n")
    })
    match(hover, /primary refresh token/)
    await workspace.fs.delete(file)
  })
})

/** Asks for offers at a place and takes the first, as a person does. */
async function take(document: TextDocument, at: Position): Promise<void> {
  const { version } = document
  const editor = await until("the editor", () => window.visibleTextEditors.find((one) => one.document === document))
  editor.selection = new Selection(at, at)
  await commands.executeCommand("editor.action.triggerSuggest")
  await until("the text after an offer was taken", async () => {
    await commands.executeCommand("acceptSelectedSuggestion")
    return document.version > version ? true : undefined
  })
}

async function offered(document: TextDocument, at: Position, label: string): Promise<CompletionItem> {
  const found = await until(`${label} among the offers`, async () => {
    const list = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      at,
      undefined,
      200,
    )
    return list.items.find((item) => (typeof item.label === "string" ? item.label : item.label.label) === label)
  })
  ok(found.documentation, `${label} is documented`)
  return found
}
