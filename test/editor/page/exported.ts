import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { again, chosen, diagnosed, runCommand } from "./window.ts"

export const exported: Check = {
  name: "a report is exported in a form that is chosen, and a place that cannot be written says why",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    await again(page, () => runCommand(page, "dsreg: Export the Report"))
    await chosen(page, "CSV", "CSV")
    await suggested(page, "dsregcmd-status.report.csv")
    await page.locator(".quick-input-widget input").first().fill("/proc/dsreg-report.csv")
    // The folder is read before a key counts.
    await page.locator(".quick-input-widget .monaco-list-row", { hasText: /^\d+$/ }).first().waitFor()
    await page.keyboard.press("Enter")
    // While it is driven by a test, the window keeps what it is told to itself.
    const said = page.locator(".notifications-center .notification-list-item", {
      hasText: "dsreg-report.csv is not saved",
    })
    await again(page, async () => {
      await runCommand(page, "Notifications: Show Notifications")
      await said.first().waitFor({ timeout: 5000 })
    })
    await said.locator(".monaco-button", { hasText: "Save Elsewhere" }).first().waitFor()
  },
}

/** Waits until the window asks where to save, and proposes a name; before that, the input is that of the list. */
async function suggested(page: Page, name: string): Promise<void> {
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "closed" }).first().waitFor()
  const value = await page.locator(".quick-input-widget input").first().inputValue()
  if (!value.endsWith(`/${name}`)) throw new Error(`the name proposed is ${value}`)
}
