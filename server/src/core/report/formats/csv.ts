import { printable } from "../../text/printable.ts"

/**
 * A row as RFC 4180 has it. What a spreadsheet would take for a formula gets an apostrophe before it, also behind the
 * blanks that some of them skip; controls are no part of any cell.
 */
export function csvRow(cells: readonly (string | number | null | undefined)[]): string {
  return `${cells.map(cell).join(",")}\r\n`
}

function cell(value: string | number | null | undefined): string {
  if (typeof value === "number") return String(value)
  const text = value ?? ""
  const plain = printable(text)
  const safe = FORMULA.test(text) ? `'${plain}` : plain
  return /[",]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** How a formula begins, with the full-width signs that some spreadsheets take for the same. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20|])/
