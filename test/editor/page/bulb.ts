import type { Check } from "./checks.ts"
import { withActions } from "./window.ts"

export const bulb: Check = {
  name: "the light bulb offers the documentation",
  run: (page) =>
    withActions(page, (menu) =>
      menu.locator(".action", { hasText: "Open documentation of 0x80072ee2" }).first().waitFor(),
    ),
}
