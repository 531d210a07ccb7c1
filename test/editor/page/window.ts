import type { Locator, Page } from "../../../scripts/editor/browser.ts"

/** The code `0x80072ee2` of the failing value in the editor. */
export function failingCode(page: Page): Locator {
  const line = page.locator(".monaco-editor .view-line", { hasText: "0x80072ee2" }).first()
  return line.locator("span span", { hasText: "0x80072ee2" }).first()
}

/** Waits until the log stands in the window and the server has said what is wrong with it. */
export async function diagnosed(page: Page): Promise<void> {
  await failingCode(page).waitFor()
  await page.locator(".monaco-editor .squiggly-error").first().waitFor()
}

/** Does something again that had no effect: lines move, menus close and hovers go while the server's answers come in. */
export async function again<Result>(page: Page, work: () => Promise<Result>, tries = 3): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (tries === 1) throw error
    await page.keyboard.press("Escape")
    return again(page, work, tries - 1)
  }
}

/** The words of a line that has no findings and no actions; its middle is out of sight where another page stands beside. */
export function quietLine(page: Page): Locator {
  const line = page.locator(".monaco-editor .view-line", { hasText: "Device State" }).first()
  return line.locator("span > span", { hasText: "State" }).first()
}

/** Opens the menu of the light bulb beside the failing value. */
export async function actionMenu(page: Page): Promise<Locator> {
  await diagnosed(page)
  // The bulb comes when the cursor moves to the code, so it first goes elsewhere.
  await quietLine(page).click()
  await failingCode(page).click()
  const bulb = page.locator(".monaco-editor .lightBulbWidget").first()
  await bulb.waitFor()
  // Not a click: to make sure of the place, that would scroll the editor and move the bulb away.
  await bulb.dispatchEvent("mousedown")
  return page.locator(".action-widget").first()
}

/** Opens a file of the workspace folder in front. */
export async function openFile(page: Page, name: string): Promise<void> {
  const tab = page.locator(".tab.active", { hasText: name }).first()
  if (await tab.isVisible()) return
  await page.keyboard.press("Control+P")
  await chosen(page, name, name)
  await tab.waitFor()
}

/** Runs a command by the title that the command palette shows. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await palette(page)
  await chosen(page, `>${title}`, title)
}

/** Opens the command palette. The key does nothing before the window has its keyboard, nor while a page takes the focus. */
export async function palette(page: Page): Promise<void> {
  await page.locator(".monaco-workbench .statusbar-item").first().waitFor()
  await again(page, async () => {
    await page.keyboard.press("F1")
    await page.locator(".quick-input-widget input").first().waitFor({ timeout: 5000 })
  })
}

/** Types into the input at the top of the window and takes the first entry that holds a text. */
export async function chosen(page: Page, typed: string, entry: string): Promise<void> {
  await page.locator(".quick-input-widget input").first().fill(typed)
  await page.locator(".quick-input-list .monaco-list-row", { hasText: entry }).first().click()
}

/** Moves the cursor to a line, which scrolls it into sight. */
export async function goTo(page: Page, line: number): Promise<void> {
  await page.keyboard.press("Control+g")
  await page.locator(".quick-input-widget input").first().waitFor()
  await page.keyboard.type(`${line}`)
  await page
    .locator(".quick-input-list .monaco-list-row", { hasText: `${line}` })
    .first()
    .waitFor()
  await page.keyboard.press("Enter")
}

/** Follows a link of the editor: only while Ctrl is held does it become one, for which it is drawn anew. */
export async function follow(page: Page, link: Locator): Promise<void> {
  // The hover over another link may lie on this one.
  await page.keyboard.press("Escape")
  const box = await link.boundingBox()
  if (!box) throw new Error("the link is not in sight")
  const [x, y] = [box.x + 30, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.keyboard.down("Control")
  await page.mouse.move(x + 5, y)
  await page.locator(".monaco-editor .detected-link-active").first().waitFor()
  await page.mouse.click(x + 5, y)
  await page.keyboard.up("Control")
}
