import { type Browser, openPage } from "./browser.ts"
import type { HostRun } from "./verdict.ts"

/** How long a suite may take, from opening the page to its end, in milliseconds. */
const LIMIT = 60_000

/** Opens a workbench page that runs a suite in its extension host, and waits for the end, but not forever. */
export async function hostRun(browser: Browser, url: string, limit = LIMIT): Promise<HostRun> {
  const page = await openPage(browser)
  const lines: string[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    const exit = await new Promise<number | undefined>((resolve, reject) => {
      timer = setTimeout(resolve, limit, undefined)
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
    return { exit, log: lines.join("\n") }
  } finally {
    clearTimeout(timer)
    await page.close()
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}
