import { commands, Selection, window } from "vscode"
import { equal, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("the failing places", () => {
  const selected = () => {
    const editor = window.activeTextEditor
    return editor?.document.getText(editor.selection)
  }
  /** Runs the command and waits until it has selected the failing value of a line. */
  const go = async (command: string, line: number) => {
    await commands.executeCommand(command)
    await until(`${command} to line ${line}`, () =>
      selected() === FAIL && window.activeTextEditor?.selection.start.line === line ? true : undefined,
    )
  }
  const putCursor = (line: number) => {
    const editor = window.activeTextEditor
    ok(editor, "no editor")
    editor.selection = new Selection(line, 0, line, 0)
  }
  /** The lines of the failing tests in the two captures of `two-captures.dsreg`. */
  const [FIRST, SECOND] = [27, 65]

  it("are gone through forward and around", async () => {
    await diagnosticsOf(await openLog("two-captures.dsreg"))
    putCursor(0)
    await go("dsreg.nextFailure", FIRST)
    await go("dsreg.nextFailure", SECOND)
    await go("dsreg.nextFailure", FIRST)
  })

  it("are gone through backward and around", async () => {
    await diagnosticsOf(await openLog("two-captures.dsreg"))
    putCursor(0)
    await go("dsreg.previousFailure", SECOND)
    await go("dsreg.previousFailure", FIRST)
    await go("dsreg.previousFailure", SECOND)
  })

  it("come into view", async () => {
    const document = await openLog("join-failure.dsreg")
    await diagnosticsOf(document)
    putCursor(0)
    const place = placeOf(document, FAIL)
    await go("dsreg.previousFailure", place.line)
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
