import { commands } from "vscode"
import { equal, match } from "../support/expect.ts"
import { until } from "../support/until.ts"

describe("the Markdown preview", () => {
  const render = (text: string) =>
    until("the preview", () => commands.executeCommand<string | undefined>("markdown.api.render", text))

  it("shows a log in a fence in color, and nothing of it as markup", async () => {
    const html = await render("```dsreg\nAzureAdPrt : NO\nTenantName : <b>x</b>\n```\n")
    match(html, /<span class="hljs-name">AzureAdPrt<\/span> : <span class="hljs-built_in">NO<\/span>/)
    match(html, /&lt;b&gt;x&lt;\/b&gt;/)
  })

  it("keeps its own colors for other languages", async () => {
    match(await render("```json\n[true]\n```\n"), /hljs-literal/)
    equal(/hljs-name/.test(await render("```text\nAzureAdPrt : NO\n```\n")), false)
  })
})
