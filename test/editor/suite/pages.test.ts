import { commands, type Hover, type MarkdownString, Uri, window, workspace } from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("the pages", () => {
  for (const [path, text] of [
    ["/code/discover/0x80072ee2.md", /WININET_E_TIMEOUT/],
    ["/field/Client ErrorCode.md", /^# Client ErrorCode/],
    ["/rule/prt-missing.md", /AzureAdPrt : NO/],
    ["/index.md", /\]\(index\/rules\.md\)/],
    ["/rule/none-such.md", /^# Nothing known/],
  ] as const) {
    it(`are there as documents: ${path}`, async () => {
      const document = await workspace.openTextDocument(Uri.from({ scheme: "dsreg-explain", path }))
      equal(document.languageId, "markdown")
      match(document.getText(), text)
    })
  }

  it("open as a preview, in a tab with their name", async () => {
    await commands.executeCommand("dsreg.explain", "rule/prt-stale")
    await until("a tab of the rule", () =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => /prt-stale/.test(label)),
    )
  })

  it("open beside a log, which keeps the cursor", async () => {
    const log = await openLog("join-failure.dsreg")
    const column = window.activeTextEditor?.viewColumn
    await commands.executeCommand("dsreg.explain", "rule/prt-missing")
    const group = await until("a group with the page", () =>
      window.tabGroups.all.find(({ tabs }) => tabs.some(({ label }) => /prt-missing/.test(label))),
    )
    ok(group.viewColumn !== column, "the page covers the log")
    await until("the log in front", () => (window.activeTextEditor?.document === log ? true : undefined))
  })

  it("are led to from a hover, which may run that command and go to a line, and no other", async () => {
    const document = await openLog("join-failure.dsreg")
    const at = placeOf(document, "0x80072ee2")
    const content = await until("a hover", async () => {
      const [hover] = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, at)
      return hover?.contents[0] as MarkdownString | undefined
    })
    match(content.value, /\[Explain here\]\(command:dsreg\.explain\?%5B%22code%2F0x80072ee2%2Fdiscover%22%5D\)$/)
    ok(typeof content.isTrusted === "object", `trusted: ${JSON.stringify(content.isTrusted)}`)
    equal([...content.isTrusted.enabledCommands], ["dsreg.explain", "dsreg.goToLine"])
  })
})
