import assert from "node:assert/strict"
import { exec } from "node:child_process"
import { readdirSync } from "node:fs"
import { describe, it } from "node:test"

/** The files in this folder in which scopes are drawn beneath the lines; they are read beside other tests. */
const read = new Promise<{ readonly isRight: boolean; readonly output: string }>((resolve) => {
  exec("npm run --silent test:grammar", (error, stdout, stderr) => {
    resolve({ isRight: error === null, output: stdout + stderr })
  })
})

describe("the grammar", () => {
  it("gives every line the scopes that are drawn beneath it", async () => {
    const { isRight, output } = await read
    assert.ok(isRight, output)
    const files = readdirSync("test/grammar").filter((file) => /\.(?:dsreg|md)$/.test(file))
    assert.equal(output.match(/^✓/gm)?.length, files.length)
  })
})
