import type { Page } from "../../../scripts/editor/browser.ts"
import { until } from "../support/until.ts"
import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { killedServers, killServers, servers } from "./processes.ts"
import { again, diagnosed, goTo, quietLine, runCommand } from "./window.ts"

/** The end of a server that is one too many, all within a few minutes. */
const LAST = 5

export const serverEnds: readonly Check[] = [
  {
    name: "a server that is killed is started again, and nothing is lost",
    leg: "A",
    alone: true,
    run: async (page) => {
      await diagnosed(page)
      await again(page, async () => {
        await page.locator(".editor-actions a[aria-label^='Show Report']").first().click()
        await discovery(page).waitFor()
      })
      await again(page, () => closedLogIsThere(page))
      await killedServers(page)
      // Only a server that has read the log again follows an edit, in the report too; what the old one said is gone then.
      await quietLine(page).click()
      await goTo(page, 20)
      await page.keyboard.press("Control+Shift+K")
      await discovery(page).waitFor({ state: "detached" })
      await page.keyboard.press("Control+z")
      await discovery(page).waitFor()
      await diagnosed(page)
      await page.locator(".codelens-decoration a", { hasText: "Explain" }).first().waitFor()
      await page.locator(".statusbar-item[id$='dsreg.verdict']", { hasText: "Discovery failed" }).first().waitFor()
      await closedLogIsThere(page)
    },
  },
  {
    name: "a server that ends again and again is given up in one message that has a remedy",
    leg: "A",
    alone: true,
    run: async (page) => {
      await diagnosed(page)
      for (let end = 1; end < LAST; end++) {
        // Without a text there are no findings, so those that come with it are the new server's.
        await quietLine(page).click()
        await page.keyboard.press("Control+a")
        await page.keyboard.press("Delete")
        await page.locator(".monaco-editor .squiggly-error").first().waitFor({ state: "detached" })
        await killedServers(page)
        await page.keyboard.press("Control+z")
        await diagnosed(page)
      }
      killServers(page)
      const said = page.locator(".notifications-center .notification-list-item", { hasText: "server" })
      await again(page, async () => {
        await runCommand(page, "Notifications: Show Notifications")
        await said
          .filter({ hasText: "does not run: it ended several times in a row. Logs keep their colors" })
          .waitFor()
      })
      if ((await said.count()) !== 1) throw new Error(`${await said.count()} messages`)
      if (servers(page).length > 0) throw new Error("a server runs")
      if ((await page.locator(".monaco-editor .squiggly-error").count()) > 0) throw new Error("findings of no server")
      // Nor may a command take no answer for a log in which nothing fails.
      await page.keyboard.press("Escape")
      await runCommand(page, "Notifications: Clear All Notifications")
      await quietLine(page).click()
      await runCommand(page, "dsreg: Go to Next Failure")
      await again(page, async () => {
        await runCommand(page, "Notifications: Show Notifications")
        await said.filter({ hasText: "does not run: it ended several times in a row" }).waitFor({ timeout: 5000 })
      })
      if ((await page.locator(".statusbar-item", { hasText: "No failing place" }).count()) > 0)
        throw new Error("the log looks healthy")
      // The grammar knows a code by itself.
      const line = page.locator(".monaco-editor .view-line", { hasText: "DRS\u00a0Discovery\u00a0Test" }).first()
      await line
        .locator("span > span", { hasText: /^0x80072ee2$/ })
        .first()
        .waitFor()
      await said.locator(".monaco-button", { hasText: "Restart Server" }).first().click()
      await until("a new server", () => servers(page)[0])
      await diagnosed(page)
    },
  },
]

/** The failed stage in the report. */
function discovery(page: Page) {
  return preview(page).locator(".flow li.failed", { hasText: "Discover" }).first()
}

/** A log that nobody opened stands in the explorer, by its cause. */
async function closedLogIsThere(page: Page): Promise<void> {
  const header = page.locator(".pane-header", { hasText: "dsregcmd Logs by Cause" }).first()
  const pane = page.locator(".pane", { hasText: "dsregcmd Logs by Cause" }).last()
  const cause = pane.locator(".monaco-list-row", { hasText: "Discovery failed: network time-out" }).first()
  if (!(await cause.isVisible())) await header.click()
  await cause.waitFor()
  const log = pane.locator(".monaco-list-row", { hasText: "lab-pc-12.dsreg" }).first()
  if (!(await log.isVisible())) await cause.click()
  await log.waitFor()
}
