import type { Check } from "./checks.ts"
import { actionMenu } from "./window.ts"

export const bulb: Check = {
  name: "the light bulb offers the documentation",
  run: async (page) => {
    const menu = await actionMenu(page)
    await menu.locator(".action", { hasText: "Open documentation of 0x80072ee2" }).first().waitFor()
  },
}
