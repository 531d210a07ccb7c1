import { readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { type BuildOptions, build } from "esbuild"
import { root, suites } from "./places.ts"

/** What the bundles are made for. */
export interface BundleOptions {
  /** The name of this run, which the results line repeats. */
  readonly run: string
  /** Only tests whose full name holds this text. */
  readonly grep: string
}

/** The bundles, each for the host it runs in. */
export const bundles = {
  suite: join(suites, "suite.cjs"),
  suiteInBrowser: join(suites, "suite.browser.cjs"),
  failing: join(suites, "failing.cjs"),
  failingInBrowser: join(suites, "failing.browser.cjs"),
  crashing: join(suites, "crashing.cjs"),
  endless: join(suites, "endless.cjs"),
  page: join(suites, "page.mjs"),
} as const

const source = join(root, "test/editor")
const common: BuildOptions = { bundle: true, logLevel: "warning", sourcemap: "inline", external: ["vscode", "node:*"] }
const node: BuildOptions = { ...common, format: "cjs", platform: "node", target: "node20" }
const browser: BuildOptions = { ...common, format: "cjs", platform: "browser", target: "es2022" }

/** Bundles the suites for both kinds of extension host, and the page checks for Node; gone with this process. */
export async function bundleSuites({ run, grep }: BundleOptions): Promise<void> {
  process.once("exit", () => rmSync(suites, { recursive: true, force: true }))
  const suite = hosted(testsIn("suite"), run, grep)
  const failing = hosted(["./selftest/failing.test.ts"], run, "")
  const crashing = hosted(["./selftest/crashing.test.ts"], run, "")
  const endless = hosted(["./selftest/endless.test.ts"], run, "")
  await Promise.all([
    build({ ...node, ...suite, outfile: bundles.suite }),
    build({ ...browser, ...suite, outfile: bundles.suiteInBrowser }),
    build({ ...node, ...failing, outfile: bundles.failing }),
    build({ ...browser, ...failing, outfile: bundles.failingInBrowser }),
    build({ ...node, ...crashing, outfile: bundles.crashing }),
    build({ ...node, ...endless, outfile: bundles.endless }),
    build({ ...node, format: "esm", entryPoints: [join(source, "page/checks.ts")], outfile: bundles.page }),
  ])
}

function testsIn(folder: string): string[] {
  return readdirSync(join(source, folder))
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `./${folder}/${file}`)
}

/**
 * A module for an extension host: Mocha first, then the tests, and the function the host calls.
 * It is written as CommonJS and sets its exports last, because Mocha's browser build takes `module.exports` for itself.
 */
function hosted(tests: readonly string[], run: string, grep: string): BuildOptions {
  const lines = [
    ...["./support/mocha.ts", ...tests].map((file) => `require("${file}")`),
    'module.exports = { run: require("./support/run.ts").run }',
  ]
  return {
    stdin: { contents: lines.join("\n"), resolveDir: source, sourcefile: "suite.ts" },
    define: { __RUN__: JSON.stringify(run), __GREP__: JSON.stringify(grep) },
  }
}
