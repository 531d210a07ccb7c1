/** A table in Markdown; its first column is words, the others are numbers. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`
  return [line(header), line(header.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)]
    .map((text) => text.replaceAll("<br>", "`<br>`"))
    .join("\n")
}
