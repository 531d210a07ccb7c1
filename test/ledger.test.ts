import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { LEDGER, type Ledger, missing, presentNames, withNew } from "../scripts/ledger.ts"

const released: Ledger = JSON.parse(readFileSync(LEDGER, "utf8"))

describe("the ledger of released names", () => {
  it("has nothing that is gone or renamed: settings, scripts and links of other people hold it", async () => {
    const present = await presentNames(JSON.parse(readFileSync("package.json", "utf8")))
    assert.deepEqual(missing(released, present), [])
  })

  it("has everything that is there: npm run docs adds what is new", async () => {
    const present = await presentNames(JSON.parse(readFileSync("package.json", "utf8")))
    assert.deepEqual(missing(present, released), [])
  })

  it("knows by what a script goes", () => {
    assert.deepEqual(released["exit codes"], [
      "0 --version",
      "0 a healthy log",
      "0 a known code",
      "0 a redacted log",
      "0 a summary of a healthy log",
      "0 an error, with --fail-on never",
      "0 the catalog",
      "0 two logs that are the same",
      "1 a log that got worse",
      "1 a summary with an error",
      "1 an error",
      "1 an unknown code",
      "2 no log",
      "2 no log to redact",
      "2 no such file",
      "2 one log to compare",
      "2 wrong usage",
    ])
    const key = "files[].captures[].findings[].docs"
    assert.ok(released["JSON keys"]?.includes(key) && released.codes?.includes("0x80072ee2 discover"))
  })

  it("knows by what a program that imports the library goes", () => {
    const names = ["catalog", "compare", "explain", "fileText", "html", "markdown", "read", "redact", "text", "version"]
    assert.deepEqual(
      released.library?.filter((name) => !name.startsWith("type ")),
      names,
    )
    assert.ok(released.library?.includes("type Reading") && released.library.includes("type CatalogEntry"))
    for (const key of ["read[].findings[].span.start", "explain[].steps[].text", "redact.replaced[].pseudonym"])
      assert.ok(released["library keys"]?.includes(key), key)
  })

  it("loses nothing as it grows", () => {
    const old = { rules: ["old", "both"], gone: ["x"] }
    const grown = withNew(old, { rules: ["new", "both"], fresh: ["y"] })
    assert.deepEqual(grown, { rules: ["both", "new", "old"], gone: ["x"], fresh: ["y"] })
    assert.deepEqual(missing(grown, { rules: ["new", "both"], fresh: ["y"] }), ["rules: old", "gone: x"])
  })
})
