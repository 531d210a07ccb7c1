import { execFile, spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { builtFile } from "../../support/built.ts"

const FAILING =
  "             AzureAdJoined : NO\n              DomainJoined : YES\n        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"
const BOX = `+${"-".repeat(70)}+\n| Device State${" ".repeat(57)}|\n+${"-".repeat(70)}+\n\n`

/** The lines of the log that is opened: the failing test on the line that is found by its words. */
export const OPEN = `${BOX}${FAILING}`
export const FAILING_LINE = OPEN.slice(0, OPEN.indexOf("DRS Discovery")).split("\n").length

/** A folder for one run of an editor, with a home of its own and the server on the path. */
export interface Place {
  readonly logs: string
  readonly environment: NodeJS.ProcessEnv
  /** Writes a file that the editor loads. */
  write(name: string, text: string): string
  /** Runs a program, which has to end by itself. */
  run(program: string, args: readonly string[]): Promise<string>
  remove(): void
}

export async function place(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), "dsreg-client-"))
  const [bin, home, logs] = ["bin", "home", "logs"].map((name) => join(folder, name)) as [string, string, string]
  for (const path of [bin, home, logs]) mkdirSync(path)
  const server = join(bin, "dsreg-language-server")
  writeFileSync(server, (await builtFile("dist/server.js")).text)
  chmodSync(server, 0o755)
  // One that is opened by its ending, one that is opened by what it holds, one that stays closed, and none.
  writeFileSync(join(logs, "open.dsreg"), OPEN)
  writeFileSync(join(logs, "ticket (1).txt"), OPEN)
  writeFileSync(join(logs, "closed.dsreg"), OPEN)
  writeFileSync(join(logs, "notes.txt"), "Buy milk : YES\n")
  const environment = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_STATE_HOME: home,
    XDG_CACHE_HOME: home,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    LC_ALL: "C.UTF-8",
  }
  return {
    logs,
    environment,
    write: (name, text) => {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
    run: (program, args) =>
      new Promise((resolve, reject) => {
        execFile(program, args, { cwd: logs, env: environment, timeout: 120_000 }, (error, out, errors) => {
          if (error) reject(new Error(`${error.message}\n${out}\n${errors}`))
          else resolve(out + errors)
        })
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A configuration as it stands on the page, by the word behind its language. */
export function configuration(name: string): string {
  const page = readFileSync(fileURLToPath(new URL("../../../docs/editors.md", import.meta.url)), "utf8")
  const found = new RegExp(`^\`\`\`\\w+ ${name.replace(".", "\\.")}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)
  if (!found?.[1]) throw new Error(`docs/editors.md has no configuration named ${name}`)
  return found[1]
}

/** Why a test of an editor is skipped: it is not installed; false where it is. */
export function missing(program: string, check: readonly string[]): string | false {
  const { status } = spawnSync(program, check, { stdio: "ignore" })
  return status === 0 ? false : `${program} is not installed; npm run clients:install`
}
