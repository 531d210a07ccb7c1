import type { Check } from "./checks.ts"
import { diagnosed } from "./window.ts"

export const verdict: Check = {
  name: "the status bar says what the log comes to",
  run: async (page) => {
    await diagnosed(page)
    await page
      .locator(".statusbar-item[id$='dsreg.verdict']", { hasText: "Discovery failed: network time-out (0x80072ee2)" })
      .first()
      .waitFor()
  },
}
