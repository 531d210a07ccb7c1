import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { explained, preview } from "./preview.ts"
import { again, palette } from "./window.ts"

export const reload: Check = {
  name: "a page is there again after a reload of the window",
  alone: true,
  run: async (page) => {
    await page.goto(withoutFile(page.url()))
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "dsregcmd-status.txt" }).first().click()
    await explained(page)
    await preview(page).locator("body", { hasText: "SYSTEM" }).first().waitFor()
    await reloaded(page)
    // The window, its extensions and the server start anew.
    await again(page, () => preview(page).locator("body", { hasText: "SYSTEM" }).first().waitFor())
  },
}

/** Loads the window anew by the command for that. */
export async function reloaded(page: Page): Promise<void> {
  await palette(page)
  await page.keyboard.type("Developer: Reload Window")
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Reload Window" }).first().click()
}

/** The address of the same window that opens no file of its own accord, for then it restores what was open. */
export function withoutFile(address: string): string {
  const url = new URL(address)
  const payload: [string, string][] = JSON.parse(url.searchParams.get("payload") ?? "[]")
  url.searchParams.set("payload", JSON.stringify(payload.filter(([key]) => key !== "openFile")))
  return url.href
}
