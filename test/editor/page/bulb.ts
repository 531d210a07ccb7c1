import type { Check } from "./checks.ts"
import { failingCode } from "./window.ts"

export const bulb: Check = {
  name: "the light bulb offers the documentation",
  run: async (page) => {
    await failingCode(page).click()
    await page
      .locator(".monaco-editor .codicon-light-bulb, .monaco-editor [class*=codicon-lightbulb]")
      .first()
      .waitFor()
    await page.keyboard.press("Control+.")
    await page
      .locator(".action-widget .action", { hasText: /Open documentation of 0x80072ee2/ })
      .first()
      .waitFor()
  },
}
