import { plainName } from "../knowledge/plainName.ts"
import { NAMES_OF_OURS } from "./marks.ts"
import { knownName } from "./names.ts"

/** So many columns with names of fields make a table of logs, with a row for each PC. */
const ENOUGH = 3

/** Columns in which scripts and consoles put the name of the PC. */
const COMPUTER = /^(?:PSComputerName|ComputerName|Computer|Hostname)$/i

/** The line below the names of columns that blanks hold apart, as Format-Table prints it. */
const DASHES = /^-{3,}(?: +-{3,})+\s*$/

/** A cell with what separates it from the one before. */
const CELL = /(^|[,;\t])(?:"((?:[^"]|""){0,4000})(?:"|$)|([^,;\t"]{0,4000}))/y

/** The box that begins a log, long enough for its line to be taken for one whose line ends were lost. */
const BOX = `+${"-".repeat(200)}+ | Device State | +${"-".repeat(200)}+`

/**
 * Turns a table with a column for each field, as Export-Csv and Format-Table write objects, into logs: each row becomes one line with the
 * fields of one log in it, so that every line keeps its number. Any other text stays as it is. The text comes in parts of
 * whole lines.
 */
export class WideTable {
  #columns: readonly string[] | "none" | undefined
  /** Names of columns with blanks between them, until the next line tells whether they are some. */
  #names: string | undefined
  /** Where the columns begin, where blanks hold them apart. */
  #starts: readonly number[] | undefined
  /** A value that goes on in the next line is being read: what it holds is left out. */
  #isInValue = false

  /** The same part, with logs in the place of rows. */
  next(part: string): string {
    if (this.#columns === "none" || part === "") return part
    const lines = part.split("\n")
    return lines.map((line) => this.#line(line)).join("\n")
  }

  #line(line: string): string {
    if (this.#columns === "none" || /^#TYPE\b/.test(line)) return line
    if (line.trim() === "") {
      // Format-Table ends with an empty line, and other output of the script may follow.
      if (this.#starts) this.#columns = "none"
      return line
    }
    if (this.#columns) return this.#row(this.#columns, line)
    const plain = line.replace(/^\ufeff/, "")
    if (this.#names !== undefined && DASHES.test(line)) {
      this.#starts = [...line.matchAll(/-+/g)].map(({ index }) => index)
      this.#columns = cut(this.#names, this.#starts)
      return ""
    }
    const names = cellsOf(plain)
    if (areColumns(names)) {
      this.#columns = names
      return ""
    }
    const isHeading = this.#names === undefined && areColumns(plain.trim().split(/ +/))
    this.#names = isHeading ? plain : undefined
    if (!isHeading) this.#columns = "none"
    return line
  }

  #row(columns: readonly string[], line: string): string {
    if (this.#starts) return logOf(columns, cut(line, this.#starts))
    const wasInValue = this.#isInValue
    if ((line.split('"').length - 1) % 2 === 1) this.#isInValue = !wasInValue
    return wasInValue ? "" : logOf(columns, cellsOf(line))
  }
}

function areColumns(names: readonly string[]): boolean {
  const known = names.filter((name) => knownName(name)?.ofStatus)
  return known.length >= ENOUGH && known.some((name) => NAMES_OF_OURS.has(plainName(name)))
}

function cut(line: string, starts: readonly number[]): readonly string[] {
  return starts.map((start, index) => line.slice(start, starts[index + 1]).trim())
}

function cellsOf(line: string): readonly string[] {
  const cells: string[] = []
  const row = line.trimEnd()
  for (CELL.lastIndex = 0; CELL.lastIndex <= row.length; ) {
    const found = CELL.exec(row)
    if (!found) break
    cells.push((found[2]?.replaceAll('""', '"') ?? found[3] ?? "").trim())
    if (found[0] === "" || CELL.lastIndex === row.length) break
  }
  return cells
}

function logOf(columns: readonly string[], cells: readonly string[]): string {
  const fields = columns.flatMap((column, index) => {
    const value = cells[index] ?? ""
    const name = COMPUTER.test(column) ? "Device Name" : column
    return value === "" || !knownName(name)?.ofStatus ? [] : [{ name, value }]
  })
  const isLog = fields.some(({ name }) => NAMES_OF_OURS.has(plainName(name)))
  return isLog ? `${BOX} ${fields.map(({ name, value }) => `${name} : ${value}`).join("   ")}` : ""
}
