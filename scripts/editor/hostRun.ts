import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Browser, openPage } from "./browser.ts"
import { logs } from "./places.ts"
import type { HostRun } from "./verdict.ts"

/** How long a suite may take, from opening the page to its end, in milliseconds. */
const LIMIT = 180_000

/** What the runner's own tests do to a run. */
export interface Meddling {
  /** Another limit, in milliseconds. */
  readonly limit?: number
  /** Told each line that the host prints. */
  readonly onLine?: (line: string) => void
}

/**
 * Opens a workbench page that runs a suite in its extension host, and waits for the end, but not forever, and not for a
 * window that is gone. What the page and the host printed stays in a file of the given name.
 */
export async function hostRun(
  browser: Browser,
  url: string,
  name: string,
  { limit = LIMIT, onLine }: Meddling = {},
): Promise<HostRun> {
  const page = await openPage(browser)
  const lines: string[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    const exit = await new Promise<number | undefined>((resolve, reject) => {
      timer = setTimeout(resolve, limit, undefined)
      for (const end of ["crash", "close"] as const) page.on(end, () => resolve(undefined))
      Promise.all([
        page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => {
          const line = args.map(text).join(" ")
          lines.push(line)
          onLine?.(line)
        }),
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
