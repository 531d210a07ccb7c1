import type { Page } from "../../../scripts/editor/browser.ts"
import { until } from "../support/until.ts"
import type { Check } from "./checks.ts"
import { useTheme } from "./theme.ts"
import { again, openFile } from "./window.ts"

/** The themes that VS Code begins with: their names in the menu, and what the window's class calls them. */
const THEMES: readonly (readonly [string, string])[] = [
  ["Light Modern", "light_modern"],
  ["Dark Modern", "dark_modern"],
  ["Light 2026", "2026-light"],
  ["Dark 2026", "2026-dark"],
  ["Light High Contrast", "hc_light"],
  ["Dark High Contrast", "hc_black"],
]

/**
 * A value in `colors.dsreg` for each meaning, and for a text that has none, each with the contrast to its background that it
 * needs to be read.
 */
const VALUES: Readonly<Record<string, { readonly line: string; readonly value: string; readonly contrast: number }>> = {
  healthy: { line: "TpmProtected", value: "YES", contrast: 4.5 },
  failing: { line: "AzureAdPrt\u00a0:", value: "NO", contrast: 4.5 },
  consequence: { line: "WamDefaultSet", value: "NO", contrast: 4.5 },
  notApplicable: { line: "Virtual\u00a0Desktop", value: "NOT", contrast: 3 },
  identifier: { line: "DeviceId", value: "4e2f9b71-6a08-4d3c-9c55-b1d07e83f2a6", contrast: 4.5 },
  text: { line: "DomainName", value: "TAILSPIN", contrast: 4.5 },
}

/** How much the three parts of two colors must differ together, so that nobody takes one for the other. */
const DIFFERENT = 60

/** One check a theme, so that there is a picture of each. */
export const colors: readonly Check[] = THEMES.map(([theme, id]) => ({
  name: `values can be read and told apart in ${theme}`,
  run: (page: Page) =>
    again(page, async () => {
      await openFile(page, "colors.dsreg")
      await useTheme(page, theme, id)
      let fault: string | undefined
      // The colors by meaning come behind those by grammar, which know no meaning.
      await until("the colors", async () => {
        fault = await faultIn(page)
        return fault === undefined ? true : undefined
      }).catch((error: Error) => {
        throw fault ? new Error(fault) : error
      })
    }),
}))

/** What is wrong with the colors as they are now. */
async function faultIn(page: Page): Promise<string | undefined> {
  const background = await page
    .locator(".monaco-editor-background")
    .first()
    .evaluate((element: Element) => getComputedStyle(element).backgroundColor)
  const seen = new Map<string, string>()
  // `Dark High Contrast` and its light one promise more than the others.
  const least = (await page.locator(".monaco-workbench.hc-black, .monaco-workbench.hc-light").count()) > 0 ? 7 : 0
  for (const [meaning, { line, value, contrast }] of Object.entries(VALUES)) {
    const color = await colorOf(page, line, value)
    const ratio = contrastOf(color, background)
    const same = [...seen.keys()].find((other) => differenceOf(color, other) < DIFFERENT)
    if (ratio < Math.max(contrast, least))
      return `${meaning} has a contrast of ${ratio.toFixed(1)}: ${color} on ${background}`
    if (same) return `${meaning} looks like ${seen.get(same)}: ${color} and ${same}`
    seen.set(color, meaning)
  }
  const other = await colorOf(page, "WorkplaceJoined", "NO")
  return seen.get(other) === "healthy" ? undefined : `a healthy NO looks otherwise than a healthy YES: ${other}`
}

function colorOf(page: Page, line: string, value: string): Promise<string> {
  const text = page.locator(".monaco-editor .view-line", { hasText: line }).first()
  const piece = text.locator("span > span", { hasText: value }).last()
  return piece.evaluate((element: Element) => getComputedStyle(element).color)
}

function differenceOf(one: string, other: string): number {
  const parts = partsOf(other)
  return partsOf(one).reduce((sum, part, index) => sum + Math.abs(part - (parts[index] ?? 0)), 0)
}

/** Of `rgb(30, 30, 30)`. */
function partsOf(color: string): number[] {
  return Array.from(color.matchAll(/[\d.]+/g), ([part]) => Number(part))
}

/** How much two colors differ in lightness, from 1 to 21, as the accessibility guidelines (WCAG 2) reckon it. */
function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(color).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
