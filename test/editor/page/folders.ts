import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { again } from "./window.ts"

/** A log of a join that fails. */
const LOG = "  AzureAdJoined : NO\n  DomainJoined : YES\n  DRS Discovery Test : FAIL [0x801c0021/0x801c03f2]\n"

export const folders: readonly Check[] = [
  {
    name: "of two folders, one full of odd files, the logs are read, and those of a folder that is removed go with it",
    leg: "A",
    alone: true,
    run: async (page) => {
      const base = mkdtempSync(join(tmpdir(), "dsreg-folders-"))
      try {
        const [first, second, workspace] = [join(base, "first"), join(base, "second"), join(base, "two.code-workspace")]
        for (const folder of [first, second]) mkdirSync(folder)
        writeFileSync(join(first, "first-pc.dsreg"), LOG)
        fillOddly(second)
        const write = (...folders: string[]) =>
          writeFileSync(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }))
        write(first, second)
        await page.goto(ofWorkspace(page.url(), workspace))
        await again(page, () => shown(page))
        for (const name of ["second-pc.dsreg", "first-pc.dsreg"]) await row(page, name).waitFor()
        // What is too large is said in the list of problems, and nothing else of the odd files is.
        await page.locator(".statusbar-item[id='status.problems'] a").first().click()
        const problems = page.locator(".markers-panel .monaco-list-row")
        await problems.filter({ hasText: "huge.dsreg" }).first().waitFor()
        for (const name of ["empty.dsreg", "binary.dsreg", "nowhere.dsreg", "pipe.dsreg"])
          if ((await problems.filter({ hasText: name }).count()) > 0) throw new Error(`${name} has a problem`)
        write(first)
        await row(page, "1 ×").waitFor()
        if ((await row(page, "2 ×").count()) + (await problems.filter({ hasText: "second-pc.dsreg" }).count()) > 0)
          throw new Error("the findings of the removed folder are there")
      } finally {
        rmSync(base, { recursive: true })
      }
    },
  },
]

/** A log among what is none: nothing, bytes, zeros without end, a pipe, links round in a circle and to nowhere. */
function fillOddly(folder: string): void {
  const path = (name: string) => join(folder, name)
  writeFileSync(path("second-pc.dsreg"), LOG)
  writeFileSync(path("empty.dsreg"), "")
  writeFileSync(path("binary.dsreg"), Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)))
  writeFileSync(path("huge.dsreg"), LOG)
  truncateSync(path("huge.dsreg"), 5_000_000_000)
  execFileSync("mkfifo", [path("pipe.dsreg")])
  symlinkSync(folder, path("again"))
  symlinkSync(path("nothing.dsreg"), path("nowhere.dsreg"))
}

/** The same window with the folders of a workspace, which opens no file of its own accord. */
function ofWorkspace(address: string, workspace: string): string {
  const url = new URL(address)
  const payload: [string, string][] = JSON.parse(url.searchParams.get("payload") ?? "[]")
  url.searchParams.set("payload", JSON.stringify(payload.filter(([key]) => key !== "openFile")))
  url.searchParams.delete("folder")
  url.searchParams.set("workspace", workspace)
  return url.href
}

/** Opens the view of the logs by cause, in which there is one cause, below its phase. */
async function shown(page: Page): Promise<void> {
  const cause = row(page, "2 ×", "[aria-level='2']")
  if (!(await cause.isVisible()))
    await page.locator(".pane-header", { hasText: "dsregcmd Logs by Cause" }).first().click()
  await cause.waitFor()
  if (!(await row(page, "first-pc.dsreg").isVisible())) await cause.click()
}

function row(page: Page, name: string, kind = "") {
  return page
    .locator(".pane", { hasText: "dsregcmd Logs by Cause" })
    .last()
    .locator(`.monaco-list-row${kind}`, { hasText: name })
    .first()
}
