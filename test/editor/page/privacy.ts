import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { watched } from "./watch.ts"
import { again, diagnosed, failingCode, quietLine } from "./window.ts"

export const privacy: readonly Check[] = [
  {
    name: "a log that is opened, hovered, explained and reported asks nobody but the editor's own server",
    alone: true,
    run: async (page) => {
      const watch = watched(page)
      // From the start of the window, with all that it loads.
      await page.goto(page.url())
      await diagnosed(page)
      await again(page, async () => {
        await page.locator(".editor-actions a[aria-label^='Show Report']").first().click()
        await preview(page).locator(".flow li.failed", { hasText: "Discover" }).first().waitFor()
      })
      await again(page, async () => {
        await quietLine(page).hover()
        await failingCode(page).hover()
        await page.locator(".monaco-hover a", { hasText: "Explain here" }).first().click()
        await page.locator(".tab.active", { hasText: "0x80072ee2" }).first().waitFor()
      })
      await preview(page).locator("h1", { hasText: "0x80072ee2" }).first().waitFor()
      await watch.check()
    },
  },
]
