import assert from "node:assert/strict"
import { type Bundle, bundles } from "../../scripts/build.ts"

/** What is shipped, made once for all tests that look at it; it is made while other tests are loaded. */
const all = bundles({ write: false })

/** Every file that is shipped. */
export function built(): Promise<readonly Bundle[]> {
  return all
}

/** One of them, by its name: `dist/cli.cjs`. */
export async function builtFile(name: string): Promise<Bundle> {
  return (await all).find(({ file }) => file === name) ?? assert.fail(`no ${name}`)
}
