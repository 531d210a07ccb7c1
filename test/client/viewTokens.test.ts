import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { MEANINGS, viewTokens } from "../../client/src/viewTokens.ts"

/** Two tokens in line 3, one in line 5, one in line 6 of a type that nobody knows. */
const DATA = Uint32Array.from([3, 10, 4, 1, 0, 0, 6, 2, 0, 0, 2, 8, 3, 2, 0, 1, 1, 1, 9, 0])
const NAMES = ["healthy", "failing", "consequence"]

describe("the colors of a view", () => {
  it("are the meanings of the manifest", () => {
    const { semanticTokenTypes } = JSON.parse(readFileSync("package.json", "utf8")).contributes
    assert.deepEqual(
      MEANINGS,
      semanticTokenTypes.map(({ id }: { id: string }) => id),
    )
  })

  it("are those of the log's lines, wherever these stand, and none beside them", () => {
    assert.deepEqual(viewTokens(DATA, NAMES, [undefined, 5, 6, 3]), [
      { line: 1, start: 8, length: 3, meaning: "consequence" },
      { line: 3, start: 10, length: 4, meaning: "failing" },
      { line: 3, start: 16, length: 2, meaning: "healthy" },
    ])
  })

  it("are none where the log has none", () => {
    assert.deepEqual(viewTokens(new Uint32Array(), NAMES, [0, 1]), [])
    assert.deepEqual(viewTokens(DATA, NAMES, []), [])
  })
})
