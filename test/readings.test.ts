import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { placeOf } from "../server/src/core/evidence/evidence.ts"
import { mentionsIn } from "../server/src/core/evidence/mention.ts"
import { codeMeaning } from "../server/src/core/knowledge/lookup.ts"
import { allFields } from "../server/src/core/log/query.ts"
import { drawn } from "./support/annotated.ts"
import { matchesGolden } from "./support/golden.ts"
import { type PlacedDiagnosis, readings } from "./support/reading.ts"

/*
 * The whole reading of every test log, drawn beneath its lines: what `logs.test.ts` checks against words written by
 * hand, this keeps from changing unseen.
 */

const LOGS = "test/logs"

function drawing(text: string): string {
  const all = readings(text)
  const marks = all.flatMap(({ findings, offset }) =>
    findings.map(({ span, severity, rule, message }) => ({
      start: offset + span.start,
      end: offset + span.end,
      label: `${severity} ${rule.id}: ${message}`,
    })),
  )
  const plain = text
    .replace(/^\ufeff/, " ")
    .replace(/\r/g, " ")
    .replace(/\t/g, " ")
  return [
    ...all.map(({ verdict }, index) => `capture ${index + 1}: ${verdict}`),
    "",
    drawn(plain, marks).replace(/[ ]+$/gm, ""),
    ...all.flatMap(codes),
    "",
  ].join("\n")
}

/** One line for each code: where it stands and what its hover begins with. */
function codes({ evidence }: PlacedDiagnosis): string[] {
  return Array.from(allFields(evidence.capture)).flatMap((found) =>
    mentionsIn(found.field).map(({ code }) => {
      const place = placeOf(evidence, found)
      const entry = codeMeaning(code, place)
      return `${found.field.name}: ${code} (${place ?? "any"}) ${entry?.symbols[0] ?? ""} ${entry?.title ?? "unknown"}`
    }),
  )
}

describe("the reading of", () => {
  for (const file of readdirSync(LOGS).filter((name) => name.endsWith(".dsreg"))) {
    it(file, () =>
      matchesGolden(`${LOGS}/${file.replace(/dsreg$/, "reading")}`, drawing(readFileSync(`${LOGS}/${file}`, "utf8"))),
    )
  }
})
