import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { redact } from "../../server/src/core/redact/redact.ts"
import { giants } from "./giants.ts"
import { readDocument, steps } from "./steps.ts"

/** Of the size that `npm run giants` gives them. */
const SIZE = 0.002

describe("a giant log, made small", () => {
  for (const [what, of] of Object.entries(giants)) {
    it(`goes through every step: ${what}`, () => {
      const text = of(SIZE)
      for (const step of Object.values(steps)) step(readDocument(text), text)()
      const once = redact(text).text
      assert.equal(redact(once).text, once)
    })
  }

  it("has as many captures and lines as it says", () => {
    assert.equal(readLog(giants["100,000 captures"]?.(SIZE) ?? "").length, 200)
    assert.equal(giants["1,000,000 empty lines"]?.(SIZE), "\n".repeat(2_000))
  })

  it("has no user or computer left, however long the name is", () => {
    const user = redact(giants["a user of 10 MB"]?.(SIZE) ?? "").text
    assert.equal(user.split("\n")[0], "C:\\Users\\user-1>dsregcmd /status")
    const name = `b${"a".repeat(20_000)}`
    const { text } = redact(
      `| Device State |\n Device Name : ${name}\n AzureAdJoined : NO\n Server Message : ${name}\n`,
    )
    assert.ok(!text.includes("aaa"))
  })
})
