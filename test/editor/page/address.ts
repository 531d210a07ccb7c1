import type { Check } from "./checks.ts"
import { again, follow, goTo, openFile } from "./window.ts"

/** `WamDefaultId` in the healthy log: nobody's page, and so not ours to open. */
const LINE = 50

export const address: Check = {
  name: "an address of a log is copied, not opened",
  run: async (page) => {
    let opened = 0
    page.on("popup", () => opened++)
    await openFile(page, "healthy-hybrid.dsreg")
    await goTo(page, LINE)
    const line = page.locator(".monaco-editor .view-line", { hasText: "WamDefaultId" }).first()
    const link = line.locator(".detected-link", { hasText: "login.microsoft.com" }).first()
    await again(page, async () => {
      await link.hover()
      await page
        .locator(".monaco-hover", { hasText: "Copy this address. It stands in the log and is not opened" })
        .first()
        .waitFor()
      await page.keyboard.press("Escape")
      await follow(page, link)
      await page.locator(".statusbar-item", { hasText: "Copied to the clipboard" }).first().waitFor()
    })
    const asked = await page.locator(".monaco-dialog-box").count()
    if (opened + asked > 0) throw new Error("the address was opened, or the editor asked whether to open it")
  },
}
