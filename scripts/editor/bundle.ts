import { rmSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import { root, suites } from "./places.ts"

/** What a bundle of suites is made for. */
export interface BundleOptions {
  /** The name of this run, which the results line repeats. */
  readonly run: string
  /** Only tests whose full name holds this text. */
  readonly grep: string
}

/** The bundles in `dist/test/editor`, by the files in `test/editor` they start from. */
export const bundles = {
  suite: join(suites, "suite.cjs"),
  suiteInBrowser: join(suites, "suite.browser.cjs"),
  failing: join(suites, "failing.cjs"),
  failingInBrowser: join(suites, "failing.browser.cjs"),
  crashing: join(suites, "crashing.cjs"),
  page: join(suites, "page.mjs"),
} as const

/** Bundles the suites for both kinds of extension host, and the page checks for Node. */
export async function bundleSuites({ run, grep }: BundleOptions): Promise<void> {
  rmSync(suites, { recursive: true, force: true })
  const source = (file: string) => join(root, "test/editor", file)
  const define = (wanted: string) => ({ __RUN__: JSON.stringify(run), __GREP__: JSON.stringify(wanted) })
  const common = { bundle: true, logLevel: "warning", sourcemap: "inline", external: ["vscode"] } as const
  const node = { ...common, format: "cjs", platform: "node", target: "node20" } as const
  const browser = { ...common, format: "cjs", platform: "browser", target: "es2022" } as const
  const suite = { entryPoints: [source("suite/run.ts")], define: define(grep) }
  const failing = { entryPoints: [source("selftest/failing.ts")], define: define("") }
  const crashing = { entryPoints: [source("selftest/crashing.ts")], define: define("") }
  await Promise.all([
    build({ ...node, ...suite, outfile: bundles.suite }),
    build({ ...browser, ...suite, outfile: bundles.suiteInBrowser }),
    build({ ...node, ...failing, outfile: bundles.failing }),
    build({ ...browser, ...failing, outfile: bundles.failingInBrowser }),
    build({ ...node, ...crashing, outfile: bundles.crashing }),
    build({ ...node, format: "esm", entryPoints: [source("page/checks.ts")], outfile: bundles.page }),
  ])
}
