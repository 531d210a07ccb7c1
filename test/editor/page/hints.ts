import type { Check } from "./checks.ts"
import { diagnosed } from "./window.ts"

export const hints: Check = {
  name: "hints and lenses stand beside what they speak of",
  run: async (page) => {
    await diagnosed(page)
    const line = page.locator(".monaco-editor .view-line", { hasText: "DRS Discovery Test" }).first()
    await line.locator("span", { hasText: "network time-out · WININET_E_TIMEOUT" }).first().waitFor()
    await page
      .locator(".monaco-editor .view-line", { hasText: /43\smin\searlier/ })
      .first()
      .waitFor()
    await page.locator(".codelens-decoration a", { hasText: "Explain" }).first().waitFor()
  },
}
