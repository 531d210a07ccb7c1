import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { recognition } from "../../server/src/core/log/recognize.ts"
import { reading } from "../support/reading.ts"

/** An event, and the code that is told of it. */
interface Shown {
  readonly id: number
  readonly provider: string
  readonly log: string
  readonly lines: readonly string[]
  readonly code: string
}

const EVENTS: readonly Shown[] = [
  {
    id: 1098,
    provider: "Microsoft-Windows-AAD",
    log: "Microsoft-Windows-AAD/Operational",
    lines: [
      "Error: 0xCAA2000C The request requires user interaction.",
      "Code: interaction_required",
      "Description: AADSTS50076: You must use multi-factor authentication to access.",
    ],
    code: "AADSTS50076",
  },
  {
    id: 1081,
    provider: "Microsoft-Windows-AAD",
    log: "Microsoft-Windows-AAD/Operational",
    lines: [
      "OAuth response error: invalid_grant",
      "Error description: AADSTS50126: Error validating credentials.",
      "CorrelationID: 675c54fe-ee36-58a8-978f-a79ad289b5da",
    ],
    code: "AADSTS50126",
  },
  {
    id: 304,
    provider: "Microsoft-Windows-User Device Registration",
    log: "Microsoft-Windows-User Device Registration/Admin",
    lines: [
      "Automatic registration failed at join phase. ",
      "Exit code: Unknown HResult Error code: 0x801c03f2",
      "Server error: The device object by the given id is not found.",
    ],
    code: "0x801c03f2",
  },
]

const DATE = "6/10/2026 8:01:22 AM"
const list = (pairs: Readonly<Record<string, string | number>>) =>
  Object.entries(pairs)
    .map(([name, value]) => `${name.padEnd(17)}: ${String(value).replaceAll("\n", `\n${" ".repeat(19)}`)}`)
    .join("\n")
const headings = (names: string, { log, provider, id, lines }: Shown, date: string) => {
  const [name, source, when, number, description] = names.split("|")
  return `${name}: ${log}\n${source}: ${provider}\n${when}: ${date}\n${number}: ${id}\n${description}:\n${lines.join("\n")}\n`
}
const table =
  "TimeCreated                     Id LevelDisplayName Message\n-----------                     -- ---------------- -------\n"

/** The forms in which an event is copied; those that show its time. */
const TIMED: Readonly<Record<string, (event: Shown) => string>> = {
  "text in German": (event) =>
    headings("Protokollname|Quelle|Datum|Ereignis-ID|Beschreibung", event, "10.06.2026 08:01:22"),
  "text in French": (event) =>
    headings("Nom du journal |Source |Date |ID de l’événement |Description ", event, "10/06/2026 08:01:22"),
  "text in Spanish": (event) =>
    headings("Nombre de registro|Origen|Fecha|Id. del evento|Descripción", event, "10/06/2026 8:01:22"),
  "text in Japanese": (event) => headings("ログの名前|ソース|日付|イベント ID|説明", event, "2026/06/10 8:01:22"),
  "text of wevtutil": (event) =>
    `Event[0]\n${headings("  Log Name|  Source|  Date|  Event ID|  Description", event, "2026-06-10T08:01:22.1230000Z")}`,
  "a list": ({ provider, id, lines }) =>
    list({ TimeCreated: DATE, ProviderName: provider, Id: id, Message: lines.join("\n") }),
  "a list without its log": ({ id, lines }) => list({ TimeCreated: DATE, Id: id, Message: lines.join("\n") }),
  "a list of all properties": ({ id, lines, provider, log }) =>
    list({ Message: lines.join("\n"), Id: id, Level: 2, ProviderName: provider, LogName: log, TimeCreated: DATE }),
  "a table": ({ provider, id, lines }) =>
    `   ProviderName: ${provider}\n\n${table}${DATE}          ${id} Error            ${lines.join(" ")}\n`,
  "a table without its log": ({ id, lines }) => `${table}${DATE}          ${id} Error            ${lines.join(" ")}\n`,
  "exported columns": ({ id, lines }) =>
    `"TimeCreated","Id","LevelDisplayName","Message"\n"${DATE}","${id}","Error","${lines.join("\n")}"\n`,
  "columns that Event Viewer saves": ({ id, provider, lines }) =>
    `Level,Date and Time,Source,Event ID,Task Category\nError,${DATE},${provider},${id},None,"${lines.join("\n")}"\n`,
  "a row of Event Viewer's list above the text": ({ id, provider, lines }) =>
    `Error\t${DATE}\t${provider.replace("Microsoft-Windows-", "")}\t${id}\tNone\n\n${lines.join("\n")}\n`,
  "JSON of Windows PowerShell": ({ id, provider, lines }) =>
    JSON.stringify(
      { TimeCreated: "/Date(1781071282000)/", Id: id, ProviderName: provider, Message: lines.join("\r\n") },
      undefined,
      2,
    ),
  "JSON in one line": ({ id, provider, lines }) =>
    JSON.stringify([
      { TimeCreated: "2026-06-10T06:01:22Z", Id: id, ProviderName: provider, Message: lines.join("\r\n") },
    ]),
}

const TIMELESS: Readonly<Record<string, (event: Shown) => string>> = {
  "a table of numbers and texts": ({ id, lines }) => `  Id Message\n  -- -------\n${id} ${lines.join(" ")}\n`,
  "a number before its text": ({ id, lines }) => `Event ID ${id} - ${lines.join(" ")}\n`,
}

for (const event of EVENTS) {
  describe(`event ${event.id} is one event, as`, () => {
    for (const [form, shown] of Object.entries({ ...TIMED, ...TIMELESS })) {
      it(form, () => {
        const text = shown(event)
        assert.notEqual(recognition(text), "no")
        const { evidence, findings } = reading(text)
        assert.deepEqual(
          evidence.events.map(({ entry, time }) => [entry?.id, time !== undefined]),
          [[event.id, form in TIMED]],
        )
        assert.ok(findings.some(({ code, rule }) => code === event.code && rule.id.includes("event")))
      })
    }
  })
}
