import { readFileSync } from "node:fs"
import type { Plugin } from "esbuild"

/** The members `bad` and `good` as the formatter leaves them, on one line or on many. */
const EXAMPLES = /^ {2}(bad|good): \[(?:[^\n]+\],\n|\n[\s\S]*?\n {2}\],\n)/gm

/** Leaves the examples of the rules out of a bundle: tests read them, nothing that is shipped does. */
export const withoutExamples: Plugin = {
  name: "without-examples",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]core[\\/]rules[\\/]\w+\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replace(EXAMPLES, '  $1: [""],\n'),
    }))
  },
}
