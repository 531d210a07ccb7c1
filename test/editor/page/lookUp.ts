import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { again, diagnosed, failingCode, palette } from "./window.ts"

/** What a person types, and what then has to stand first in the list. */
const FIRST: readonly (readonly [typed: string, first: RegExp])[] = [
  ["-2147012894", /^-2147012894: 0x80072ee2/],
  ["2147954402", /^2147954402: 0x80072ee2/],
  ["50126", /^50126: AADSTS50126/],
  ["0x80072EE2", /^0x80072ee2/],
  ["timeout", /time-?out/i],
  ["0x8099abcd", /^0x8099abcd/],
  // The last one stands on the picture.
  ["12002", /^12002: 0x80072ee2/],
]

export const lookUp: Check = {
  name: "a code is looked up by any of its numbers",
  run: async (page) => {
    await diagnosed(page)
    await failingCode(page).click()
    await again(page, () => openList(page))
    const input = page.locator(".quick-input-widget input[type=text]").first()
    if ((await input.inputValue()) !== "0x80072ee2") throw new Error("the code under the cursor is not the first guess")
    for (const [typed, wanted] of FIRST) {
      await input.fill(typed)
      await page.locator(".quick-input-list .monaco-list-row").first().filter({ hasText: wanted }).waitFor()
    }
  },
}

async function openList(page: Page): Promise<void> {
  await palette(page)
  await page.keyboard.type("dsreg: Look Up a Code")
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Look Up a Code" }).first().waitFor()
  await page.keyboard.press("Enter")
  await page.locator(".quick-input-title", { hasText: "Look Up a Code" }).first().waitFor({ timeout: 5000 })
}
