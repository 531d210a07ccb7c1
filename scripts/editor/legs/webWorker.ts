import { bundles } from "../bundle.ts"
import { hostRun } from "../hostRun.ts"
import type { Leg, LegContext } from "../leg.ts"
import { type Outcome, sum } from "../outcome.ts"
import { root } from "../places.ts"
import { expectFailure } from "../selftest.ts"
import { throwaway } from "../throwaway.ts"
import { verdict } from "../verdict.ts"
import { startWeb } from "../vscodeWeb.ts"

/** VS Code for the web as vscode.dev has it: the extension host is a web worker, and there is no server. */
export const webWorker: Leg = {
  id: "C",
  title: "VS Code for the web, web worker",
  run: async (context) =>
    sum([
      await suiteRun(context, bundles.suiteInBrowser, context.minimum),
      expectFailure("a suite that fails", await suiteRun(context, bundles.failingInBrowser, 2)),
    ]),
}

async function suiteRun({ browser, run }: LegContext, tests: string, minimum: number): Promise<Outcome> {
  const place = throwaway()
  const server = await startWeb(place, root, tests)
  try {
    return verdict(await hostRun(await browser(), server.page), run, minimum)
  } finally {
    await server.stop()
    place.remove()
  }
}
