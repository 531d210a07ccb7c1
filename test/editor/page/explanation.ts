import type { Check } from "./checks.ts"
import { explained, preview } from "./preview.ts"

export const explanation: Check = {
  name: "the light bulb opens the explanation of the code",
  run: async (page) => {
    await explained(page)
    await preview(page).locator("body", { hasText: "SYSTEM" }).first().waitFor()
  },
}
