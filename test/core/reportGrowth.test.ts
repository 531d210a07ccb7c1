import { describe, it } from "node:test"
import { printSummaryCsv } from "../../server/src/cli/printSummaryCsv.ts"
import { printSummaryJson } from "../../server/src/cli/printSummaryJson.ts"
import { printSummaryText } from "../../server/src/cli/printSummaryText.ts"
import { type Diagnosis, diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { type Summary, summaryOf } from "../../server/src/core/diagnosis/fleet.ts"
import { notOfClones } from "../../server/src/core/evidence/caseFacts.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { placedCaptures, positions } from "../../server/src/core/log/placed.ts"
import { htmlReport } from "../../server/src/core/report/html.ts"
import { markdownReport } from "../../server/src/core/report/markdown.ts"
import { reportOf } from "../../server/src/core/report/report.ts"
import { growsLikeItsText } from "../support/growth.ts"

const HEAD = "| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\n"

/** What fills one log: each line is another one, by its number. */
const FILLS: Readonly<Record<string, (index: number) => string>> = {
  "many names": (index) => `Device Name : PC${index}.contoso.com\nDeviceId : ${guid(index)}\n`,
  "one name again and again": () => "Device Name : PC1.contoso.com\n",
  "many times": (index) => `Previous Registration : 2026-03-17 07:${two(index / 60)}:${two(index)}.000 UTC\n`,
  "many failing tests": () => "DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\nDRS Connectivity Test : SKIPPED\n",
  "many events": (index) =>
    `Log Name: Microsoft-Windows-User Device Registration/Admin\nEvent ID: 304\nDate: 2026-03-17 07:${two(index / 60)}:${two(index)}\nAutomatic registration failed at join phase. Exit code: Unknown HResult Error code: 0x801c001d\n\n`,
  "one long line": (index) => (index === 0 ? "Server Message : " : `${guid(index)} https://a.example/${index} `),
}

function two(number: number): string {
  return String(Math.floor(number) % 60).padStart(2, "0")
}

function guid(index: number): string {
  return `1a2b3c4d-2222-3333-4444-${String(index).padStart(12, "0")}`
}

describe("a report", () => {
  for (const [what, fill] of Object.entries(FILLS)) {
    it(`costs what its text costs, with ${what}`, () => {
      const readings = (length: number): readonly (readonly [Diagnosis, (offset: number) => number])[] => {
        let text = HEAD
        for (let index = 0; text.length < length; index++) text += fill(index)
        return placedCaptures(text).map((placed) => [diagnose(placed.capture), (at) => positions(placed)(at).line])
      }
      growsLikeItsText(what, 200_000, readings, (all) => {
        for (const [diagnosis, lineAt] of all) {
          const report = reportOf(diagnosis, lineAt)
          markdownReport(report, { file: "a" })
          htmlReport(report, { file: "a" }, { id: "a", say: english })
        }
      })
    })
  }
})

describe("a summary", () => {
  const print = (summary: Summary) => {
    for (const printed of [
      printSummaryCsv(summary),
      printSummaryJson(summary),
      printSummaryText(summary, { color: false }),
    ])
      Array.from(printed)
  }
  const fact = (value: string) => ({ value, span: { start: 0, end: 0 } })

  for (const [what, causes, devices] of [
    ["one cause and many devices", 1, Number.POSITIVE_INFINITY],
    ["many causes", Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    ["many clones of one device", 1, 1],
  ] as const) {
    it(`costs what its logs cost, with ${what}`, () => {
      const records = (length: number) =>
        Array.from({ length }, (_, index) => ({
          place: { file: `logs/${index}.txt`, line: 1 },
          cause: {
            severity: "error" as const,
            phase: "join" as const,
            rule: "join-failed",
            code: `0x${(index % causes).toString(16)}`,
            message: "Join failed",
            summary: "Join failed",
          },
          facts: {
            ...notOfClones,
            computer: fact(`PC${index}`),
            deviceId: fact(guid(index % devices)),
            thumbprint: undefined,
            joinType: "hybrid-joined" as const,
          },
        }))
      growsLikeItsText(what, 20_000, records, (all) => print(summaryOf(all)))
    })
  }
})
