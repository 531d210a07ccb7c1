import { readFileSync, writeFileSync } from "node:fs"
import { cpus, loadavg } from "node:os"

const PAGE = "docs/robustness.md"

/** Puts lines into the part of the page that has this name, with the day, the machine and how busy it was. */
export function writePart(name: string, lines: readonly string[]): void {
  const page = readFileSync(PAGE, "utf8")
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`${PAGE} has no part ${name}`)
  const load = loadavg()[0]?.toFixed(1)
  const when = `On ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}, ${cpus().length} processors with a load of ${load}.`
  writeFileSync(PAGE, `${page.slice(0, from + start.length)}\n\n${when}\n\n${lines.join("\n")}\n\n${page.slice(to)}`)
}
