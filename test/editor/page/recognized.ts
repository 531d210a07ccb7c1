import type { Check } from "./checks.ts"
import { diagnosed, openFile } from "./window.ts"

export const recognized: Check = {
  name: "a log of another name is read at once, and the status bar says so",
  alone: true,
  run: async (page) => {
    await openFile(page, "notes.txt")
    await diagnosed(page)
    await page.locator(".statusbar-item", { hasText: "Recognized as dsregcmd log" }).first().waitFor()
  },
}
