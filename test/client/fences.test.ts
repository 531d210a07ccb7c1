import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { logFences } from "../../client/src/fences.ts"
import { growsLikeItsText } from "../support/growth.ts"

const linesOf = (text: string) => text.split("\n")
const found = (text: string) => logFences(linesOf(text))

describe("the fences of a Markdown text", () => {
  it("are those that are named for logs, also in a list and in a quote, without what stands before their lines", () => {
    const [first, second, third, ...others] = found(readFileSync("test/editor/workspace/ticket.md", "utf8"))
    assert.deepEqual([first?.first, first?.last], [4, 12])
    assert.match(first?.text ?? "", /^\+-+\+\n\| Diagnostic Data /)
    assert.match(first?.text ?? "", /\n {8}DRS Discovery Test : FAIL \[0x801c0021\/0x80072ee2\]$/)
    assert.equal(second?.text, "AzureAdJoined : YES\n     DeviceId : 4e2f9b71-6a08-4d3c-9c55-b1d07e83f2a6")
    assert.equal(third?.text, "AzureAdPrt : NO")
    assert.deepEqual(others, [])
  })

  it("are those whose content is a log, whatever they are named", () => {
    const log = "AzureAdJoined : NO\nDomainJoined : YES\nDRS Discovery Test : FAIL [0x801c0021/0x80072ee2]"
    assert.deepEqual(found(`\`\`\`text\n${log}\n\`\`\`\nwords`), [{ first: 0, last: 4, text: log }])
    assert.deepEqual(found("```js\nconst a = 1\n```\n~~~\nwords\n~~~\n"), [])
    assert.deepEqual(found("AzureAdJoined : NO\n"), [], "no fence")
    assert.deepEqual(found("```dsreg\n\n```\n"), [], "nothing in it")
  })

  it("end at signs of their own kind and length, or with the text", () => {
    assert.equal(found("````dsreg\nA : 1\n```\nB : 2\n`````\nC : 3\n")[0]?.text, "A : 1\n```\nB : 2")
    assert.deepEqual(found("~~~dsreg\nA : 1\n```"), [{ first: 0, last: 2, text: "A : 1\n```" }])
    assert.deepEqual(found("```dsreg`\nA : 1\n```"), [], "a code span opens no fence")
  })

  it("are found in time that grows with the text", () => {
    for (const piece of [
      "```\n",
      "```dsreg\nA : 1\n```\n",
      "> > ```dsreg\n",
      `${"`".repeat(50)} a\n`,
      " \t".repeat(50),
    ])
      growsLikeItsText(
        JSON.stringify(piece),
        400_000,
        (length) => linesOf(piece.repeat(length / piece.length)),
        logFences,
      )
  })
})
