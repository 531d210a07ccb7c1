import { execFileSync } from "node:child_process"
import { program } from "../places.ts"
import type { Sample } from "../samples.ts"

/** What a program of `programs/` told; it runs in a Node of its own that can be asked to collect its garbage. */
export function* told(name: string, ...words: readonly (string | number)[]): Iterable<Sample> {
  const output = execFileSync(process.execPath, ["--expose-gc", program(name), ...words.map(String)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })
  for (const line of output.split("\n")) if (line !== "") yield JSON.parse(line) as Sample
}
