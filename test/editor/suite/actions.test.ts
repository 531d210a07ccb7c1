import { type CodeAction, commands, Range, type TextDocument, window } from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

/** More actions than a place ever has; so many of them come with their commands. */
const RESOLVED = 20

describe("the light bulb on a failing value", () => {
  it("offers the documentation of the code", async () => {
    const action = await actionAt(await openLog("join-failure.dsreg"), /^Open documentation of 0x80072ee2/)
    equal(action.command?.command, "dsreg.openDocumentation")
    match(String(action.command?.arguments?.[0]), /^https:\/\/learn\.microsoft\.com\//)
  })

  it("offers to explain it here, and opens the page", async () => {
    const action = await actionAt(await openLog("join-failure.dsreg"), /^Explain 0x80072ee2/)
    await run(action)
    await until("a tab with the explanation", () => {
      const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label))
      return labels.find((label) => /0x80072ee2/i.test(label))
    })
  })

  it("copies the resolution", async () => {
    const action = await actionAt(await openLog("join-failure.dsreg"), /^Copy the resolution of 0x80072ee2/)
    match(String(action.command?.arguments?.[0]), /SYSTEM/)
    equal(action.command?.command, "dsreg.copy")
  })

  it("has nothing for a healthy value", async () => {
    const document = await openLog("healthy-hybrid.dsreg")
    const start = placeOf(document, "YES")
    const found = await until("an answer", () => actions(document, new Range(start, start.translate(0, 3))))
    equal(
      found.map(({ title }) => title).filter((title) => /documentation|Explain/.test(title)),
      [],
    )
  })
})

async function actionAt(document: TextDocument, title: RegExp): Promise<CodeAction> {
  await diagnosticsOf(document)
  const start = placeOf(document, FAIL)
  const range = new Range(start, start.translate(0, FAIL.length))
  return until(`an action ${title}`, async () => (await actions(document, range)).find((one) => title.test(one.title)))
}

function actions(document: TextDocument, range: Range): Thenable<CodeAction[]> {
  return commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range, undefined, RESOLVED)
}

async function run({ command }: CodeAction): Promise<void> {
  ok(command, "the action has a command")
  await commands.executeCommand(command.command, ...(command.arguments ?? []))
}
