import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { again, chosen, diagnosed, runCommand } from "./window.ts"

export const exported: Check = {
  name: "a report is exported in a form that is chosen, and a place that cannot be written says why",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    await exportTo(page, "CSV", "/proc/dsreg-report.csv")
    await page
      .locator(".notifications-toasts .notification-list-item", { hasText: "dsreg-report.csv is not saved" })
      .first()
      .waitFor()
    await page.locator(".notifications-toasts .monaco-button", { hasText: "Save Elsewhere" }).first().waitFor()
  },
}

async function exportTo(page: Page, form: string, path: string): Promise<void> {
  await again(page, () => runCommand(page, "dsreg: Export the Report"))
  await chosen(page, form, form)
  const name = page.locator(".quick-input-widget input").first()
  await name.waitFor()
  await name.fill(path)
  await page.keyboard.press("Enter")
}
