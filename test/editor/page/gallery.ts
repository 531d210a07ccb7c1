import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Locator, Page } from "../../../scripts/editor/browser.ts"
import { until } from "../support/until.ts"
import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { withoutFile } from "./reload.ts"
import { type Watch, watched } from "./watch.ts"
import { again, chosen, follow, runCommand } from "./window.ts"

/** Logs that are nothing but attacks. */
const GALLERY = join(process.cwd(), "test/gallery")
const LOGS = readdirSync(GALLERY).map((file) => file.replace(/\.dsreg$/, ""))

/** What the files are called behind their names: whoever sends a file names it. */
const NAMES = [
  "[evil](command:workbench.action.quit)",
  "<img src=x onerror=evil()>",
  "$(error) $(sync~spin)",
  "\u202egerd.evil\u202c",
  "`evil` **b** ![p](https:evil.example)",
]

/** Where a hover is asked for: in the value of the failed test, and in a message of a server. */
const PLACES = ["40:30", "45:30"]

/** One check a log, so that there is a picture of each. */
const opening: readonly Check[] = LOGS.map((log, index) => ({
  name: `an attack stays text: ${log}`,
  leg: "A",
  ...(index === 0 && { alone: true }),
  run: async (page: Page) => {
    const watch = await inGallery(page)
    await opened(page, log)
    await reported(page, log)
    for (const place of PLACES) harmless(`the hover at ${place}`, await contentsOf(await hoverAt(page, place)))
    harmless("the report", await contentsOf(preview(page).locator("body")))
    for (const shown of [".codelens-decoration a", ".statusbar-item[id$='dsreg.verdict']"])
      for (const text of await page.locator(shown).allInnerTexts())
        if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(text) || /evil/.test(text)) throw new Error(`not defused: ${text}`)
    await watch.check()
  },
}))

export const gallery: readonly Check[] = [
  ...opening,
  {
    name: "an attack stays text: the lists of a folder",
    leg: "A",
    run: async (page) => {
      const watch = await inGallery(page)
      await page.locator(".statusbar-item[id='status.problems'] a").first().click()
      const problems = page.locator(".markers-panel").first()
      await problems.locator(".monaco-list-row", { hasText: "0x80072ee2" }).first().waitFor()
      harmless("the list of problems", await contentsOf(problems.locator(".monaco-list-rows").first()))
      const causes = page.locator(".pane", { hasText: "dsregcmd Logs by Cause" }).last()
      const cause = causes.locator(".monaco-list-row[aria-level='2']", { hasText: `${LOGS.length} ×` }).first()
      await again(page, async () => {
        if (!(await cause.isVisible()))
          await page.locator(".pane-header", { hasText: "dsregcmd Logs by Cause" }).first().click()
        await cause.click()
        await causes.locator(".monaco-list-row", { hasText: "$(error) $(sync~spin)" }).first().waitFor()
      })
      harmless("the logs by cause", await contentsOf(causes.locator(".monaco-list-rows").first()))
      await watch.check()
    },
  },
  {
    name: "an attack stays text: a comparison, and links that are followed",
    leg: "A",
    alone: true,
    run: async (page) => {
      const watch = await inGallery(page)
      await opened(page, "html")
      // Only open logs are offered, and the next one would take the place of this one.
      await page.keyboard.press("Control+k")
      await page.keyboard.press("Enter")
      await opened(page, "markdown-links")
      await again(page, () => runCommand(page, "dsreg: Compare with Another Log"))
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "html" }).first().click()
      await page.locator(".tab.active", { hasText: "Preview" }).first().waitFor()
      await preview(page).locator("code", { hasText: "evil" }).first().waitFor()
      harmless("the comparison", await contentsOf(preview(page).locator("body")))
      // The address stands in the other log, and here in a word on this line.
      const line = page.locator(".monaco-diff-editor .editor.original .view-line", { hasText: "SettingsUrl" }).first()
      await line.waitFor()
      const word = page.locator(".monaco-hover .hover-contents", { hasText: "https://evil.example/p.png" }).first()
      await again(page, async () => {
        await line.locator("span > span", { hasText: "evil()" }).first().hover()
        await word.waitFor({ timeout: 5000 })
      })
      harmless("a word on a line that changed", await contentsOf(word))
      await opened(page, "markdown-links")
      const links = page.locator(".editor-group-container.active .view-line .detected-link", { hasText: "evil" })
      await links.first().waitFor()
      for (const link of (await links.all()).slice(0, 3)) await follow(page, link)
      if ((await page.locator(".monaco-dialog-box").count()) > 0)
        throw new Error("the editor asks whether to open a link")
      await watch.check()
    },
  },
]

