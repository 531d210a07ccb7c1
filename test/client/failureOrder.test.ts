import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type FailurePlaces, inOrder, nextPlace, previousPlace } from "../../client/src/failureOrder.ts"

const at = (line: number, character = 10) => ({ line, character })

/** Two captures, of which the first has its cause below another failing place. */
const CAPTURES: readonly FailurePlaces[] = [
  { firstLine: 0, places: [at(27), at(5), at(30), at(5)] },
  { firstLine: 40, places: [at(65)] },
]

describe("the failing places of a log", () => {
  it("are gone through with the cause first, each once, and around", () => {
    assert.deepEqual(
      inOrder(CAPTURES).map(({ line }) => line),
      [27, 5, 30, 65],
    )
    const seen: number[] = []
    for (let cursor = at(0); seen.length < 5; ) {
      cursor = nextPlace(CAPTURES, cursor) ?? assert.fail()
      seen.push(cursor.line)
    }
    assert.deepEqual(seen, [27, 5, 30, 65, 27])
  })

  it("begin with the cause of the capture that the cursor is in, wherever that stands", () => {
    assert.equal(nextPlace(CAPTURES, at(35))?.line, 27)
    assert.equal(nextPlace(CAPTURES, at(5, 11))?.line, 27)
    assert.equal(nextPlace(CAPTURES, at(50))?.line, 65)
    assert.equal(nextPlace([{ firstLine: 9, places: [at(12)] }], at(0))?.line, 12)
  })

  it("are gone back through, from elsewhere to the nearest one above", () => {
    assert.equal(previousPlace(CAPTURES, at(5))?.line, 27)
    assert.equal(previousPlace(CAPTURES, at(27))?.line, 65)
    assert.equal(previousPlace(CAPTURES, at(29))?.line, 27)
    assert.equal(previousPlace(CAPTURES, at(0))?.line, 65)
  })

  it("are none in a healthy log", () => {
    assert.equal(nextPlace([], at(3)), undefined)
    assert.equal(previousPlace([], at(3)), undefined)
  })
})
