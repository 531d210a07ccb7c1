import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { again, diagnosed, openFile, runCommand } from "./window.ts"

export const redacted: Check = {
  name: "a redacted log stands beside its original",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    await runCommand(page, "dsreg: Preview Redacted Log")
    await page.locator(".tab.active", { hasText: "original and redacted" }).first().waitFor()
    await page.locator(".monaco-diff-editor .view-line", { hasText: "PC-1.domain-2.example" }).first().waitFor()
    await page.locator(".editor-actions a[aria-label^='Copy Redacted Log']").first().waitFor()
  },
}

export const compared: Check = {
  name: "two logs stand beside each other with what got better and worse",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    await openFile(page, "two-captures.dsreg")
    // The palette has the command only once the window knows the language of the file in front.
    await again(page, () => runCommand(page, "dsreg: Compare with Another Log"))
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "The two logs of this file" }).first().click()
    await page.locator(".tab", { hasText: "It got worse: the two logs of two-captures.dsreg" }).first().waitFor()
    await page.locator(".monaco-diff-editor .view-line").first().waitFor()
    // The summary comes last, below the logs.
    await page.locator(".tab.active", { hasText: "Preview" }).first().waitFor()
    await preview(page).locator("strong", { hasText: "It got worse" }).first().waitFor()
    await page.locator(".monaco-diff-editor .view-line").first().waitFor()
  },
}
