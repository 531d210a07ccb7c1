import type { Check } from "./checks.ts"
import { again, diagnosed, openFile, runCommand } from "./window.ts"

export const fences: Check = {
  name: "a fence in Markdown is read as a log on a click",
  alone: true,
  run: async (page) => {
    await diagnosed(page)
    await openFile(page, "ticket.md")
    await page.locator(".codelens-decoration a", { hasText: "Read as dsregcmd Log" }).first().click()
    await page.locator(".tab.active", { hasText: "Untitled-1" }).first().waitFor()
    await diagnosed(page)
  },
}

export const markdown: Check = {
  name: "logs in Markdown are colored in the editor and in the preview",
  run: async (page) => {
    await again(page, async () => {
      await openFile(page, "ticket.md")
      for (const [line, piece] of [
        ["DRS\u00a0Discovery\u00a0Test", "0x80072ee2"],
        ["DeviceId", "4e2f9b71-6a08-4d3c-9c55-b1d07e83f2a6"],
        ["AzureAdPrt", "NO"],
      ] as const) {
        // A piece of its own in the line is one of another color.
        const text = page.locator(".monaco-editor .view-line", { hasText: line }).first()
        await text
          .locator("span > span", { hasText: new RegExp(`^${piece}$`) })
          .first()
          .waitFor()
      }
    })
    await again(page, async () => {
      await runCommand(page, "Markdown: Open Preview to the Side")
      const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame")
      for (const [color, text] of [
        ["hljs-number", "0x80072ee2"],
        ["hljs-variable", "4e2f9b71-6a08-4d3c-9c55-b1d07e83f2a6"],
        ["hljs-name", "AzureAdPrt"],
        ["dsreg-failing", "FAIL"],
      ] as const) {
        await preview.locator(`code .${color}`, { hasText: text }).first().waitFor()
      }
    })
  },
}
