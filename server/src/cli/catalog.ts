import { type CatalogEntry, catalog as entries } from "../core/explain/catalog.ts"
import { csvRow } from "../core/report/formats/csv.ts"
import { json } from "../core/report/formats/json.ts"
import type { ExitCode, Terminal } from "./terminal.ts"

/** Which shape the JSON has: `schemas/catalog-1.schema.json`. Keys that come in addition are no other shape. */
const SHAPE = 1

/** The columns, whose names stay. */
export const CATALOG_COLUMNS = [
  "kind",
  "name",
  "place",
  "id",
  "title",
  "aliases",
  "severity",
  "meaning",
  "cause",
  "steps",
  "sources",
  "confidence",
] as const satisfies readonly (keyof CatalogEntry)[]

const PRINTERS = { json: printJson, csv: printCsv } satisfies Record<string, () => Iterable<string>>

/** The words that `--format` takes for the catalogue. */
export const CATALOG_FORMATS = Object.keys(PRINTERS)

/** Whether there is such a format. */
export function isCatalogFormat(word: string): word is keyof typeof PRINTERS {
  return Object.hasOwn(PRINTERS, word)
}

/** Prints everything that dsreg knows, for joins in data tools. */
export async function catalog(format: keyof typeof PRINTERS, terminal: Terminal): Promise<ExitCode> {
  for (const text of PRINTERS[format]()) await terminal.out(text)
  return 0
}

function* printJson(): Iterable<string> {
  let between = `{\n  "version": ${SHAPE},\n  "entries": [\n    `
  for (const entry of entries()) {
    yield between + json(entry, 4)
    between = ",\n    "
  }
  yield "\n  ]\n}\n"
}

/** One row an entry; what is a list there is a cell here. */
function* printCsv(): Iterable<string> {
  yield csvRow(CATALOG_COLUMNS)
  for (const entry of entries()) {
    const { aliases, steps, sources } = entry
    const cells = {
      ...entry,
      aliases: aliases.join(" | "),
      steps: steps.map(({ text, proves }, index) => `${index + 1}. ${text}${proves ? ` ${proves}` : ""}`).join(" "),
      sources: sources.flatMap(({ url }) => url ?? []).join(" "),
    }
    yield csvRow(CATALOG_COLUMNS.map((column) => cells[column]))
  }
}
