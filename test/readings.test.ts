import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { drawing } from "./support/drawing.ts"
import { matchesGolden } from "./support/golden.ts"

/*
 * The whole reading of every test log, drawn beneath its lines: what `logs.test.ts` checks against words written by
 * hand, this keeps from changing unseen.
 */

const LOGS = "test/logs"

describe("the reading of", () => {
  for (const file of readdirSync(LOGS).filter((name) => name.endsWith(".dsreg"))) {
    it(file, () =>
      matchesGolden(`${LOGS}/${file.replace(/dsreg$/, "reading")}`, drawing(readFileSync(`${LOGS}/${file}`, "utf8"))),
    )
  }
})
