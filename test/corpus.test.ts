import assert from "node:assert/strict"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { recognition } from "../server/src/core/log/recognize.ts"
import { fileText } from "../server/src/core/text/fileText.ts"
import { readings } from "./support/reading.ts"

/** Real logs that cannot be part of the project; the tests run where they are at hand. */
const CORPUS = "../shared/corpus"

describe("the corpus of real logs", { skip: !existsSync(CORPUS) && "not at hand" }, () => {
  for (const name of existsSync(CORPUS) ? readdirSync(CORPUS).filter((file) => file.endsWith(".txt")) : []) {
    it(`${name} is recognized and read without a false alarm`, () => {
      const text = fileText(readFileSync(`${CORPUS}/${name}`))
      assert.notEqual(recognition(text), "no")
      const all = readings(text)
      assert.equal(all.length, 1)
      const wrong = all.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"))
      assert.deepEqual(
        wrong.map(({ message }) => message),
        [],
      )
    })
  }
})
