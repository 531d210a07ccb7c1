import type { Check } from "./checks.ts"

export const problems: Check = {
  name: "the Problems panel links the code to its documentation",
  run: async (page) => {
    await page.locator(".statusbar-item[id='status.problems'] a").first().click()
    const link = page.locator(".markers-panel a", { hasText: "0x80072ee2" }).first()
    await link.waitFor()
    const target = (await link.getAttribute("href")) ?? (await link.getAttribute("title"))
    if (!target?.startsWith("https://learn.microsoft.com/")) throw new Error(`the link leads to ${target}`)
  },
}
