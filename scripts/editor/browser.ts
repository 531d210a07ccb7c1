import { createRequire } from "node:module"
import { join } from "node:path"
import { chromium, editors } from "./places.ts"

/** What the legs and the page checks use of playwright-core, which is not among the project's own packages. */
export interface Browser {
  newPage(options: { viewport: { width: number; height: number } }): Promise<Page>
  newBrowserCDPSession(): Promise<{ send(command: "Browser.crash"): Promise<unknown> }>
  close(): Promise<void>
}

/** A browser tab. */
export interface Page {
  goto(url: string): Promise<unknown>
  url(): string
  close(): Promise<void>
  setDefaultTimeout(milliseconds: number): void
  addInitScript(script: { content: string }): Promise<unknown>
  exposeFunction(name: string, callback: (...args: never[]) => unknown): Promise<unknown>
  on(event: "crash" | "close" | "popup" | "download", listener: () => void): unknown
  on(event: "websocket", listener: (socket: { url(): string }) => void): unknown
  on(event: "dialog", listener: (dialog: { message(): string; dismiss(): Promise<void> }) => void): unknown
  on(event: "console", listener: (message: { text(): string }) => void): unknown
  on(event: "pageerror", listener: (error: Error) => void): unknown
  /** What the tab is in, which sees the requests of its frames and workers too. */
  context(): { on(event: "request", listener: (request: { url(): string }) => void): unknown }
  /** Runs a function in the page; it sees nothing of what stands around it here. */
  evaluate<Given>(work: (given: Given) => unknown, given: Given): Promise<unknown>
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator
  frameLocator(selector: string): Frame
  screenshot(options: { path: string }): Promise<unknown>
  readonly keyboard: {
    press(key: string): Promise<void>
    type(text: string): Promise<void>
    down(key: string): Promise<void>
    up(key: string): Promise<void>
  }
  readonly mouse: { move(x: number, y: number): Promise<void>; click(x: number, y: number): Promise<void> }
}

/** A page inside a page, as a webview is. */
export interface Frame {
  frameLocator(selector: string): Frame
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator
}

/** Elements of a page, looked for anew with each use. */
export interface Locator {
  first(): Locator
  last(): Locator
  locator(selector: string, options?: { hasText?: string | RegExp }): Locator
  filter(options: { hasText: string | RegExp }): Locator
  waitFor(options?: { state?: "detached"; timeout?: number }): Promise<void>
  all(): Promise<Locator[]>
  allInnerTexts(): Promise<string[]>
  click(): Promise<void>
  boundingBox(): Promise<{ x: number; y: number; width: number; height: number } | null>
  count(): Promise<number>
  hover(): Promise<void>
  dispatchEvent(type: string): Promise<void>
  fill(text: string): Promise<void>
  isVisible(): Promise<boolean>
  inputValue(): Promise<string>
  innerText(): Promise<string>
  /** Runs a function in the page on the element; it sees nothing of what stands around it here. */
  evaluate<Result>(look: (element: never) => Result): Promise<Result>
  getAttribute(name: string): Promise<string | null>
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

/** How long a page may take to show what is looked for, in milliseconds. */
const PATIENCE = 15_000

/**
 * A tab of the size that the screenshots have. In another language than English only what extensions say is in it:
 * there are no language packs, but a page that has this name of a language tells it to its extension host.
 */
export async function openPage(browser: Browser, language = "en"): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
  page.setDefaultTimeout(PATIENCE)
  if (language !== "en") await page.addInitScript({ content: `globalThis._VSCODE_NLS_LANGUAGE = "${language}"` })
  return page
}
