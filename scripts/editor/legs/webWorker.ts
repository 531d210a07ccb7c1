import { bundles } from "../bundle.ts"
import { hostRun } from "../hostRun.ts"
import type { Leg, LegContext } from "../leg.ts"
import { type Outcome, sum } from "../outcome.ts"
import { root } from "../places.ts"
import { expectFailure } from "../selftest.ts"
import { inThrowaway } from "../throwaway.ts"
import { verdict } from "../verdict.ts"
import { startWeb } from "../vscodeWeb.ts"

/** VS Code for the web as vscode.dev has it: the extension host is a web worker, and there is no server. */
export const webWorker: Leg = {
  id: "C",
  title: "VS Code for the web, web worker",
  run: async (context) =>
    sum([
      await suiteRun(context, "suiteInBrowser", context.minimum),
      ...(context.grep
        ? []
        : [expectFailure("a suite that fails", [/on purpose$/], await suiteRun(context, "failingInBrowser", 2))]),
    ]),
}

function suiteRun({ browser, run }: LegContext, tests: keyof typeof bundles, minimum: number): Promise<Outcome> {
  return inThrowaway(async (place) => {
    const server = await startWeb(place, root, bundles[tests])
    try {
      return verdict(await hostRun(await browser(), server.page, `C-${tests}`), run, minimum)
    } finally {
      await server.stop()
    }
  })
}
