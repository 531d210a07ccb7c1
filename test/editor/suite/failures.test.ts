import { commands, Selection, window } from "vscode"
import { equal, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("the failing places", () => {
  const selected = () => {
    const editor = window.activeTextEditor
    return editor?.document.getText(editor.selection)
  }
  const go = async (command: string, wanted: string) => {
    await commands.executeCommand(command)
    await until(`${command} to ${wanted}`, () => (selected() === wanted ? true : undefined))
  }
  const putCursor = (line: number) => {
    const editor = window.activeTextEditor
    ok(editor, "no editor")
    editor.selection = new Selection(line, 0, line, 0)
  }

  it("are gone through forward and around", async () => {
    await diagnosticsOf(await openLog("join-failure.dsreg"))
    putCursor(0)
    await go("dsreg.nextFailure", "NO")
    equal(window.activeTextEditor?.selection.start.line, 4)
    await go("dsreg.nextFailure", FAIL)
    await go("dsreg.nextFailure", "NO")
  })

  it("are gone through backward and around", async () => {
    await diagnosticsOf(await openLog("join-failure.dsreg"))
    putCursor(0)
    await go("dsreg.previousFailure", FAIL)
    await go("dsreg.previousFailure", "NO")
    await go("dsreg.previousFailure", FAIL)
  })

  it("come into view", async () => {
    const document = await openLog("join-failure.dsreg")
    await diagnosticsOf(document)
    putCursor(0)
    await go("dsreg.previousFailure", FAIL)
    const place = placeOf(document, FAIL)
    await until("the place in view", () =>
      window.activeTextEditor?.visibleRanges.some((range) => range.contains(place)) ? true : undefined,
    )
  })

  it("are none in a healthy log, and the cursor stays", async () => {
    await openLog("healthy-hybrid.dsreg")
    putCursor(3)
    await commands.executeCommand("dsreg.nextFailure")
    await commands.executeCommand("dsreg.previousFailure")
    equal(window.activeTextEditor?.selection.start.line, 3)
  })
})
