import { readFileSync } from "node:fs"
import * as library from "../server/src/api/index.ts"
import { CLONES, FAILING, keysOf, WORSE } from "./commandLineNames.ts"

/** What the library gives by name, its types included. */
export function libraryNames(): readonly string[] {
  const door = readFileSync("server/src/api/index.ts", "utf8")
  const lists = Array.from(door.matchAll(/^export (type )?\{([^}]*)\}/gm))
  return lists.flatMap(([, isTypes = "", list = ""]) =>
    list.split(",").map((name) => `${isTypes}${name.trim()}`.replace(/^type /, "type ")),
  )
}

/** Every key of the values that it gives, with its way from the function: `read[].findings[].span`. */
export function libraryKeys(): readonly string[] {
  const { read, explain, redact, compare, catalog } = library
  const values = {
    "read[]": read(`${FAILING}\n${CLONES}`),
    "explain[]": [...explain("0x80072ee2"), ...explain("AzureAdPrt"), ...explain("device-auth-failed")],
    redact: redact(CLONES),
    compare: compare(FAILING, WORSE),
    "catalog[]": [...catalog()],
  }
  return [
    ...new Set(
      Object.entries(values).flatMap(([name, value]) => [value].flat().flatMap((one) => [...keysOf(one, name)])),
    ),
  ]
}
