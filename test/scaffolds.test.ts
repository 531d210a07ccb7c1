import assert from "node:assert/strict"
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { pathToFileURL } from "node:url"
import { newCode } from "../scripts/new/code.ts"
import { newField } from "../scripts/new/field.ts"
import { newRule } from "../scripts/new/rule.ts"

describe("what is new", () => {
  const folder = mkdtempSync(join(tmpdir(), "dsreg-new-"))
  cpSync("server/src/core", join(folder, "server/src/core"), { recursive: true })
  const read = (file: string) => readFileSync(join(folder, file), "utf8")
  /** The file that the first line of an answer says was written. */
  const written = ([line = ""]: readonly string[]) => /server\/src\/[\w/]+\.ts/.exec(line)?.[0] ?? assert.fail(line)

  after(() => rmSync(folder, { recursive: true }))

  it("a rule has its file, its lines in the list, and places to fill in", async () => {
    const file = written(newRule(folder, ["token-of-tin"]))
    assert.match(read(file), /export const tokenOfTin = rule\(\{\n {2}id: "token-of-tin"[\s\S]*Write: /)
    const { rules } = await import(pathToFileURL(join(folder, "server/src/core/rules/catalogue.ts")).href)
    assert.ok(rules.some(({ id }: { readonly id: string }) => id === "token-of-tin"))
    assert.throws(() => newRule(folder, ["token-of-tin"]), /already/)
    assert.throws(() => newRule(folder, ["Token of Tin"]), /kebab-case/)
  })

  it("a code stands behind the next lower one of its family", () => {
    const text = read(written(newCode(folder, ["0x801c0ffe"])))
    const codes = Array.from(text.matchAll(/^ {4}code: "(0x\w+)"/gm), ([, code]) => code)
    const at = codes.indexOf("0x801c0ffe")
    assert.ok(at > 0 && Number(codes[at - 1]) < 0x801c0ffe && !(Number(codes[at + 1]) < 0x801c0ffe))
    assert.match(text, /code: "0x801c0ffe",[\s\S]{0,120}Write: /)
    assert.throws(() => newCode(folder, ["0x80072ee2"]), /already/)
    assert.throws(() => newCode(folder, ["0x12345678"]), /Name one of its files/)
    assert.throws(() => newCode(folder, ["words"]), /A code is a number/)
  })

  it("a field stands behind those of its section", () => {
    const text = read(written(newField(folder, ["TokenOfTin", "sso-state"])))
    assert.match(text, /name: "TokenOfTin",\n {4}sections: \["sso-state"\],[^}]*Write: [^}]*\},\n\]\)/)
    assert.throws(() => newField(folder, ["AzureAdPrt", "sso-state"]), /already/)
    assert.throws(() => newField(folder, ["TokenOfTin", "nowhere"]), /one of: device-state/)
  })
})
