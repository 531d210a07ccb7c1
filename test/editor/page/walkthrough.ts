import type { Locator, Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { useTheme } from "./theme.ts"
import { again, chosen, runCommand } from "./window.ts"

/** The steps, and a text that stands in the picture of each and in no other. */
const STEPS: readonly (readonly [title: string, inPicture: string])[] = [
  ["Open a saved log", "status.dsreg"],
  ["Read what fails, and why", "no answer in time"],
  ["Know the colors", "says nothing here"],
  ["Look up any code", "0x80072ee2  WININET_E_TIMEOUT"],
  ["Read a folder of logs", "PROBLEMS"],
]

/** In each theme the steps up to another one, which then stands on the screenshot. */
const THEMES: readonly (readonly [theme: string, id: string, last: number])[] = [
  ["Light Modern", "light_modern", 2],
  ["Dark Modern", "dark_modern", 5],
]

export const walkthrough: readonly Check[] = THEMES.map(([theme, id, last], index) => ({
  name: `the walkthrough has its steps and pictures in ${theme}`,
  // Beside another group of editors there is no room for pictures, and VS Code hides them.
  ...(index === 0 && { alone: true as const }),
  run: async (page: Page) => {
    await page.locator(".tab.active").first().waitFor()
    await again(page, () => useTheme(page, theme, id))
    const steps = await openedSteps(page, "Understand a dsregcmd log")
    const count = await steps.count()
    if (count !== STEPS.length) throw new Error(`the walkthrough has ${count} steps`)
    for (const [title, inPicture] of STEPS.slice(0, last)) {
      await steps.filter({ hasText: title }).first().click()
      await picture(page).locator("svg text", { hasText: inPicture }).first().waitFor()
    }
  },
}))

/** Opens the walkthrough by its title, in a window that is wide enough for its pictures; the answer is its steps. */
export async function openedSteps(page: Page, title: string): Promise<Locator> {
  await again(page, async () => {
    await runCommand(page, "Welcome: Open Walkthrough...")
    await chosen(page, title, title)
    await page.locator(".gettingStartedContainer .category-title", { hasText: title }).last().waitFor({ timeout: 5000 })
  })
  const sideBar = page.locator(".part.sidebar .explorer-folders-view").first()
  if (await sideBar.isVisible()) await page.keyboard.press("Control+b")
  await picture(page).locator("svg text").first().waitFor()
  return page.locator(".gettingStartedContainer .getting-started-step")
}

function picture(page: Page) {
  return page.frameLocator(".getting-started-media iframe.webview.ready").frameLocator("#active-frame")
}
