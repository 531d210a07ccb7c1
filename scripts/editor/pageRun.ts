import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type Browser, openPage, type Page } from "./browser.ts"
import { bundles } from "./bundle.ts"
import type { Outcome } from "./outcome.ts"
import { screenshots } from "./places.ts"

/** What `test/editor/page/checks.ts` exports, as far as it is needed here. */
interface Check {
  readonly name: string
  run(page: Page): Promise<void>
}

/** Looks at a workbench page as a person would, and keeps a picture of what was seen at each check. */
export async function pageRun(browser: Browser, url: string, leg: string, grep: string): Promise<Outcome> {
  const { checks }: { checks: readonly Check[] } = await import(pathToFileURL(bundles.page).href)
  const wanted = checks.filter(({ name }) => name.includes(grep))
  const failed: string[] = []
  mkdirSync(screenshots, { recursive: true })
  for (const [index, check] of wanted.entries()) {
    const page = await openPage(browser)
    try {
      await page.goto(url)
      await check.run(page)
    } catch (error) {
      failed.push(`${check.name}: ${error instanceof Error ? error.message : error}`)
    }
    const name = `${leg}-${index + 1}-${check.name.replace(/\W+/g, "-")}.png`
    await page.screenshot({ path: join(screenshots, name) }).catch(() => undefined)
    await page.close()
  }
  return { passed: wanted.length - failed.length, failed, skipped: [] }
}
