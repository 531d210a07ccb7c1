import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { reloaded, withoutFile } from "./reload.ts"
import { useTheme } from "./theme.ts"
import { again, diagnosed, goTo } from "./window.ts"

/** The report, as it looks in a theme of each kind. */
const THEMES = [
  ["Dark Modern", "dark_modern"],
  ["Light Modern", "light_modern"],
  ["Dark High Contrast", "hc_black"],
  ["Light High Contrast", "hc_light"],
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
  {
    name: "the verdict in the status bar leads to the report",
    alone: true,
    run: async (page) => {
      await diagnosed(page)
      await again(page, async () => {
        await page.locator(".statusbar-item[id$='dsreg.verdict'] a").first().click()
        await reported(page)
      })
    },
  },
  {
    name: "a lens above the log leads to the report",
    alone: true,
    run: async (page) => {
      await diagnosed(page)
      await page
        .locator(".codelens-decoration a", { hasText: /^Report$/ })
        .first()
        .click()
      await reported(page)
    },
  },
  {
    name: "the report is there again after a reload of the window, with the steps that are done",
    alone: true,
    run: async (page) => {
      await page.goto(withoutFile(page.url()))
      await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "dsregcmd-status.txt" }).first().click()
      await shown(page)
      await preview(page).locator(".steps input").first().click()
      await reloaded(page)
      await again(page, async () => {
        await reported(page)
        await preview(page).locator(".steps li input:checked").first().waitFor()
      })
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
    await reported(page)
  })
}

async function reported(page: Page): Promise<void> {
  await page.locator(".tab", { hasText: "Report on dsregcmd-status.txt" }).first().waitFor()
  await preview(page).locator(".flow li.failed", { hasText: "Discover" }).first().waitFor()
}
