import { commands, type SemanticTokens, type SemanticTokensLegend, type TextDocument } from "vscode"
import { equal } from "../support/expect.ts"
import { openLog } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("semantic tokens", () => {
  it("say what values mean in this log", async () => {
    const document = await openLog("colors.dsreg")
    const meanings = await meaningsIn(document)
    equal(meanings.get("AzureAdPrt : NO"), "failing")
    equal(meanings.get("WamDefaultSet : NO"), "consequence")
    equal(meanings.get("WorkplaceJoined : NO"), "healthy")
    equal(meanings.get("DeviceAuthStatus : SUCCESS"), "healthy")
    equal(meanings.get("KeySignTest : MUST Run elevated to test."), "notApplicable")
    equal(meanings.get("DeviceId : 4e2f9b71-6a08-4d3c-9c55-b1d07e83f2a6"), "identifier")
    equal(meanings.get("DomainName : TAILSPIN"), undefined)
  })
})

/** The meaning that the first token of each line has, by the line. */
async function meaningsIn(document: TextDocument): Promise<ReadonlyMap<string, string>> {
  const ask =
    <Answer>(what: string) =>
    () =>
      commands.executeCommand<Answer | undefined>(`vscode.${what}`, document.uri)
  const legend = await until("a legend", ask<SemanticTokensLegend>("provideDocumentSemanticTokensLegend"))
  const { data } = await until("tokens", ask<SemanticTokens>("provideDocumentSemanticTokens"))
  const found = new Map<string, string>()
  let line = 0
  for (let at = 0; at < data.length; at += 5) {
    line += data[at] ?? 0
    const text = document.lineAt(line).text.trim()
    if (!found.has(text)) found.set(text, legend.tokenTypes[data[at + 3] ?? 0] ?? "")
  }
  return found
}
