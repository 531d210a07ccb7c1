import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { configuration, FAILING_LINE, missing, type Place, place } from "./support/setup.ts"

const skip = missing("emacs", ["--batch", "--eval", "(progn (package-initialize) (require 'eglot))"])
const TEXT = /^dsreg \[0x80072ee2\]: /

describe("Emacs with the configuration of the page", () => {
  let there: Place | undefined
  // biome-ignore lint/suspicious/noExplicitAny: what the driving script writes
  let seen: any
  before(async () => {
    if (skip) return
    const here = await place()
    there = here
    const init = here.write("init.el", configuration("emacs"))
    here.environment.DSREG_OUT = here.write("out.json", "")
    const drive = fileURLToPath(new URL("support/drive.el", import.meta.url))
    const errors = await here.run("emacs", ["--batch", "-f", "package-initialize", "-l", init, "-l", drive])
    const out = readFileSync(here.environment.DSREG_OUT, "utf8")
    assert.notEqual(out, "", errors)
    seen = JSON.parse(out)
  })
  after(() => there?.remove())

  it("knows a log by its ending and by what it holds, and nothing else", { skip }, () => {
    assert.deepEqual([seen.mode, seen.ticketMode, seen.notesMode], ["dsreg-mode", "dsreg-mode", "text-mode"])
  })

  it("shows the findings of open logs, and takes them back when they are mended", { skip }, () => {
    for (const shown of [seen.open, seen.ticket]) {
      assert.equal(shown.length, 1)
      const [{ line, column, type, text }] = shown
      assert.deepEqual({ line, column, type }, { line: FAILING_LINE, column: 29, type: "eglot-error" })
      assert.match(text, TEXT)
    }
    assert.equal(seen.passed, true)
  })

  it("explains a code in plain text, for it shows no Markdown by itself", { skip }, () => {
    assert.match(seen.hover, /WININET_E_TIMEOUT/)
    assert.doesNotMatch(seen.hover, /\*\*|\]\(|`/)
  })

  it("offers actions, and carries one out", { skip }, () => {
    assert.deepEqual(seen.actions, ["Explain 0x80072ee2 here", "Explain 0x801c0021 here"])
    assert.match(seen.message, /WININET_E_TIMEOUT .* · network time-out$/m)
    assert.match(seen.message, /^Source: Troubleshoot Microsoft Entra hybrid joined devices/m)
  })

  it("has the findings of the folder without opening a file, and reads a log again that is changed", { skip }, () => {
    assert.equal(seen.closed.length, 1)
    assert.match(seen.closed[0], TEXT)
    assert.notEqual(seen.visited, true)
    assert.equal(seen.mended, true)
  })
})
