import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { pageMessage, pageState, reportPage } from "../../client/src/reportPage.ts"

describe("the page of the report view", () => {
  it("lets in nothing but its own style and its own script, by one nonce", () => {
    const page = reportPage("Report on <b>", "the-nonce")
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? []
    assert.equal(
      policy.replaceAll("&#39;", "'"),
      "default-src 'none'; style-src 'nonce-the-nonce'; script-src 'nonce-the-nonce'; base-uri 'none'; form-action 'none'",
    )
    assert.equal(page.match(/<script/g)?.length, 1)
    assert.ok(page.includes('<script nonce="the-nonce">') && page.includes('<style nonce="the-nonce">'))
    assert.ok(page.includes("<title>Report on &#60;b&#62;</title>"))
    assert.ok(!/\bsrc=|https?:|\son\w+=/.test(page))
  })

  it("keeps over a reload which log it is about, and takes nothing else for that", () => {
    assert.deepEqual(pageState({ log: "file:///a.dsreg", line: 12, done: {} }), { log: "file:///a.dsreg", line: 12 })
    assert.deepEqual(pageState({ log: "file:///a.dsreg", line: -1 }), { log: "file:///a.dsreg", line: 0 })
    for (const value of [
      undefined,
      null,
      "file:///a",
      {},
      { log: "file:///a" },
      { log: "", line: 1 },
      { log: 1, line: 1 },
    ])
      assert.equal(pageState(value), undefined)
  })

  it("obeys a line number and nothing else", () => {
    assert.deepEqual(pageMessage({ kind: "ready", more: 1 }), { kind: "ready" })
    assert.deepEqual(pageMessage({ kind: "line", line: 12, command: "x" }), { kind: "line", line: 12 })
    const strange = [undefined, null, 1, "line", [], {}, { kind: "line" }, { kind: "open", line: 1 }]
    const lines = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "1", {}].map((line) => ({ kind: "line", line }))
    for (const value of [...strange, ...lines]) assert.equal(pageMessage(value), undefined)
  })
})
