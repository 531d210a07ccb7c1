import type { Check } from "./checks.ts"

export const problems: Check = {
  name: "the Problems panel links the code",
  run: async (page) => {
    await page.keyboard.press("Control+Shift+M")
    const link = page.locator(".markers-panel a.code-link, .markers-panel .marker-code a", { hasText: "0x80072ee2" })
    await link.first().waitFor()
  },
}
