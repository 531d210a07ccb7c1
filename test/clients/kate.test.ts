import assert from "node:assert/strict"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { configuration, missing, place } from "./support/setup.ts"

const skip = missing("kate-syntax-highlighter", ["--version"])

/** Kate itself needs a desktop; what tells it which file is a log is its highlighter, which is a program of its own. */
describe("Kate's highlighting with the definition of the page", () => {
  it("knows a log by its ending, and its titles and names", { skip }, async () => {
    const { logs, environment, run, remove } = await place()
    try {
      const folder = join(String(environment.XDG_DATA_HOME), "org.kde.syntax-highlighting/syntax")
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, "dsreg.xml"), configuration("kate-highlighting"))
      environment.QT_QPA_PLATFORM = "offscreen"
      const page = await run("kate-syntax-highlighter", ["-f", "html", join(logs, "open.dsreg")])
      assert.match(page, /Definition \(dsreg\)/)
      assert.match(page, /<span style="font-weight:bold;">\| Device State +\|<\/span>/)
      assert.match(page, /<span style="[^"]+">\s*AzureAdJoined :<\/span> NO/)
    } finally {
      remove()
    }
  })
})
