import assert from "node:assert/strict"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, beforeEach, describe, it } from "node:test"
import { matchesGolden } from "./support/golden.ts"
import { readingGoldens, updateGoldens } from "./support/updateGolden.ts"

const folder = mkdtempSync(join(tmpdir(), "dsreg-golden-"))
after(() => rmSync(folder, { recursive: true }))

const reading = (name: string) => readFileSync(join(folder, `${name}.reading`), "utf8")

/** The names of the readings that some words write. */
async function written(...words: string[]): Promise<readonly string[]> {
  const update = await updateGoldens(readingGoldens(folder), words)
  assert.ok("written" in update)
  return update.written.map((file) => /([\w-]+)\.reading$/.exec(file)?.[1] ?? file)
}

describe("the readings of test logs are written anew", () => {
  beforeEach(() => {
    for (const name of ["tin", "tin-missing", "tin-bent", "lead"]) {
      writeFileSync(join(folder, `${name}.dsreg`), "AzureAdJoined : NO\n")
      writeFileSync(join(folder, `${name}.reading`), "old\n")
    }
  })

  it("by a name, which is no other's part", async () => {
    assert.deepEqual(await written("tin"), ["tin"])
    assert.match(reading("tin"), /^capture 1: .*\n\nAzureAdJoined : NO\n/)
    assert.equal(reading("tin-missing"), "old\n")
  })

  it("by a part of names, by several words, and all only where that is asked for", async () => {
    assert.deepEqual(await written("tin-"), ["tin-bent", "tin-missing"])
    assert.deepEqual(await written("t*bent", "tin-missing", "le"), ["lead"], "the others are as they should be")
    assert.deepEqual(await written("--all"), ["tin"])
  })

  it("not at all where a word names none", async () => {
    for (const words of [[], ["gold"], ["tin", "gold"], ["tin.missing"], ["(("]]) {
      assert.ok("why" in (await updateGoldens(readingGoldens(folder), words)), words.join(" "))
    }
    assert.equal(reading("tin"), "old\n")
  })
})

describe("a golden file", () => {
  const file = join(folder, "kept.reading")

  it("is said to differ by its first other line, with the command that writes it", () => {
    writeFileSync(file, "one\ntwo\nthree\n")
    matchesGolden(file, "one\ntwo\nthree\n")
    const differs = (actual: string, line: number, words: RegExp) =>
      assert.throws(() => matchesGolden(file, actual), {
        message: new RegExp(`kept\\.reading:${line} says\\n${words.source}\\n.*npm run golden -- kept,`),
      })
    differs("one\n2\nthree\n", 2, /two\nand the reading is now\n2/)
    differs("one\ntwo\nthree\nfour\n", 4, /\nand the reading is now\nfour/)
    differs("one\ntwo\n", 3, /three\nand the reading is now\n/)
    differs("one\ntwo\nthree", 4, /\nand the reading is now\n\(nothing\)/)
    assert.throws(
      () => matchesGolden(join(folder, "none.reading"), ""),
      /is missing\. To write it: npm run golden -- none,/,
    )
  })
})
