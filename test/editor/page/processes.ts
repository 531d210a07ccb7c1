import { readdirSync, readFileSync } from "node:fs"
import type { Page } from "../../../scripts/editor/browser.ts"
import { until } from "../support/until.ts"

interface Process {
  readonly id: number
  readonly parent: number
  readonly words: readonly string[]
}

/** Ends the language servers of a window as a system without memory would. */
export function killServers(page: Page): void {
  for (const { id } of servers(page)) process.kill(id, "SIGKILL")
}

/** Ends them, and waits until others run in their place. */
export async function killedServers(page: Page): Promise<void> {
  const before = servers(page).map(({ id }) => id)
  if (before.length === 0) throw new Error("no language server runs")
  killServers(page)
  await until("another language server", () => servers(page).find(({ id }) => !before.includes(id)))
}

/** The language servers below the VS Code server that a window comes from, which its port tells from all others. */
export function servers(page: Page): readonly Process[] {
  const all = processes()
  const port = `--port=${new URL(page.url()).port}`
  const below = (id: number): readonly Process[] =>
    all.filter(({ parent }) => parent === id).flatMap((child) => [child, ...below(child.id)])
  return all
    .filter(({ words }) => words.includes(port))
    .flatMap(({ id }) => below(id))
    .filter(({ words }) => words.some((word) => word.endsWith("/dist/server.js")))
}

/** What runs on this machine, as Linux tells it. */
function processes(): readonly Process[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0")
        const [, parent] = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${name}/status`, "utf8")) ?? []
        return [{ id: Number(name), parent: Number(parent), words }]
      } catch {
        // It ended meanwhile.
        return []
      }
    })
}
