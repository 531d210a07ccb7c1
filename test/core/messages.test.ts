import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { codeEntries } from "../../server/src/core/knowledge/codes/catalogue.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { rules } from "../../server/src/core/rules/catalogue.ts"
import { said } from "../../server/src/core/rules/message.ts"
import { annotated } from "../support/annotated.ts"

/** What a list of problems shows in a line; written here a second time, so that a change of the limit is one. */
const LONGEST = 100

/** The numbers whose titles leave least room for the rest of a message, one that is unknown, and one of a server. */
const LONG_NUMBERS = longest(/^0x/)
const LONG_ANSWERS = longest(/^AADSTS/)

function longest(spelling: RegExp): readonly string[] {
  const known = codeEntries().filter(({ code }) => spelling.test(code))
  return known
    .toSorted((a, b) => b.title.length - a.title.length)
    .slice(0, 8)
    .map(({ code }) => code)
}

function messages(text: string): readonly string[] {
  return readLog(text).flatMap((capture) =>
    diagnose(capture).findings.flatMap(({ message, related = [] }) => [message, ...related.map((one) => one.message)]),
  )
}

function assertShort(text: string): void {
  for (const message of messages(text)) assert.ok(message.length <= LONGEST, `${message.length}: ${message}`)
}

describe("no message is longer than a row of problems shows", () => {
  for (const file of readdirSync("test/logs").filter((name) => name.endsWith(".dsreg"))) {
    it(`in ${file}`, () => assertShort(readFileSync(`test/logs/${file}`, "utf8")))
  }

  for (const rule of rules) {
    const examples = rule.bad.map((example) => annotated(example).text)

    it(`of ${rule.id}, whatever code stands in its examples`, () => {
      for (const text of examples) {
        assertShort(text)
        for (const code of [...LONG_NUMBERS, "0x80ffffff"]) assertShort(text.replace(/0x[89a-f][0-9a-f]{7}/gi, code))
        for (const code of [...LONG_ANSWERS, "AADSTS98765432"]) assertShort(text.replace(/AADSTS\d+/g, code))
      }
    })

    it(`of ${rule.id}, where a stranger wrote a long word in the place of a code`, () => {
      for (const text of examples) {
        assertShort(text.replace(/(?<=(?:Code|SubCode|subcode) : )\S+/g, "w".repeat(300)))
      }
    })
  }
})

describe("a message", () => {
  it("is what is wrong, then why", () => {
    assert.deepEqual(said("network time-out (0x80072ee2)", "Discovery failed"), {
      message: "Discovery failed: network time-out (0x80072ee2)",
    })
  })

  it("is what is wrong alone, where nothing says why", () => {
    assert.deepEqual(said("", "Discovery failed"), { message: "Discovery failed" })
  })

  it("takes the first beginning that leaves room, and the verdict keeps the first of all", () => {
    const why = "w".repeat(80)
    assert.deepEqual(said(why, "No token for this user", "No token for him", "No token"), {
      message: `No token for him: ${why}`,
      verdict: `no token for this user: ${why}`,
    })
  })

  it("is the reason alone, where no beginning leaves room", () => {
    const why = "the hardware ".repeat(7).trim()
    assert.equal(said(why, "Windows Hello").message, `The hardware ${"the hardware ".repeat(6).trim()}`)
  })

  it("is cut where even the reason is too long", () => {
    const { message } = said("w".repeat(300), "No token")
    assert.equal(message, `W${"w".repeat(98)}…`)
  })
})
