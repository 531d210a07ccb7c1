import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { useTheme } from "./theme.ts"
import { again, diagnosed, goTo } from "./window.ts"

/** The report, as it looks in a theme of each kind. */
const THEMES = [
  ["Dark Modern", "dark_modern"],
  ["Light Modern", "light_modern"],
  ["Dark High Contrast", "hc_black"],
] as const

export const report: readonly Check[] = [
  {
    name: "a button shows the report beside the log, which follows the cursor and leads to lines",
    alone: true,
    run: async (page) => {
      await shown(page)
      await goTo(page, 20)
      await preview(page).locator(".flow li.failed[aria-current]", { hasText: "Discover" }).first().waitFor()
      await goTo(page, 5)
      await preview(page).locator("button.line", { hasText: "line 20" }).first().click()
      await page.locator(".statusbar-item", { hasText: "Ln 20" }).first().waitFor()
    },
  },
  ...THEMES.map(
    ([theme, id]): Check => ({
      name: `the report has the colors of ${theme}`,
      run: async (page) => {
        await useTheme(page, theme, id)
        await shown(page)
      },
    }),
  ),
]

async function shown(page: Page): Promise<void> {
  await page
    .locator(".tab", { hasText: /^dsregcmd-status\.txt/ })
    .first()
    .click()
  await diagnosed(page)
  await again(page, async () => {
    await page.locator(".editor-actions a[aria-label^='Show Report']").first().click()
    await page.locator(".tab", { hasText: "Report on dsregcmd-status.txt" }).first().waitFor()
    await preview(page).locator(".flow li.failed", { hasText: "Discover" }).first().waitFor()
  })
}
