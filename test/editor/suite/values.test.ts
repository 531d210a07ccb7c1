import {
  type CodeLens,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type MarkdownString,
  Range,
  type SelectionRange,
  type TextDocument,
} from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { closeTexts, openLog, openText, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("beside and on the values of a log", () => {
  afterEach(closeTexts)

  it("hints name codes and tell ages by the log's own clock", async () => {
    const document = await openLog("join-failure.dsreg")
    const found = await hints(document)
    const onLine = (text: string) =>
      found.filter(({ position }) => document.lineAt(position).text.includes(text)).map(({ label }) => label)
    equal(onLine("DRS Discovery Test"), ["network time-out · WININET_E_TIMEOUT"])
    match(String(onLine("Previous Registration")[0]), /^\d+ (?:min|hours|days) earlier$/)
  })

  it("hints decode what else has a certain meaning", async () => {
    const document = await openText(
      "Microsoft Windows [Version 10.0.22631.4317]\nC:\\>dsregcmd /status\n\n| Diagnostic Data |\n   Https Status : 429\n   Client ErrorCode : -2147012894\n",
    )
    equal(
      (await hints(document))
        .map(({ label }) => label)
        .filter((label) => !/0x/.test(String(label)))
        .sort(),
      ["Too Many Requests", "Windows 11 23H2"],
    )
  })

  it("a hover on a time tells it on the reader's clock", async () => {
    const document = await openLog("join-failure.dsreg")
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const text = await hoverText(document, "Previous Registration : 20")
    ok(text.includes(`In your time zone, \`${zone}\`: \`20`), text)
    match(text, /UTC[+-]\d\d:\d\d`/)
    match(text, /By the log's clock: /)
  })

  it("a hover on SettingsUrl shows what it holds as text", async () => {
    const value = "eyJVcmlzIjpbImh0dHBzOi8vYS5leGFtcGxlLyIsImh0dHBzOi8vYi5leGFtcGxlLyJdfQ=="
    const document = await openText(`| Tenant Details |\n   SettingsUrl : ${value}\n`)
    const text = await hoverText(document, "SettingsUrl : eyJ")
    ok(text.includes('Decoded: `{"Uris":["https://a.example/","https://b.example/"]}`'), text)
  })

  it("lenses tell the verdict and explain it", async () => {
    const document = await openLog("join-failure.dsreg")
    const lenses = await until("lenses", async () => {
      const found = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 20)
      return found.length > 0 ? found : undefined
    })
    match(lenses[0]?.command?.title ?? "", /^Discovery failed: network time-out/)
    const explain = lenses.find(({ command }) => command?.title === "Explain")
    equal(explain?.command?.command, "dsreg.explain")
    equal(explain?.command?.arguments, ["code/0x80072ee2/discover"])
  })

  it("folds go from a title to the last field", async () => {
    const document = await openLog("join-failure.dsreg")
    const found = await until("folds", async () => {
      const all = await commands.executeCommand<FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri)
      return all.length > 0 ? all : undefined
    })
    const title = placeOf(document, "Diagnostic Data").line
    const fold = found.find(({ start }) => start === title)
    ok(fold, `a fold begins at line ${title}: ${JSON.stringify(found)}`)
    ok(document.lineAt(fold.end).text.includes(" : "), "it ends at a field")
  })

  it("the outline has sections with their fields", async () => {
    const document = await openLog("join-failure.dsreg")
    const found = await until("an outline", async () => {
      const all = await commands.executeCommand<DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri)
      return all?.length > 0 ? all : undefined
    })
    equal(found[0]?.name, "Device State")
    equal(found[0]?.children[0]?.name, "AzureAdJoined")
  })

  it("a selection grows from value to field, section and log", async () => {
    const document = await openLog("join-failure.dsreg")
    const at = placeOf(document, "discover\n").translate(0, 2)
    const [first] = await until("a selection", async () => {
      const all = await commands.executeCommand<SelectionRange[]>(
        "vscode.executeSelectionRangeProvider",
        document.uri,
        [at],
      )
      return all.length > 0 ? all : undefined
    })
    const texts: string[] = []
    for (let range = first; range; range = range.parent as SelectionRange) texts.push(document.getText(range.range))
    ok(texts.includes("discover"), "the value")
    ok(texts.includes("Error Phase : discover"), "the field")
    ok(
      texts.some((text) => text.startsWith("Previous Registration") && !text.includes("Client Time")),
      "the block",
    )
    ok(
      texts.some((text) => text.startsWith("Diagnostic Data")),
      "the section",
    )
    equal(texts.at(-1), document.getText())
  })
})

function hints(document: TextDocument): Promise<InlayHint[]> {
  const whole = new Range(0, 0, document.lineCount, 0)
  return until("hints", async () => {
    const found = await commands.executeCommand<InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole)
    return found.length > 0 ? found : undefined
  })
}

/** The hover behind the last character of a text in a document. */
function hoverText(document: TextDocument, text: string): Promise<string> {
  const position = placeOf(document, text).translate(0, text.length)
  return until("a hover", async () => {
    const found = await commands.executeCommand<Hover[]>("vscode.executeHoverProvider", document.uri, position)
    const shown = found.flatMap(({ contents }) => contents.map((part) => (part as MarkdownString).value)).join("\n")
    return shown === "" ? undefined : shown
  })
}
