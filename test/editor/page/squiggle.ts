import type { Check } from "./checks.ts"
import { failingValue } from "./window.ts"

export const squiggle: Check = {
  name: "a squiggle under the failing value",
  run: async (page) => {
    await failingValue(page).waitFor()
    await page.locator(".monaco-editor .squiggly-error").first().waitFor()
  },
}
