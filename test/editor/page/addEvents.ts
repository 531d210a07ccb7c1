import type { Check } from "./checks.ts"
import { diagnosed, openFile, runCommand } from "./window.ts"

export const addEvents: Check = {
  name: "events of another document are read with the log",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    await openFile(page, "join-events.txt")
    await openFile(page, "dsregcmd-status.txt")
    await runCommand(page, "dsreg: Add Events to This Log")
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "join-events.txt" }).first().click()
    await page
      .locator(".tab.active", { hasText: /^Untitled-\d+/ })
      .first()
      .waitFor()
    await page.locator(".statusbar-item", { hasText: "2 events from line 29 on" }).first().waitFor()
    await page.locator(".monaco-editor .squiggly-error").first().waitFor()
  },
}
