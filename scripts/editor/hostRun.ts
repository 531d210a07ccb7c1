import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Browser, openPage } from "./browser.ts"
import { logs } from "./places.ts"
import type { HostRun } from "./verdict.ts"

/** How long a suite may take, from opening the page to its end, in milliseconds. */
const LIMIT = 180_000

/**
 * Opens a workbench page that runs a suite in its extension host, and waits for the end, but not forever.
 * What the page and the host printed stays in a file of the given name.
 */
export async function hostRun(browser: Browser, url: string, name: string): Promise<HostRun> {
  const page = await openPage(browser)
  const lines: string[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    const exit = await new Promise<number | undefined>((resolve, reject) => {
      timer = setTimeout(resolve, LIMIT, undefined)
      page.on("crash", () => resolve(undefined))
      Promise.all([
        page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) =>
          lines.push(args.map(text).join(" ")),
        ),
        page.exposeFunction("codeAutomationExit", (code: number) => resolve(code)),
      ])
        .then(() => page.goto(url))
        .catch(reject)
    })
    return { exit, log: lines.join("\n"), name }
  } finally {
    clearTimeout(timer)
    await page.close()
    writeFileSync(join(logs, `${name}.log`), lines.join("\n"))
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}
