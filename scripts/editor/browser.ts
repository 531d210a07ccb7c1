import { createRequire } from "node:module"
import { join } from "node:path"
import { chromium, editors } from "./places.ts"

/** What the legs and the page checks use of playwright-core, which is not among the project's own packages. */
export interface Browser {
  newPage(options: { viewport: { width: number; height: number } }): Promise<Page>
  close(): Promise<void>
}

/** A browser tab. */
export interface Page {
  goto(url: string): Promise<unknown>
  close(): Promise<void>
  exposeFunction(name: string, callback: (...args: never[]) => unknown): Promise<unknown>
  on(event: "crash", listener: () => void): unknown
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator
  screenshot(options: { path: string }): Promise<unknown>
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> }
  readonly mouse: { move(x: number, y: number, options?: { steps: number }): Promise<void> }
}

/** Elements of a page, looked for anew with each use. */
export interface Locator {
  first(): Locator
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator
  waitFor(options?: { state?: "visible" | "hidden"; timeout?: number }): Promise<void>
  click(options?: { timeout?: number }): Promise<void>
  hover(options?: { timeout?: number }): Promise<void>
  innerText(): Promise<string>
  getAttribute(name: string): Promise<string | null>
  boundingBox(): Promise<{ x: number; y: number; width: number; height: number } | null>
  count(): Promise<number>
}

/** Chromium with an empty profile of its own that finds no host but this machine. */
export function openBrowser(): Promise<Browser> {
  const playwright = createRequire(join(editors, "package.json"))("playwright-core")
  return playwright.chromium.launch({
    executablePath: chromium,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
    ],
  })
}

/** A tab of the size that the screenshots have. */
export function openPage(browser: Browser): Promise<Page> {
  return browser.newPage({ viewport: { width: 1280, height: 800 } })
}
