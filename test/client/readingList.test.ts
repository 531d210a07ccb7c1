import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type Entry, MOST, readingOf, remembered, renamed } from "../../client/src/readingList.ts"

describe("how files are to be read", () => {
  it("is remembered, and the last word counts", () => {
    const list = remembered(remembered([], "file:///a.txt", "log"), "file:///a.txt", "text")
    assert.deepEqual(list, [["file:///a.txt", "text"]])
    assert.equal(readingOf(list, "file:///a.txt"), "text")
    assert.equal(readingOf(list, "file:///b.txt"), undefined)
  })

  it("is the same list where nothing is new, so that nothing is stored", () => {
    const list = remembered([], "file:///a.txt", "log")
    assert.equal(remembered(list, "file:///a.txt", "log"), list)
    assert.equal(renamed(list, "file:///b.txt", "file:///c.txt"), list)
  })

  it("forgets the oldest beyond its bound", () => {
    let list: readonly Entry[] = []
    for (let index = 0; index <= MOST; index++) list = remembered(list, `file:///${index}.txt`, "log")
    assert.equal(list.length, MOST)
    assert.equal(readingOf(list, "file:///0.txt"), undefined)
    assert.equal(readingOf(list, "file:///1.txt"), "log")
  })

  it("goes along with a renamed file", () => {
    const list = renamed(remembered([], "file:///a.txt", "log"), "file:///a.txt", "file:///b.txt")
    assert.deepEqual(list, [["file:///b.txt", "log"]])
  })
})
