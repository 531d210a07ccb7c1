import {
  commands,
  type DocumentLink,
  type Hover,
  type Location,
  languages,
  Range,
  Selection,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

/** The view in front, as soon as it holds a text. */
function view(holding: string): Promise<TextDocument> {
  return until(`a view that holds ${holding}`, () => {
    const document = window.activeTextEditor?.document
    return document?.uri.scheme === "dsreg-failing" && document.getText().includes(holding) ? document : undefined
  })
}

async function replaced(document: TextDocument, from: string, to: string): Promise<void> {
  const start = placeOf(document, from)
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, new Range(start, start.translate(0, from.length)), to)
  ok(await workspace.applyEdit(edit), "the edit was refused")
}

describe("the view of the failing lines", () => {
  it("holds them under the verdict, in the log's colors and without findings of its own", async () => {
    await diagnosticsOf(await openLog("join-failure.dsreg"))
    await commands.executeCommand("dsreg.showFailing")
    const document = await view(FAIL)
    match(document.lineAt(0).text, /^# In a domain, not joined to Microsoft$/)
    ok(!document.getText().includes("DomainName"), "a line that does not fail")
    equal(document.languageId, "dsreg")
    const lenses = await commands.executeCommand<unknown[]>("vscode.executeCodeLensProvider", document.uri)
    equal(lenses.length, 0)
    equal(languages.getDiagnostics(document.uri).length, 0)
  })

  it("leads to the log and explains as the log does", async () => {
    const log = await openLog("join-failure.dsreg")
    await commands.executeCommand("dsreg.showFailing", log.uri.toString())
    const document = await view(FAIL)
    const at = document.positionAt(document.getText().indexOf("0x80072ee2]"))
    const [place] = await commands.executeCommand<Location[]>("vscode.executeDefinitionProvider", document.uri, at)
    equal(place?.uri.toString(), log.uri.toString())
    equal(place?.range.start.line, placeOf(log, FAIL).line)
    const [hover] = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, at)
    match(hover?.contents.map((part) => (typeof part === "string" ? part : part.value)).join() ?? "", /SYSTEM/)
  })

  it("opens no address of the log", async () => {
    const address = "http://proxy.lab.example/office.pac"
    const log = await workspace.openTextDocument({
      language: "dsreg",
      content: `| Diagnostic Data |
             AzureAdJoined : NO
              DomainJoined : YES
        DRS Discovery Test : ${FAIL}
| IE Proxy Config for Current User |
    Auto-Configuration URL : ${address}
| WinHttp Default Proxy Config |
               Access Type : DIRECT
`,
    })
    await window.showTextDocument(log)
    await commands.executeCommand("dsreg.showFailing")
    const document = await view(address)
    const links = await until("the links of the view", async () => {
      const found = await commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", document.uri)
      return found.length > 0 ? found : undefined
    })
    equal(
      links.flatMap(({ range, target }) => {
        const text = document.getText(range)
        return text === address || target?.scheme !== "command" ? [[text, target?.scheme, target?.path]] : []
      }),
      [[address, "command", "dsreg.copy"]],
    )
  })

  it("leads to the log by the keyboard", async () => {
    const log = await openLog("join-failure.dsreg")
    await commands.executeCommand("dsreg.showFailing")
    const document = await view(FAIL)
    const editor = await until("its editor", () => window.activeTextEditor)
    const line = document.positionAt(document.getText().indexOf(FAIL)).line
    editor.selection = new Selection(line, 0, line, 0)
    await commands.executeCommand("dsreg.goToLog")
    await until("the log in front, at the line", () => {
      const front = window.activeTextEditor
      return front?.document === log && front.selection.active.line === placeOf(log, FAIL).line ? true : undefined
    })
  })

  it("follows the log, and survives its end", async () => {
    const log = await workspace.openTextDocument({
      language: "dsreg",
      content: "  AzureAdJoined : NO\n  DomainJoined : YES\n\n  DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n",
    })
    await window.showTextDocument(log, { preview: false })
    await commands.executeCommand("dsreg.showFailing")
    const document = await view(FAIL)
    await replaced(log, FAIL, "PASS")
    await until("the line gone from the view", () => (document.getText().includes("DRS") ? undefined : true))
    await window.showTextDocument(log)
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor")
    await until("the log closed", () => (log.isClosed ? true : undefined))
    match(document.getText(), /AzureAdJoined : NO/)
    ok(!document.isClosed, "the view was closed as well")
  })
})
