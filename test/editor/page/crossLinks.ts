import type { Check } from "./checks.ts"
import { explained, preview } from "./preview.ts"

export const crossLinks: Check = {
  name: "the links of a page lead to other pages in the preview",
  alone: true,
  run: async (page) => {
    await explained(page)
    await preview(page).locator("a", { hasText: "drs-discovery-failed" }).first().click()
    await page.locator(".tab.active", { hasText: "drs-discovery-failed" }).first().waitFor()
    await preview(page).locator("pre", { hasText: "DRS Discovery Test : FAIL" }).first().waitFor()
    // A name with blanks in it.
    await preview(page).locator("li a", { hasText: "DRS Discovery Test" }).first().click()
    await page.locator(".tab.active", { hasText: "DRS Discovery Test" }).first().waitFor()
    await preview(page).locator("h1", { hasText: "DRS Discovery Test" }).first().waitFor()
  },
}
