import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { again, diagnosed, failingCode, quietLine } from "./window.ts"

export const hoverLink: Check = {
  name: "a hover leads to the page of the code",
  alone: true,
  run: async (page) => {
    await again(page, async () => {
      await diagnosed(page)
      await quietLine(page).hover()
      await failingCode(page).hover()
      await page.locator(".monaco-hover a", { hasText: "Explain here" }).first().click()
      await page.locator(".tab.active", { hasText: "0x80072ee2" }).first().waitFor()
    })
    await preview(page).locator("h1", { hasText: "0x80072ee2" }).first().waitFor()
  },
}
