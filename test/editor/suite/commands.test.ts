import { commands, languages } from "vscode"
import { equal, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, marked, openLog } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("the commands", () => {
  it("are registered", async () => {
    await openLog("join-failure.dsreg")
    const wanted = ["dsreg.readAsLog", "dsreg.restartServer", "dsreg.showOutput"]
    await until("the commands", async () => {
      const known = await commands.getCommands()
      return wanted.every((command) => known.includes(command)) ? true : undefined
    })
  })

  it("read a file of another name as a log", async () => {
    const document = await openLog("notes.txt")
    equal(languages.getDiagnostics(document.uri).length, 0)
    await commands.executeCommand("dsreg.readAsLog")
    const found = await diagnosticsOf(document)
    await languages.setTextDocumentLanguage(document, "plaintext")
    ok(
      found.some((diagnostic) => marked(document, diagnostic) === FAIL),
      "none on the failing value",
    )
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

  it("show the output", async () => {
    await commands.executeCommand("dsreg.showOutput")
  })
})
