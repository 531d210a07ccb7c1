import type { Check } from "./checks.ts"
import { again, diagnosed, failingCode, quietLine } from "./window.ts"

export const hover: Check = {
  name: "a hover over the code says what it means",
  run: async (page) => {
    await diagnosed(page)
    const text = await again(page, async () => {
      await quietLine(page).hover()
      await failingCode(page).hover()
      const widget = page.locator(".monaco-hover", { hasText: "SYSTEM" }).first()
      await widget.waitFor()
      return widget.innerText()
    })
    if (!/0x80072ee2/.test(text)) throw new Error(`the hover does not name the code: ${text}`)
    if (!/time-?out|timed out/i.test(text)) throw new Error(`the hover does not speak of a time-out: ${text}`)
  },
}
