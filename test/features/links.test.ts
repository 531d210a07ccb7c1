import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { TextDocument } from "vscode-languageserver-textdocument"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { links } from "../../server/src/features/links.ts"

/** Each link as the text it stands on and where it leads; a copy is shown by what it copies. */
function linked(text: string, commands: readonly string[] = ["dsreg.copy"]): [string, string][] {
  const plain = TextDocument.create("", "", 0, text)
  const able = { showsDocuments: true, commands: new Set(commands) }
  return links(new LogDocument("file:///a", 1, text), able, english).map(({ range, target = "" }) => [
    plain.getText(range),
    target.startsWith("command:dsreg.copy?") ? `copies ${JSON.parse(decodeURIComponent(target.slice(19)))[0]}` : target,
  ])
}

const DISCOVER =
  "https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current#discover-phase"

describe("a link on a code", () => {
  it("leads to its page, in a field, in an event and in a line that is nothing", () => {
    const log = `| Diagnostic Data |
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`
    assert.deepEqual(
      linked(log).map(([text]) => text),
      ["0x801c0021", "0x80072ee2"],
    )
    assert.equal(linked(log)[1]?.[1], DISCOVER)
    const event =
      "Event ID: 304\nDescription:\nAutomatic registration failed at join phase.\nIt ended with 0x801c03f2 there\n"
    assert.match(linked(event)[0]?.[1] ?? "", /^https:\/\/learn\.microsoft\.com\//)
    assert.equal(linked("it said 0x801c03f2 to me\n")[0]?.[0], "0x801c03f2")
  })
})

describe("a link on an address of the log", () => {
  it("opens dsregcmd's own help page, with and without a scheme", () => {
    const help = "https://www.microsoft.com/aadjerrors"
    assert.deepEqual(linked(`For more information, please visit ${help}\n`), [[help, help]])
    assert.deepEqual(linked("     Diagnostics Reference : www.microsoft.com/aadjerrors\n"), [
      ["www.microsoft.com/aadjerrors", help],
    ])
  })

  it("opens a page of the catalogue, letter by letter", () => {
    assert.deepEqual(linked(`see ${DISCOVER}\n`), [[DISCOVER, DISCOVER]])
    for (const other of [
      `${DISCOVER}?x=1`,
      "http://www.microsoft.com/aadjerrors",
      "https://www.microsoft.com/aadjerrors.example.com/",
      "https://example.com/www.microsoft.com/aadjerrors",
      "https://www.microsoft.com@example.com/aadjerrors",
    ]) {
      assert.deepEqual(linked(`see ${other}\n`), [[other, `copies ${other}`]])
    }
  })

  it("copies any other, wherever it stands", () => {
    const log = `PS C:\\> dsregcmd /status http://prompt.example/
| https://title.example/ |
             MdmUrl : https://mdm.example/a?b=%41&c="d"
     Server Message : see (https://in.example/x) or file://host/share.
plain text HTTPS://UPPER.example/, and more
Event ID: 304
See http://go.example/fwlink/?LinkId=623042
`
    assert.deepEqual(
      linked(log).map(([text]) => text),
      [
        "http://prompt.example/",
        "https://title.example/",
        "https://mdm.example/a?b=%41&c=",
        "https://in.example/x",
        "file://host/share",
        "HTTPS://UPPER.example/",
        "http://go.example/fwlink/?LinkId=623042",
      ],
    )
    for (const [text, target] of linked(log)) assert.equal(target, `copies ${text}`)
  })

  it("covers what VS Code itself would link", () => {
    // Each by the rules of its link detector: what it takes in stands here.
    for (const [line, address] of [
      ["x https://a.example/b. c", "https://a.example/b"],
      ["(https://a.example/(b))", "https://a.example/(b)"],
      ["https://a.example/[b c]/d", "https://a.example/[b c]/d"],
      ["https://[ADFS Server]/adfs", "https://[ADFS"],
      ["'https://a.example/\"b'", 'https://a.example/"b'],
      ['"https://a.example/"b', "https://a.example/"],
      ["*https://a.example/*", "https://a.example/"],
      ["[https://a.example/]", "https://a.example/"],
      ["https://a.example/a)b", "https://a.example/a"],
      ["https://.", "https://"],
      ["*https://*", "https://*"],
      ["https://a.example/、b", "https://a.example/"],
    ]) {
      assert.deepEqual(linked(`${line}\n`)[0]?.[0], address, line)
    }
  })

  it("survives a client that decodes the command twice", () => {
    const text = "https://a.example/%2541%22x"
    const document = new LogDocument("file:///a", 1, `${text}\n`)
    const [link] = links(document, { showsDocuments: true, commands: new Set(["dsreg.copy"]) }, english)
    const query = link?.target?.slice("command:dsreg.copy?".length) ?? ""
    assert.deepEqual(JSON.parse(decodeURIComponent(decodeURIComponent(query))), [text])
    assert.equal(link?.tooltip, "Copy this address. It stands in the log and is not opened")
  })

  it("is none where the client cannot copy", () => {
    assert.deepEqual(linked("     MdmUrl : https://mdm.example/ 0x80072ee2x\n", []), [])
  })

  it("leaves no address uncovered and opens no page but ours", () => {
    const piece = fc.constantFrom(
      "http://",
      "https://",
      "file://",
      "HTTPS://",
      "h",
      "a.example",
      "/",
      " ",
      "(",
      ")",
      "[",
      "]",
      "'",
      '"',
      "*",
      ".",
      "|",
      "\n",
      "0x80072ee2",
      " : ",
      "TenantName",
      "、",
      "%",
      "www.microsoft.com/aadjerrors",
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join("")),
        (text) => {
          const plain = TextDocument.create("", "", 0, text)
          const found = links(
            new LogDocument("file:///a", 1, text),
            { showsDocuments: true, commands: new Set(["dsreg.copy"]) },
            english,
          )
          const spans = found.map(({ range }) => ({
            start: plain.offsetAt(range.start),
            end: plain.offsetAt(range.end),
          }))
          // What follows the slashes must be able to stand in an address, else no editor links it.
          for (const { index } of text.matchAll(/(?:https?|file):\/\/(?![\s<>'"|、]|$)/gi)) {
            assert.ok(
              spans.some(({ start, end }) => start <= index && index < end),
              JSON.stringify(text),
            )
          }
          for (const [index, { start }] of spans.entries()) assert.ok(start >= (spans[index - 1]?.end ?? 0))
          for (const { target = "" } of found) {
            assert.match(
              target,
              /^(?:command:dsreg\.copy\?|https:\/\/(?:learn\.microsoft\.com|www\.microsoft\.com\/aadjerrors$))/,
            )
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
