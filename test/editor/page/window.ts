import type { Locator, Page } from "../../../scripts/editor/browser.ts"

/** The code `0x80072ee2` of the failing value in the editor. */
export function failingCode(page: Page): Locator {
  const line = page.locator(".monaco-editor .view-line", { hasText: "0x80072ee2" }).first()
  return line.locator("span span", { hasText: "0x80072ee2" }).first()
}

/** Waits until the log stands in the window and the server has said what is wrong with it. */
export async function diagnosed(page: Page): Promise<void> {
  await failingCode(page).waitFor()
  await page.locator(".monaco-editor .squiggly-error").first().waitFor()
}

/**
 * Opens the menu of the light bulb beside the failing value and does something with it.
 * The editor renews its actions when diagnostics come in; a menu that is open then may close or hold actions that no
 * longer run. So what had no effect is done again.
 */
export async function withActions(page: Page, work: (menu: Locator) => Promise<void>, tries = 3): Promise<void> {
  try {
    await work(await actionMenu(page))
  } catch (error) {
    if (tries === 1) throw error
    await page.keyboard.press("Escape")
    await withActions(page, work, tries - 1)
  }
}

async function actionMenu(page: Page): Promise<Locator> {
  await diagnosed(page)
  // The bulb comes when the cursor moves to the code, so it first goes where there is none.
  await page.locator(".monaco-editor .view-line", { hasText: "Device State" }).first().click()
  await failingCode(page).click()
  const bulb = page.locator(".monaco-editor .lightBulbWidget").first()
  await bulb.waitFor()
  // Not a click: to make sure of the place, that would scroll the editor and move the bulb away.
  await bulb.dispatchEvent("mousedown")
  return page.locator(".action-widget").first()
}
