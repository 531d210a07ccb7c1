import type { Check } from "./checks.ts"
import { again, diagnosed } from "./window.ts"

export const failingLines: Check = {
  name: "a button shows only the failing lines, and Enter leads back",
  run: async (page) => {
    await diagnosed(page)
    await again(page, async () => {
      await page.locator(".editor-actions a[aria-label^='Show Only Failing Lines']").first().click()
      await page.locator(".tab.active", { hasText: "Failing lines of dsregcmd-status.txt" }).first().waitFor()
    })
    const failing = page.locator(".monaco-editor .view-line", { hasText: "DRS Discovery Test" }).first()
    await failing.waitFor()
    await page
      .locator(".editor-actions a[aria-label^='Show Only Failing Lines']")
      .first()
      .waitFor({ state: "detached" })
    await page.screenshot({ path: "out/screenshots/failing-lines-view.png" })
    await failing.click()
    await page.keyboard.press("Home")
    await page.keyboard.press("Enter")
    await page
      .locator(".tab.active", { hasText: /^dsregcmd-status\.txt/ })
      .first()
      .waitFor()
    await page.locator(".statusbar-item", { hasText: "Ln 20" }).first().waitFor()
  },
}
