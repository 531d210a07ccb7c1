import { commands, type DocumentLink, type TextDocument } from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { closeTexts, openLog, openText } from "../support/logs.ts"
import { until } from "../support/until.ts"

/** Addresses wherever a log can have them, with what VS Code's own link detector finds odd. */
const ADDRESSES = `PS C:\\> dsregcmd /status http://prompt.example/
| https://title.example/ |
   MdmUrl : https://mdm.example/a?b=%41&c="d"
   Server Message : see (https://in.example/x) or file://host/share.
plain text HTTPS://UPPER.example/, and more
'https://a.example/"b' and *https://b.example/* and \`https://c.example/\`
https://[ADFS Server]/adfs https://d.example/[b c]/d (https://e.example/(f)) https://. *https://*
Event ID: 304
See http://go.example/fwlink/?LinkId=623042
Description: https://f.example/a)b https://g.example/a]b https://h.example/、b https://i.example|x
https://j.example/a;, https://k.example/?q=1&r=<b>  xfile:///c:/m
`

describe("links", () => {
  afterEach(closeTexts)

  it("lead from codes to their pages", async () => {
    const document = await openLog("join-failure.dsreg")
    const link = await until("a link", async () =>
      (await linksOf(document)).find(({ range }) => document.getText(range) === "0x80072ee2"),
    )
    match(String(link.target), /^https:\/\/learn\.microsoft\.com\//)
  })

  it("replace every link that VS Code itself would make of an address, and open none", async () => {
    const plain = await openText(ADDRESSES, "plaintext")
    const own = await until("VS Code's own links", async () => {
      const found = await linksOf(plain)
      return found.length > 0 ? found : undefined
    })
    ok(own.length >= 20, `VS Code finds the addresses: ${own.length}`)
    const document = await openText(ADDRESSES)
    const ours = await until("our links", async () => {
      const found = await linksOf(document)
      return found.some(({ target }) => target?.scheme === "command") ? found : undefined
    })
    equal(
      ours.filter(({ target }) => target?.scheme !== "command").map(({ target }) => String(target)),
      [],
    )
    // Not one character of them stays clickable, and not one more is.
    equal(spans(ours), spans(own))
  })

  it("copy the address as it stands in the log", async () => {
    const document = await openText('   MdmUrl : https://mdm.example/a?b=%41%2541&c="d"\n')
    const link = await until("our link", async () =>
      (await linksOf(document)).find(({ target }) => target?.scheme === "command"),
    )
    equal(link.target?.path, "dsreg.copy")
    // VS Code decodes the query of a command once more before it reads it.
    equal(JSON.parse(decodeURIComponent(link.target?.query ?? "")), ["https://mdm.example/a?b=%41%2541&c="])
    equal(link.tooltip, "Copy this address. It stands in the log and is not opened")
  })

  it("open dsregcmd's help page", async () => {
    const document = await openText(
      "   Diagnostics Reference : www.microsoft.com/aadjerrors\n\nFor more information, please visit https://www.microsoft.com/aadjerrors\n",
    )
    const found = await until("two links", async () => {
      const all = await linksOf(document)
      return all.length === 2 ? all : undefined
    })
    for (const { target } of found) equal(String(target), "https://www.microsoft.com/aadjerrors")
  })
})

function linksOf(document: TextDocument): Thenable<DocumentLink[]> {
  return commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", document.uri)
}

function spans(links: readonly DocumentLink[]): string[] {
  return links.map(({ range: { start, end } }) => `${start.line}:${start.character}-${end.character}`).sort()
}
