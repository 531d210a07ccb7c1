import { copyFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { bundles } from "../bundle.ts"
import { hostRun } from "../hostRun.ts"
import type { Leg } from "../leg.ts"
import { sum } from "../outcome.ts"
import { pageRun } from "../pageRun.ts"
import { vsix } from "../product.ts"
import { inThrowaway } from "../throwaway.ts"
import { verdict } from "../verdict.ts"
import { installExtension, startServer } from "../vscodeServer.ts"

/** What users get: the packaged extension, installed; the tests come in an extension that does nothing else. */
export const shipped: Leg = {
  id: "B",
  title: "VS Code server, packaged extension installed",
  run: ({ browser, run, grep, minimum }) =>
    inThrowaway(async (place) => {
      installExtension(place, vsix())
      const server = await startServer(place)
      try {
        const chromium = await browser()
        const { extension, tests } = carrier(place.folder("carrier"))
        return sum([
          verdict(await hostRun(chromium, server.page({ extension, tests }), "B-suite"), run, minimum),
          await pageRun(chromium, server.page({ open: "dsregcmd-status.txt" }), "B", grep),
        ])
      } finally {
        await server.stop()
      }
    }),
}

/** An empty extension under development, because an editor runs tests only together with one. */
function carrier(folder: string): { extension: string; tests: string } {
  const manifest = { name: "carrier", publisher: "dsreg-tests", version: "0.0.0", engines: { vscode: "*" } }
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest))
  const tests = join(folder, "suite.cjs")
  copyFileSync(bundles.suite, tests)
  return { extension: folder, tests }
}
