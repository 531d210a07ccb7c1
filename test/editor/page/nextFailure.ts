import type { Check } from "./checks.ts"
import { diagnosed, quietLine } from "./window.ts"

export const nextFailure: Check = {
  name: "a key goes to the next failure and says what it is",
  run: async (page) => {
    await diagnosed(page)
    await quietLine(page).click()
    await page.keyboard.press("Control+F8")
    await page
      .locator(".statusbar-item", { hasText: "Discovery failed: network time-out (0x80072ee2) (1 of 1)" })
      .waitFor()
    await page.locator(".statusbar-item", { hasText: "Ln 20" }).first().waitFor()
  },
}
