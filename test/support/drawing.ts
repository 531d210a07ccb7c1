import { placeOf } from "../../server/src/core/evidence/evidence.ts"
import { mentionsIn } from "../../server/src/core/evidence/mention.ts"
import { codeMeaning } from "../../server/src/core/knowledge/lookup.ts"
import { drawn } from "./annotated.ts"
import { type PlacedDiagnosis, readings } from "./reading.ts"

/** The whole reading of a log, drawn beneath its lines, with a line for each code below: what a golden file keeps. */
export function drawing(text: string): string {
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
  return evidence.capture.fields.flatMap((field) =>
    mentionsIn(field).map(({ code }) => {
      const place = placeOf(evidence, { field })
      const entry = codeMeaning(code, place)
      return `${field.name}: ${code} (${place ?? "any"}) ${entry?.symbols[0] ?? ""} ${entry?.title ?? "unknown"}`
    }),
  )
}
