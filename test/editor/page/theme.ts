import type { Page } from "../../../scripts/editor/browser.ts"
import { chosen, runCommand } from "./window.ts"

/** Gives the window a theme: by its name in the menu, and by what the window's class then calls it. */
export async function useTheme(page: Page, theme: string, id: string): Promise<void> {
  const window = page.locator(`.monaco-workbench[class*="themes-${id}-json"]`).first()
  if (await window.isVisible()) return
  await runCommand(page, "Preferences: Color Theme")
  await chosen(page, theme, theme)
  await window.waitFor()
}
