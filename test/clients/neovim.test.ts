import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { configuration, FAILING_LINE, missing, type Place, place } from "./support/setup.ts"

const skip = missing("nvim", ["--version"])
const FAILURE = { line: FAILING_LINE, column: 29, code: "0x80072ee2", severity: 1 }

describe("Neovim with the configuration of the page", () => {
  let there: Place | undefined
  // biome-ignore lint/suspicious/noExplicitAny: what the driving script writes
  let seen: any
  before(async () => {
    if (skip) return
    const here = await place()
    there = here
    const init = here.write("init.lua", configuration("neovim-0.7"))
    here.environment.DSREG_OUT = here.write("out.json", "")
    const drive = fileURLToPath(new URL("support/drive.lua", import.meta.url))
    const errors = await here.run("nvim", ["--headless", "-u", init, "-c", `luafile ${drive}`, "-c", "cquit"])
    const out = readFileSync(here.environment.DSREG_OUT, "utf8")
    assert.notEqual(out, "", errors)
    seen = JSON.parse(out)
  })
  after(() => there?.remove())

  it("knows a log by its ending and by what it holds, and nothing else", { skip }, () => {
    assert.deepEqual([seen.filetype, seen.ticketFiletype, seen.notesFiletype], ["dsreg", "dsreg", "text"])
  })

  it("shows the findings of open logs, and takes them back when they are mended", { skip }, () => {
    assert.deepEqual(seen.open, [FAILURE])
    assert.deepEqual(seen.ticket, [FAILURE])
    assert.equal(seen.mended, true)
  })

  it("explains a code in a window", { skip }, () => {
    assert.match(seen.hover, /0x80072ee2/)
    assert.match(seen.hover, /WININET_E_TIMEOUT/)
  })

  it("offers actions, and carries one out", { skip }, () => {
    assert.deepEqual(seen.actions, ["Explain 0x80072ee2 here", "Explain 0x801c0021 here"])
    assert.match(seen.message, /^LSP\[dsreg\]\[Info\] WININET_E_TIMEOUT .* · network time-out$/m)
    assert.match(seen.message, /^Source: Troubleshoot Microsoft Entra hybrid joined devices/m)
  })

  it("has the findings of the folder without opening a file", { skip }, () => {
    assert.deepEqual(seen.closed, [FAILURE])
    assert.equal(seen.loaded, false)
    for (const name of ["closed.dsreg", "ticket (1).txt"]) assert.ok(seen.listed.includes(name), name)
  })
})
