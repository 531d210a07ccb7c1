import type { Locator, Page } from "../../../scripts/editor/browser.ts"

/** The value `FAIL [0x801c0021/0x80072ee2]` in the editor. */
export function failingValue(page: Page): Locator {
  return page.locator(".monaco-editor .view-line", { hasText: "0x80072ee2" }).first()
}

/** The code `0x80072ee2` in the editor: a token of its own when the grammar colors it, else the end of the value. */
export function failingCode(page: Page): Locator {
  return failingValue(page).locator("span span", { hasText: "0x80072ee2" }).first()
}
