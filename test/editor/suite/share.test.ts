import { commands, env, languages, type TextDocument, Uri, window, workspace } from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, openLog } from "../support/logs.ts"
import { until } from "../support/until.ts"

/** A document of a scheme that holds a text. */
function shown(scheme: string, holding: string): Promise<TextDocument> {
  return until(`a ${scheme} document that holds ${holding}`, () =>
    workspace.textDocuments.find(({ uri, getText }) => uri.scheme === scheme && getText().includes(holding)),
  )
}

const tab = () => window.tabGroups.activeTabGroup.activeTab?.label ?? ""

describe("a redacted log", () => {
  it("stands beside the original, reads as a log without findings of its own, and is copied", async () => {
    const log = await openLog("dsregcmd-status.txt")
    await diagnosticsOf(log)
    const before = log.getText()
    await commands.executeCommand("dsreg.redact")
    const redacted = await shown("dsreg-redacted", FAIL)
    await until("the diff", () => (/^dsregcmd-status\.txt: original and redacted$/.test(tab()) ? true : undefined))
    match(redacted.getText(), /Device Name : PC-1\.domain-2\.example/)
    ok(!/TSP-WS-207|tailspin/i.test(redacted.getText()), "a name is left")
    equal(redacted.languageId, "dsreg")
    equal(languages.getDiagnostics(redacted.uri).length, 0)
    equal(log.getText(), before)
    await commands.executeCommand("dsreg.copyRedacted", redacted.uri)
    equal(await env.clipboard.readText(), redacted.getText())
    await commands.executeCommand("workbench.action.closeActiveEditor")
  })
})

describe("two logs", () => {
  it("stand beside each other, the earlier first, with what it comes to", async () => {
    const folder = await until("a workspace folder", () => workspace.workspaceFolders?.[0])
    const files = ["healthy-hybrid.dsreg", "join-failure.dsreg"].map((name) => Uri.joinPath(folder.uri, name))
    await commands.executeCommand("dsreg.compare", files[0], files)
    const summary = await shown("dsreg-compared", "**It got ")
    match(summary.getText(), /^Before: /m)
    await shown("dsreg-compared", FAIL)
    const sides = workspace.textDocuments.filter(
      ({ uri, languageId }) => uri.scheme === "dsreg-compared" && languageId === "dsreg",
    )
    equal(sides.length, 2)
    ok(
      sides.every(({ uri }) => languages.getDiagnostics(uri).length === 0),
      "a side has findings of its own",
    )
    await commands.executeCommand("workbench.action.closeAllEditors")
  })
})
