import type { Page } from "../../../scripts/editor/browser.ts"
import { actionMenu, again } from "./window.ts"

/** The Markdown preview in front. */
export function preview(page: Page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame")
}

/** Opens the page of the failing code by the light bulb, from the log, whatever is in front. */
export function explained(page: Page): Promise<void> {
  return again(page, async () => {
    await page.locator(".tab", { hasText: "dsregcmd-status.txt" }).first().click()
    const menu = await actionMenu(page)
    await menu.locator(".action", { hasText: "Explain 0x80072ee2" }).first().click()
    await page.locator(".tab.active", { hasText: "0x80072ee2" }).first().waitFor()
  })
}
