import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { type Browser, openPage, type Page } from "./browser.ts"
import { bundles } from "./bundle.ts"
import type { Outcome } from "./outcome.ts"
import { screenshots } from "./places.ts"

/** What `test/editor/page/checks.ts` exports, as far as it is needed here. */
interface Check {
  readonly name: string
  readonly alone?: true
  /** The only leg that runs it. */
  readonly leg?: string
  /** The language of the window; English where none is named. */
  readonly language?: string
  run(page: Page): Promise<void>
}

/**
 * Looks at a workbench page as a person would, and keeps a picture of what was seen at each check. One that fails is
 * tried once more in a new window.
 */
export async function pageRun(browser: Browser, url: string, leg: string, grep: string): Promise<Outcome> {
  const { checks }: { checks: readonly Check[] } = await import(pathToFileURL(bundles.page).href)
  const wanted = checks.filter((check) => check.name.includes(grep) && (check.leg ?? leg) === leg)
  const failed: string[] = []
  const again: string[] = []
  forgetScreenshots(leg)
  let page: Page | undefined
  let language: string | undefined
  for (const [index, check] of wanted.entries()) {
    if (check.alone || check.language !== language) {
      await page?.close()
      page = undefined
      language = check.language
    }
    const path = join(screenshots, `${leg}-${index + 1}-${check.name.replace(/\W+/g, "-")}.png`)
    page ??= await opened(browser, url, language)
    let fault = await faultOf(check, page, path)
    if (fault) {
      if (existsSync(path)) renameSync(path, path.replace(/\.png$/, "-first-try.png"))
      // Whatever this one left behind, the next one starts from a new window.
      await page.close()
      page = await opened(browser, url, language)
      again.push(fault)
      fault = await faultOf(check, page, path)
    }
    if (fault) {
      again.pop()
      failed.push(fault)
      await page.close()
      page = undefined
    }
  }
  await page?.close()
  return { passed: wanted.length - failed.length, failed, skipped: [], again }
}

/** What went wrong in a check; undefined where it passed. */
async function faultOf(check: Check, page: Page, path: string): Promise<string | undefined> {
  try {
    await page.keyboard.press("Escape")
    await check.run(page)
    return undefined
  } catch (error) {
    return `${check.name}: ${error instanceof Error ? error.message : error}`
  } finally {
    await page.screenshot({ path }).catch(() => undefined)
  }
}

function forgetScreenshots(leg: string): void {
  mkdirSync(screenshots, { recursive: true })
  for (const file of readdirSync(screenshots)) if (file.startsWith(`${leg}-`)) rmSync(join(screenshots, file))
}

async function opened(browser: Browser, url: string, language: string | undefined): Promise<Page> {
  const page = await openPage(browser, language)
  await page.goto(url)
  return page
}
