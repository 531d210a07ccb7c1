import assert from "node:assert/strict"
import { readdirSync } from "node:fs"
import { describe, it } from "node:test"
import { dsreg } from "./support/commandLine.ts"
import { commandLineGoldens, keptOutput } from "./support/commandLineGoldens.ts"
import { matchesGolden } from "./support/golden.ts"

describe("the command line", () => {
  for (const golden of commandLineGoldens) {
    it(`prints ${golden.file} for dsreg ${golden.words.join(" ")}`, async () => {
      const { code, error } = await dsreg(...golden.words)
      assert.deepEqual({ code, error }, { code: golden.code, error: "" })
      matchesGolden(`test/golden/${golden.file}`, await keptOutput(golden))
    })
  }

  it("has no kept output that no command prints", () => {
    assert.deepEqual(readdirSync("test/golden").sort(), commandLineGoldens.map(({ file }) => file).sort())
  })
})
