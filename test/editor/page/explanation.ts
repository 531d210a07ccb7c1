import type { Check } from "./checks.ts"
import { actionMenu, again } from "./window.ts"

export const explanation: Check = {
  name: "the light bulb opens the explanation of the code",
  run: async (page) => {
    await again(page, async () => {
      const menu = await actionMenu(page)
      await menu.locator(".action", { hasText: "Explain 0x80072ee2" }).first().click()
      await page.locator(".tab.active", { hasText: "0x80072ee2" }).first().waitFor()
    })
    const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame")
    await preview.locator("body", { hasText: "SYSTEM" }).first().waitFor()
  },
}
