import { commands, env, languages, Selection, Uri, window, workspace } from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, marked, openLog, openText, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("the commands", () => {
  it("are registered", async () => {
    await openLog("join-failure.dsreg")
    const wanted = [
      "dsreg.readAsLog",
      "dsreg.restartServer",
      "dsreg.showOutput",
      "dsreg.lookUpCode",
      "dsreg.openReference",
      "dsreg.newFromClipboard",
      "dsreg.openSample",
      "dsreg.readAsText",
      "dsreg.readSelection",
      "dsreg.nextFailure",
      "dsreg.previousFailure",
      "dsreg.showFailing",
      "dsreg.copyVerdict",
      "dsreg.showReport",
      "dsreg.export",
      "dsreg.redact",
      "dsreg.copyRedacted",
      "dsreg.compare",
    ]
    await until("the commands", async () => {
      const known = await commands.getCommands()
      return wanted.every((command) => known.includes(command)) ? true : undefined
    })
  })

  it("read a text that may be a log as one", async () => {
    const document = await openText(`  AzureAdJoined : NO\n  DRS Discovery Test : ${FAIL}\n`, "plaintext")
    equal(document.languageId, "plaintext")
    await commands.executeCommand("dsreg.readAsLog")
    const found = await diagnosticsOf(document)
    await languages.setTextDocumentLanguage(document, "plaintext")
    ok(
      found.some((diagnostic) => marked(document, diagnostic) === FAIL),
      "none on the failing value",
    )
  })

  it("open a sample log, whose join fails", async () => {
    await commands.executeCommand("dsreg.openSample")
    const document = window.activeTextEditor?.document
    ok(document && document.languageId === "dsreg", "no log in front")
    const found = await diagnosticsOf(document)
    ok(
      found.some((diagnostic) => marked(document, diagnostic) === FAIL),
      "none on the failing value",
    )
    await commands.executeCommand("workbench.action.closeActiveEditor")
  })

  it("start the server again, and it finds the same", async () => {
    const document = await openLog("join-failure.dsreg")
    const before = (await diagnosticsOf(document)).map(({ message }) => message)
    await commands.executeCommand("dsreg.restartServer")
    await until("the same diagnostics as before", () => {
      const after = languages.getDiagnostics(document.uri).map(({ message }) => message)
      return JSON.stringify(after) === JSON.stringify(before) ? true : undefined
    })
  })

  it("look up the code under the cursor and open its page", async () => {
    const log = await openLog("join-failure.dsreg")
    const editor = await window.showTextDocument(log)
    const place = placeOf(log, "0x80072ee2")
    editor.selection = new Selection(place, place)
    await commands.executeCommand("dsreg.lookUpCode")
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem")
    await until("the page of the code", () =>
      window.tabGroups.activeTabGroup.activeTab?.label.includes("0x80072ee2") ? true : undefined,
    )
    await commands.executeCommand("workbench.action.closeActiveEditor")
  })

  it("copy the verdict, of the place named and of the cursor", async () => {
    const log = await openLog("join-failure.dsreg")
    const copied = async (...place: readonly unknown[]) => {
      await fillClipboard("")
      await commands.executeCommand("dsreg.copyVerdict", ...place)
      return env.clipboard.readText()
    }
    match(
      await copied(log.uri.toString(), 30),
      /^Verdict: In a domain, .*\nJoin type: In a domain, .*\nFindings:\n- line 37, error: /,
    )
    match(await copied(), /error: Discovery failed: network time-out \(0x80072ee2\)/)
    ok(!(await copied()).includes("TAILSPIN"), "a name of the log")
  })

  it("open the clipboard as a log", async () => {
    await fillClipboard("  AzureAdJoined : NO\n  WorkplaceJoined : NO\n  AzureAdPrt : NO\n")
    await commands.executeCommand("dsreg.newFromClipboard")
    const document = await until("the new log", () => {
      const front = window.activeTextEditor?.document
      return front?.isUntitled && front.getText().includes("AzureAdPrt") ? front : undefined
    })
    equal(document.languageId, "dsreg")
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor")
  })

  it("open another text as a log all the same, and nothing for an empty clipboard", async () => {
    await fillClipboard("a shopping list")
    await commands.executeCommand("dsreg.newFromClipboard")
    const document = await until("the new document", () => {
      const front = window.activeTextEditor?.document
      return front?.getText() === "a shopping list" ? front : undefined
    })
    equal(document.languageId, "dsreg")
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor")
    const before = workspace.textDocuments.filter(({ isUntitled }) => isUntitled).length
    await fillClipboard("")
    await commands.executeCommand("dsreg.newFromClipboard")
    equal(workspace.textDocuments.filter(({ isUntitled }) => isUntitled).length, before)
  })

  it("open what is selected in another text as a log, else the fence of a Markdown text around the cursor", async () => {
    const opened = async (expected: string) => {
      await commands.executeCommand("dsreg.readSelection")
      const log = await until("the new log", () => {
        const front = window.activeTextEditor?.document
        return front?.languageId === "dsreg" && front.getText() === expected ? front : undefined
      })
      equal(log.isUntitled, true)
      await commands.executeCommand("workbench.action.revertAndCloseActiveEditor")
    }
    const text = await openText("words\nAzureAdPrt : NO\nmore\n\n```dsreg\nNgcSet : NO\n```\n", "markdown")
    const editor = await window.showTextDocument(text)
    editor.selection = new Selection(1, 0, 1, 15)
    await opened("AzureAdPrt : NO")
    const again = await window.showTextDocument(text)
    again.selection = new Selection(5, 2, 5, 2)
    await opened("NgcSet : NO")
    await window.showTextDocument(text)
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor")
  })

  it("have keys that nothing else has", async () => {
    const keys = (await workspace.openTextDocument(Uri.parse("vscode://defaultsettings/keybindings.json"))).getText()
    for (const key of ["ctrl+f8", "ctrl+shift+f8"]) {
      const uses = [...keys.matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"/g)].filter(([, used]) => used === key)
      ok(
        uses.every(([, , command]) => command?.startsWith("dsreg.")),
        `${key} is used: ${uses.join()}`,
      )
      equal(uses.length, 1)
    }
  })

  it("show the output", async () => {
    await commands.executeCommand("dsreg.showOutput")
  })
})

/** A browser's clipboard takes its time; what is read right after it was written can be older. */
async function fillClipboard(text: string): Promise<void> {
  await env.clipboard.writeText(text)
  await until("the text in the clipboard", async () => ((await env.clipboard.readText()) === text ? true : undefined))
}
