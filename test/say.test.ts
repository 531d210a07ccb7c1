import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { english, sayer } from "../server/src/core/explain/say.ts"

describe("the language of the user interface", () => {
  it("is English without a table", () => {
    assert.equal(english("{0} days left", 12), "12 days left")
  })

  it("is the table's, with the words where the translation wants them", () => {
    const say = sayer({ "{0} of {1}": "{1} / {0}" })
    assert.equal(say("{0} of {1}", 3, "five"), "five / 3")
    assert.equal(say("not in it"), "not in it")
  })

  it("is English where the client sent no table but something else", () => {
    for (const table of [null, 7, "x", ["a"], { here: { message: "x" } }]) {
      assert.equal(sayer(table)("here"), "here")
    }
  })

  it("does not read a word's own braces", () => {
    assert.equal(english("{0} {1}", "{1}", "b"), "{1} b")
  })
})