/** The logs under their hostile names, until this process ends. */
let folder: string | undefined
function folderOfAttacks(): string {
  if (folder) return folder
  const made = mkdtempSync(join(tmpdir(), "dsreg-gallery-"))
  process.once("exit", () => rmSync(made, { recursive: true, force: true }))
  for (const [index, log] of LOGS.entries())
    copyFileSync(join(GALLERY, `${log}.dsreg`), join(made, `${log} ${NAMES[index % NAMES.length]}.dsreg`))
  folder = made
  return made
}

const watches = new WeakMap<Page, Watch>()

/** Brings the window to the folder of attacks, watched from then on. */
async function inGallery(page: Page): Promise<Watch> {
  const watch = watches.get(page) ?? watched(page)
  const url = new URL(withoutFile(page.url()))
  if (!watches.has(page)) {
    watches.set(page, watch)
    url.searchParams.set("folder", folderOfAttacks())
    await page.goto(url.href)
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor()
  }
  return watch
}

async function opened(page: Page, log: string): Promise<void> {
  await again(page, async () => {
    await page.keyboard.press("Control+P")
    await chosen(page, log, log)
    await page.locator(".tab.active", { hasText: log }).first().waitFor()
  })
}

/** The report follows the log in front. */
async function reported(page: Page, log: string): Promise<void> {
  const tab = page.locator(".tab", { hasText: `Report on ${log}` }).first()
  await again(page, async () => {
    if (!(await tab.isVisible())) await runCommand(page, "dsreg: Show Report")
    await tab.waitFor()
    await preview(page).locator(".flow li.failed", { hasText: "Discover" }).first().waitFor()
  })
}

/** The hover at a line and a column, as the keyboard shows it. */
function hoverAt(page: Page, place: string): Promise<Locator> {
  return again(page, async () => {
    await page.locator(".editor-group-container .monaco-editor .view-lines").first().click()
    await page.keyboard.press("Control+g")
    await page.locator(".quick-input-widget input").first().fill(`:${place}`)
    await page.keyboard.press("Enter")
    await page.keyboard.press("Control+k")
    await page.keyboard.press("Control+i")
    const hover = page.locator(".monaco-editor .monaco-hover .monaco-hover-content").first()
    await until("a hover", async () =>
      (await hover.isVisible()) && (await hover.innerText()).length > 20 ? true : undefined,
    )
    return hover
  })
}

/** What a piece of a page could do: where its links lead, and what it is made of beyond text. */
interface Contents {
  readonly links: readonly string[]
  readonly others: readonly string[]
}

function contentsOf(place: Locator): Promise<Contents> {
  return place.evaluate((element: HTMLElement) => ({
    links: Array.from(element.querySelectorAll("a"), (a) => a.dataset.href || a.getAttribute("href") || "").filter(
      Boolean,
    ),
    others: Array.from(
      element.querySelectorAll(
        "img, iframe, object, embed, form, link, base, video, audio, svg, style, [onerror], [onload], [onclick]",
      ),
      ({ outerHTML }) => outerHTML.slice(0, 200),
    ),
  }))
}

/** VS Code's own, in its word on a character that looks like another. */
const OF_EDITOR = "command:editor.action.unicodeHighlight."

/** Fails unless everything leads to Microsoft's pages, to ours, or to a line of a log, and nothing is more than text. */
function harmless(where: string, { links, others }: Contents): void {
  const strange = links.filter((link) => !isPage(link) && !isLine(link) && !link.startsWith(OF_EDITOR))
  const evil = [...strange, ...others]
  if (evil.length > 0) throw new Error(`${where} holds ${evil.join(", ")}`)
}

function isPage(link: string): boolean {
  return /^(?:https:\/\/(?:learn|www)\.microsoft\.com\/|command:dsreg\.explain\?)/.test(link) && !link.includes("evil")
}

/** A place in one of the logs, whose names are hostile and stand there as an address. */
function isLine(link: string): boolean {
  const [, values] = /^command:dsreg\.goToLine\?(.*)$/.exec(link) ?? []
  if (!values) return false
  const [log, line, ...more] = JSON.parse(decodeURIComponent(values))
  return new URL(log).pathname.startsWith(folderOfAttacks()) && Number.isInteger(line) && more.length === 0
}
