import { bundles } from "../bundle.ts"
import { hostRun } from "../hostRun.ts"
import type { Leg } from "../leg.ts"
import { sum } from "../outcome.ts"
import { pageRun } from "../pageRun.ts"
import { root } from "../places.ts"
import { endless, expectFailure } from "../selftest.ts"
import { inThrowaway } from "../throwaway.ts"
import { verdict } from "../verdict.ts"
import { startServer } from "../vscodeServer.ts"

/** VS Code's server and workbench, the extension run from the project's folder, the extension host on Node. */
export const nodeHost: Leg = {
  id: "A",
  title: "VS Code server, extension from the source folder",
  run: ({ browser, run, grep, minimum }) =>
    inThrowaway(async (place) => {
      const server = await startServer(place)
      try {
        const chromium = await browser()
        const inHost = (name: keyof typeof bundles) =>
          hostRun(chromium, server.page({ extension: root, tests: bundles[name] }), `A-${name}`)
        return sum([
          verdict(await inHost("suite"), run, minimum),
          await pageRun(chromium, server.page({ extension: root, open: "dsregcmd-status.txt" }), "A", grep),
          ...(grep
            ? []
            : [
                expectFailure("a suite that fails", [/on purpose$/], verdict(await inHost("failing"), run, 2)),
                expectFailure("a suite that ends its host", [/^no results/], verdict(await inHost("crashing"), run, 2)),
                await endless(server.page({ extension: root, tests: bundles.endless }), run),
              ]),
        ])
      } finally {
        await server.stop()
      }
    }),
}
