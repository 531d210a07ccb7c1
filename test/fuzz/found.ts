import { createHash } from "node:crypto"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"

const FOLDER = "test/fuzz/found"

/** A case in which an oracle did not hold once. */
export interface Found {
  readonly oracle: string
  readonly case: unknown
}

/** All that was found so far, by the names of their files. */
export function everyFound(): readonly (readonly [string, Found])[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"))])
}

/** Keeps a case, so that the tests try it from now on; the name of its file. */
export function keep(found: Found): string {
  const json = JSON.stringify(found, undefined, 2)
  const name = `${found.oracle}-${createHash("sha256").update(json).digest("hex").slice(0, 8)}.json`
  writeFileSync(`${FOLDER}/${name}`, `${json}\n`)
  return `${FOLDER}/${name}`
}
