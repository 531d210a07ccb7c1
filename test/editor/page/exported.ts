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
    for (const [index, { path, beside, why }] of PLACES.entries()) {
      if (index > 0) await told(page).locator(".monaco-button", { hasText: "Save Elsewhere" }).first().click()
      await suggested(page, "dsregcmd-status.report.csv")
      await saveAs(page, path, beside)
      await again(page, async () => {
        await runCommand(page, "Notifications: Show Notifications")
        await told(page).filter({ hasText: why }).first().waitFor({ timeout: 5000 })
      })
    }
  },
}

/** Places that cannot be written, what the list of their folder holds, and what is said then. */
const PLACES = [
  { path: "/proc/dsreg-report.csv", beside: /^\d+$/, why: "its folder is not there. Choose another place." },
  { path: "/sys/dsreg-report.csv", beside: /^kernel$/, why: "nothing may be written there. Choose another place." },
] as const

/** What the window says of them. */
function told(page: Page) {
  return page.locator(".notifications-center .notification-list-item", { hasText: "dsreg-report.csv is not saved" })
}

/** Answers the window's question where to save. */
async function saveAs(page: Page, path: string, beside: RegExp): Promise<void> {
  await page.locator(".quick-input-widget input").first().fill(path)
  // The folder is read before a key counts.
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: beside }).first().waitFor()
  // While it is driven by a test, the window keeps what it is told to itself.
  await page.keyboard.press("Enter")
}

/** Waits until the window asks where to save, and proposes a name; before that, the input is that of the list. */
async function suggested(page: Page, name: string): Promise<void> {
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "closed" }).first().waitFor()
  const value = await page.locator(".quick-input-widget input").first().inputValue()
  if (!value.endsWith(`/${name}`)) throw new Error(`the name proposed is ${value}`)
}
