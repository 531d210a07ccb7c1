import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { newCode } from "../scripts/new/code.ts"
import { newField } from "../scripts/new/field.ts"
import { type Make, Refusal, unwritten, write } from "../scripts/new/files.ts"
import { newRule } from "../scripts/new/rule.ts"
import { codeEntries } from "../server/src/core/knowledge/codes/catalogue.ts"
import { fieldEntries } from "../server/src/core/knowledge/fields/catalogue.ts"

/** A copy of the core with what the commands write, and what the compiler says of it, which works beside other tests. */
const scaffold = mkdtempSync(join(tmpdir(), "dsreg-new-"))
after(() => rmSync(scaffold, { recursive: true }))
for (const part of ["server/src/core", "tsconfig.base.json"]) cpSync(part, join(scaffold, part), { recursive: true })
const plans = [
  newRule(scaffold, ["token-of-tin"]),
  newCode(scaffold, ["0x801c0ffe"]),
  newField(scaffold, ["TokenOfTin", "sso-state"]),
]
write(scaffold, new Map(plans.flatMap(({ files }) => [...files])))
const compiled = compile(join(scaffold, "server/src/core"))

/** What the compiler complains about in a project. */
function compile(project: string): Promise<string> {
  const words = [
    "node_modules/typescript/bin/tsc",
    "--noEmit",
    "--composite",
    "false",
    "--emitDeclarationOnly",
    "false",
  ]
  return new Promise((resolve) => {
    execFile(process.execPath, [...words, "-p", project], (_, complaints) => resolve(complaints))
  })
}

/** What a command would write here: the only file, or the one whose path ends so. */
function planned(make: Make, words: readonly string[], ending = ""): string {
  const { files } = make(".", words)
  const [text, ...others] = Array.from(files).flatMap(([file, content]) => (file.endsWith(ending) ? [content] : []))
  assert.ok(text !== undefined && others.length === 0)
  return text
}

/** The code before one in a text and the one behind it. */
function around(text: string, code: string): readonly (string | undefined)[] {
  const codes = Array.from(text.matchAll(/^ {4}code: "(\w+)"/gm), ([, other]) => other)
  assert.ok(codes.includes(code))
  return [codes[codes.indexOf(code) - 1], codes[codes.indexOf(code) + 1]]
}

function refuses(make: Make, words: readonly string[], why: RegExp): void {
  assert.throws(
    () => make(".", words),
    (error) => error instanceof Refusal && why.test(error.message),
  )
}

describe("what is new", () => {
  it("compiles as it is written, is laid out as it should be, and says where it is to be filled in", async () => {
    assert.equal(await compiled, "")
    const rule = readFileSync(join(scaffold, "server/src/core/rules/tokenOfTin.ts"), "utf8")
    assert.match(rule, /^ {2}good: \[\n {4}\/\/ Write: .*\n {4}`\n {13}AzureAdJoined : YES`,\n {2}\],$/m)
    const wishes = unwritten(scaffold)
    assert.match(wishes.join("\n"), /^rules\/tokenOfTin\.ts:3 Write: the fault, in a sentence\.$/m)
    const count = (place: RegExp) => wishes.filter((wish) => place.test(wish)).length
    assert.deepEqual([count(/^rules\//), count(/^knowledge\/codes\//), count(/^knowledge\/fields\//)], [9, 4, 3])
  })
})

describe("a new rule", () => {
  it("has its lines in the list", () => {
    const catalogue = planned(newRule, ["lead-before-tin"], "/catalogue.ts")
    assert.match(catalogue, /^import \{ leadBeforeTin \} from "\.\/leadBeforeTin\.ts"$/m)
    assert.match(catalogue, /^const written = \[\n[^\]]* {2}leadBeforeTin,\n\] as const$/m)
  })

  it("has a name of its own, in kebab-case", () => {
    refuses(newRule, ["prt-missing"], /prtMissing\.ts already/)
    for (const words of [[], ["Prt Missing"], ["prtMissing"], ["-prt"], ["prt", "missing"]])
      refuses(newRule, words, /in kebab-case/)
  })
})

describe("a new code", () => {
  it("stands behind the next lower number of its range", () => {
    const [below, above] = around(planned(newCode, ["0x801c03f4"]), "0x801c03f4")
    assert.ok(below && Number(below) < 0x801c03f4 && !(Number(above) < 0x801c03f4))
    assert.match(planned(newCode, ["-2147012600"]), /code: "0x80073008"/)
    const [server] = around(planned(newCode, ["aadsts90003"]), "AADSTS90003")
    assert.match(server ?? "", /^AADSTS\d+$/)
  })

  it("stands before all others of its range where it is the lowest", () => {
    const [, above] = around(planned(newCode, ["0x80180000"]), "0x80180000")
    assert.equal(above, "0x80180001")
  })

  it("stands in the family that is named: a file, or a folder and one in it", () => {
    assert.ok([...newCode(".", ["0x12345678", "win32"]).files.keys()].every((file) => file.includes("/win32/")))
    assert.ok([...newCode(".", ["0x12345678", "tpm/tpm"]).files.keys()].every((file) => file.endsWith("/tpm/tpm.ts")))
    const [below, above] = around(planned(newCode, ["word_of_tin", "oauth"]), "word_of_tin")
    assert.ok(below && !above)
  })

  it("is new, and of a family that is there", () => {
    refuses(newCode, ["0x80072EE2"], / has 0x80072ee2 already/)
    const wrapped = codeEntries().find(({ code }) => code === "0xcaa82ee2") ?? assert.fail()
    refuses(newCode, [wrapped.code], / has 0xcaa82ee2 already/)
    refuses(newCode, ["0x12345678"], /No entry has a number like 0x12345678.*families are: aadsts, adal, .*win32/)
    refuses(newCode, ["0x12345678", "tin"], /no family tin/)
    for (const words of [[], ["two words"], ["word_of_tin"], ["0x80072ee", "win32", "more"]])
      refuses(newCode, words, /^Give a number/)
  })
})

describe("a new field", () => {
  it("may have any name that a known field has", () => {
    const unusual = fieldEntries.filter(({ name }) => /[^\w ]/.test(name))
    assert.ok(unusual.length > 9)
    for (const { name, sections } of unusual) refuses(newField, [name, sections[0]], /already/)
  })

  it("stands behind those of its section", () => {
    const text = planned(newField, ["Proxy of Tin (WPAD)", "ie-proxy"])
    const fields = Array.from(
      text.matchAll(/^ {4}name: "(.*)",\n {4}sections: \["([\w-]+)/gm),
      ([, name = "", section = ""]) => `${name} in ${section}`,
    )
    const at = fields.indexOf("Proxy of Tin (WPAD) in ie-proxy")
    assert.match(fields[at - 1] ?? "", / in ie-proxy$/)
    assert.match(fields[at + 1] ?? "", / in ie-proxy-system$/)
  })

  it("has a name of its own there, and a section that is known", () => {
    refuses(newField, ["azureadprt", "sso-state"], /already/)
    refuses(newField, ["Tin", "nowhere"], /one of: .*device-state, .*winhttp-proxy/)
    for (const words of [[], [" Tin", "ngc"], ["Tin:", "ngc"], ["Client", "Time", "ngc"]])
      refuses(newField, words, /^Name the field as dsregcmd prints it/)
  })
})
