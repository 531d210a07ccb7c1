import type { Check } from "./checks.ts"
import { explained, preview } from "./preview.ts"

export const reload: Check = {
  name: "a page is there again after a reload of the window",
  run: async (page) => {
    await explained(page)
    await preview(page).locator("body", { hasText: "SYSTEM" }).first().waitFor()
    await page.goto(withoutFile(page.url()))
    await page.locator(".tab.active", { hasText: "0x80072ee2" }).first().waitFor()
    await preview(page).locator("body", { hasText: "SYSTEM" }).first().waitFor()
  },
}

/** The address of the same window that opens no file of its own accord, for then it restores what was open. */
function withoutFile(address: string): string {
  const url = new URL(address)
  const payload: [string, string][] = JSON.parse(url.searchParams.get("payload") ?? "[]")
  url.searchParams.set("payload", JSON.stringify(payload.filter(([key]) => key !== "openFile")))
  return url.href
}
