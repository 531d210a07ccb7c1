import type { Check } from "./checks.ts"
import { actionMenu, again } from "./window.ts"

export const bulb: Check = {
  name: "the light bulb offers the documentation",
  run: (page) =>
    again(page, async () => {
      const menu = await actionMenu(page)
      await menu.locator(".action", { hasText: "Open documentation of 0x80072ee2" }).first().waitFor()
    }),
}
