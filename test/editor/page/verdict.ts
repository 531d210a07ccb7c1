import type { Check } from "./checks.ts"
import { again, diagnosed } from "./window.ts"

export const verdict: Check = {
  name: "the status beside the language says the verdict",
  run: async (page) => {
    await diagnosed(page)
    await again(page, async () => {
      await page.locator(".statusbar-item[id='status.languageStatus'] a").first().hover()
      await page
        .locator(".hover-language-status", { hasText: "Discovery failed: network time-out (0x80072ee2)" })
        .first()
        .waitFor({ timeout: 5000 })
    })
  },
}
