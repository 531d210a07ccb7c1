import { commands, type Hover, type MarkdownString, type Position, type TextDocument } from "vscode"
import { equal, match } from "../support/expect.ts"
import { openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("a hover", () => {
  it("on a code explains it for this place", async () => {
    const document = await openLog("join-failure.dsreg")
    const { text, hover } = await hoverAt(document, placeOf(document, "0x80072ee2"))
    match(text, /0x80072ee2/)
    match(text, /time-?out|timed out/i)
    match(text, /\bSYSTEM\b/)
    equal(hover.range && document.getText(hover.range), "0x80072ee2")
  })

  it("on a field name explains the field", async () => {
    const document = await openLog("healthy-hybrid.dsreg")
    const { text } = await hoverAt(document, placeOf(document, "AzureAdPrt :"))
    match(text, /AzureAdPrt/)
    match(text, /primary refresh token|PRT/i)
  })
})

/** The first hover at a place, asked for until the server is there to give it. */
function hoverAt(document: TextDocument, position: Position): Promise<{ hover: Hover; text: string }> {
  return until("a hover", async () => {
    const hovers = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position)
    const hover = hovers[0]
    if (!hover) return undefined
    return { hover, text: hover.contents.map((part) => (part as MarkdownString).value).join("\n") }
  })
}
