import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { again } from "./window.ts"

/** A log of a join that fails, which says what no sample says. */
const LOG = "  AzureAdJoined : NO\n  DomainJoined : YES\n  DRS Discovery Test : FAIL [0x801c0021/0x801c03f2]\n"

export const folders: readonly Check[] = [
  {
    name: "of two folders, one full of odd files, the logs are read; those of a folder that is removed go with it",
    leg: "A",
    alone: true,
    run: async (page) => {
      const base = mkdtempSync(join(tmpdir(), "dsreg-folders-"))
      try {
        const samples = new URL(page.url()).searchParams.get("folder") ?? ""
        const [second, workspace] = [join(base, "second"), join(base, "two.code-workspace")]
        mkdirSync(second)
        fillOddly(second)
        const write = (...folders: string[]) =>
          writeFileSync(workspace, JSON.stringify({ folders: folders.map((path) => ({ path })) }))
        write(samples, second)
        await page.goto(ofWorkspace(page.url(), workspace))
        await again(page, () => shown(page))
        for (const name of ["second-pc.dsreg", "lab-pc-12.dsreg"]) await row(page, name).waitFor()
        // What is too large is said in the list of problems, and nothing else of the odd files is.
        await page.locator(".statusbar-item[id='status.problems'] a").first().click()
        const problems = page.locator(".markers-panel .monaco-list-row")
        await problems.filter({ hasText: "huge.dsreg" }).first().waitFor()
        for (const name of ["empty.dsreg", "binary.dsreg", "nowhere.dsreg", "pipe.dsreg", "again"])
          if ((await problems.filter({ hasText: name }).count()) > 0) throw new Error(`${name} has a problem`)
        write(samples)
        await row(page, "second-pc.dsreg").waitFor({ state: "detached" })
        await row(page, "lab-pc-12.dsreg").waitFor()
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

/** Opens the view of the logs by cause and all that it has. */
async function shown(page: Page): Promise<void> {
  const pane = page.locator(".pane", { hasText: "dsregcmd Logs by Cause" }).last()
  const cause = pane.locator(".monaco-list-row", { hasText: "×" })
  if (!(await cause.first().isVisible()))
    await page.locator(".pane-header", { hasText: "dsregcmd Logs by Cause" }).first().click()
  await cause.first().waitFor()
  for (const name of ["second-pc.dsreg", "lab-pc-12.dsreg"]) {
    for (const closed of await cause.all()) {
      if (await row(page, name).isVisible()) break
      if ((await closed.getAttribute("aria-expanded")) === "false") await closed.click()
    }
  }
}

function row(page: Page, name: string) {
  return page
    .locator(".pane", { hasText: "dsregcmd Logs by Cause" })
    .last()
    .locator(".monaco-list-row", { hasText: name })
    .first()
}
