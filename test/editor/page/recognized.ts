import type { Check } from "./checks.ts"
import { again, diagnosed, openFile } from "./window.ts"

export const recognized: Check = {
  name: "a log of another name is read at once, and the status bar says so",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    await again(page, () => openFile(page, "notes.txt"))
    await page.locator(".statusbar-item", { hasText: "Recognized as dsregcmd log" }).first().waitFor()
  },
}
