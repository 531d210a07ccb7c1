import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../build.ts"

/** The readme for a package, which carries no pictures and little of docs: without a public repository there is nowhere to link them. */
export function packagedReadme(): string {
  const text = readFileSync(join(root, "README.md"), "utf8")
  return text.replace(/^!\[.*\n\n/gm, "").replace(/\[([^\]]+)\]\((?!https:)[^)]*\)/g, "$1")
}
