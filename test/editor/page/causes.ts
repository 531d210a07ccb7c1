import type { Check } from "./checks.ts"
import { again, diagnosed } from "./window.ts"

export const causes: Check = {
  name: "the explorer has the logs by cause, and one opens at its line",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    const header = page.locator(".pane-header", { hasText: "dsregcmd Logs by Cause" }).first()
    const pane = page.locator(".pane", { hasText: "dsregcmd Logs by Cause" }).last()
    const cause = pane.locator(".monaco-list-row", { hasText: "Discovery failed: network time-out" }).first()
    const log = pane.locator(".monaco-list-row", { hasText: "dsregcmd-status.txt" }).first()
    await again(page, async () => {
      if (!(await cause.isVisible())) await header.click()
      await cause.waitFor()
      if (!(await log.isVisible())) await cause.click()
      await log.click()
      await page.locator(".statusbar-item", { hasText: "Ln 20" }).first().waitFor()
    })
  },
}
