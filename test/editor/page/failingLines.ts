import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { again, diagnosed } from "./window.ts"

export const failingLines: Check = {
  name: "a button shows only the failing lines, and Enter leads back",
  run: async (page) => {
    await page
      .locator(".tab", { hasText: /^dsregcmd-status\.txt/ })
      .first()
      .click()
    await diagnosed(page)
    await open(page)
    await view(page).locator(".view-line", { hasText: "DRS Discovery Test" }).first().click()
    await page.keyboard.press("Home")
    await page.keyboard.press("Enter")
    await page.locator(".statusbar-item", { hasText: "Ln 20" }).first().waitFor()
    // The view stands on the picture.
    await open(page)
  },
}

/** The view stands beside the log, and is in front. */
function view(page: Page) {
  return page.locator(".editor-group-container.active .monaco-editor").first()
}

function button(page: Page) {
  return page.locator(".editor-actions a[aria-label^='Show Only Failing Lines']").first()
}

async function open(page: Page): Promise<void> {
  await again(page, async () => {
    await button(page).click()
    await page.locator(".tab.active", { hasText: "Failing lines of dsregcmd-status.txt" }).first().waitFor()
  })
}
