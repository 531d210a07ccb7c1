import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { Ajv } from "ajv"
import { catalog } from "../server/src/core/explain/catalog.ts"
import { explain, explanationId } from "../server/src/core/explain/explain.ts"
import { unmarked } from "../server/src/core/explain/text.ts"
import { codeEntries } from "../server/src/core/knowledge/codes/catalogue.ts"
import { fieldEntries } from "../server/src/core/knowledge/fields/catalogue.ts"
import { everyRule } from "../server/src/core/rules/case/catalogue.ts"
import { dsreg, dsregWith } from "./support/commandLine.ts"

const entries = [...catalog()]
const named = (kind: string, name: string) => entries.filter((entry) => entry.kind === kind && entry.name === name)

describe("the catalog as data", () => {
  it("has every meaning once, under a key to join by", () => {
    const keys = new Set(entries.map(({ kind, name, place }) => `${kind} ${name} ${place}`))
    assert.equal(keys.size, entries.length)
    const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length
    assert.equal(count("rule"), everyRule.length)
    assert.equal(count("code"), codeEntries().flatMap(({ places }) => places).length)
    assert.equal(count("field"), fieldEntries.flatMap(({ sections }) => sections).length)
  })

  it("tells the meanings of one code apart by their place", () => {
    const timeOut = named("code", "0x80072ee2")
    const discover = timeOut.find(({ place }) => place === "discover")
    const join = timeOut.find(({ place }) => place === "join")
    assert.equal(discover?.id, "code/0x80072ee2/discover")
    assert.ok(discover.aliases.includes("WININET_E_TIMEOUT"))
    assert.equal(discover.confidence, "documented")
    assert.ok(discover.steps.length > 0 && discover.sources.length > 0)
    assert.ok(join && join.cause !== discover.cause)
  })

  it("names what findings name", () => {
    const [missing, ...others] = named("rule", "prt-missing")
    assert.ok(missing && others.length === 0)
    assert.deepEqual([missing.severity, missing.id], ["warning", "rule/prt-missing"])
    assert.ok(named("field", "AzureAdPrt").some(({ place }) => place === "sso-state"))
    assert.equal(named("event", "304")[0]?.id, "event/304")
  })

  it("has an id for each row under which there is a page", () => {
    for (const { id } of entries) {
      const known = explanationId(id)
      assert.ok(known && explain(known).some((document) => document.known), id)
    }
  })

  it("holds plain texts only", () => {
    for (const { id, title, meaning, cause, steps } of entries) {
      for (const text of [title, meaning, cause, ...steps.flatMap(({ text, proves }) => [text, proves])])
        if (text !== null) assert.equal(unmarked(text), text, id)
    }
  })

  it("is JSON of the shape that its schema says, piece by piece, the same each time", async () => {
    let pieces = 0
    let out = ""
    const { code } = await dsregWith(
      {
        out: async (text) => {
          pieces++
          out += text
        },
      },
      "catalog",
      "--format",
      "json",
    )
    assert.equal(code, 0)
    assert.ok(pieces > entries.length)
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(readFileSync("schemas/catalog-1.schema.json", "utf8")),
    )
    assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors?.slice(0, 3)))
    assert.ok(!validate({ version: 1, entries: [{ ...entries[0], kind: "planet" }] }))
    assert.equal((await dsreg("catalog")).out, out)
  })

  it("is CSV with a row an entry", async () => {
    const { out, code } = await dsreg("catalog", "--format", "csv")
    assert.equal(code, 0)
    const [head = "", ...rows] = out.trimEnd().split("\r\n")
    assert.equal(head, "kind,name,place,id,title,aliases,severity,meaning,cause,steps,sources,confidence")
    assert.equal(rows.length, entries.length)
    const row = rows.find((one) => one.startsWith("code,0x80072ee2,discover,code/0x80072ee2/discover,")) ?? ""
    assert.match(row, /,WININET_E_TIMEOUT \| ERROR_WINHTTP_TIMEOUT/)
    assert.match(row, /1\. .* https:\/\/\S+/)
  })

  it("takes no other format and no file", async () => {
    for (const words of [["--format", "text"], ["log.txt"]]) {
      const { code, error, out } = await dsreg("catalog", ...words)
      assert.deepEqual([code, out], [2, ""])
      assert.match(error, /catalog takes/)
    }
  })
})
