import { spawnSync } from "node:child_process"
import { existsSync, statSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { parseArgs } from "node:util"
import { bundles, root } from "./build.ts"
import { codeServer } from "./start/codeServer.ts"
import { downloadedCode } from "./start/downloadedCode.ts"
import { installedCode } from "./start/installedCode.ts"
import { testEditors } from "./start/testEditors.ts"

/** npm runs scripts in the project's folder and tells where the person stands. */
const here = process.env.INIT_CWD ?? process.cwd()
const { file, editor } = wanted()

await bundles({ write: true })
const { status } = spawnSync(process.execPath, [join(root, "dist/cli.cjs"), "check", shown(file)], {
  cwd: here,
  stdio: "inherit",
})
if (status !== 0 && status !== 1) process.exit(status ?? 2)
if (editor) await open()

/** Opens the log in the first editor that can be had, and says which; where there is none, says what to do. */
async function open(): Promise<void> {
  console.log()
  const reasons: string[] = []
  for (const way of [installedCode, downloadedCode, codeServer, testEditors]) {
    const attempt = await way(file)
    if (attempt.kind === "opened") {
      for (const reason of reasons) console.log(`- ${reason}`)
      console.log(attempt.by)
      return
    }
    reasons.push(attempt.why)
  }
  console.log("The log was not opened in an editor:")
  for (const reason of reasons) console.log(`- ${reason}`)
  console.log(`
What to do: install VS Code with its command "code" on the PATH (https://code.visualstudio.com) and start again.
On Linux x64 without a screen, npm run editor:install fetches a VS Code for the browser.
Or npm run package, and install the .vsix file in a VS Code elsewhere: Extensions, ..., Install from VSIX.`)
}

function wanted(): { readonly file: string; readonly editor: boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { "no-editor": { type: "boolean", default: false } },
    })
    if (positionals.length > 1) return refuse("it takes one file")
    const [name] = positionals
    const file = name === undefined ? join(root, "samples/drs-discovery-timeout.dsreg") : resolve(here, name)
    if (!existsSync(file)) return refuse(`there is no file ${file}`)
    if (!statSync(file).isFile()) return refuse(`${file} is no file`)
    return { file, editor: !values["no-editor"] }
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
}

function refuse(why: string): never {
  console.error(`start: ${why}. Use: npm start [-- [--no-editor] path/to/log]`)
  process.exit(2)
}

/** A path as a person would type it. */
function shown(path: string): string {
  const short = relative(here, path)
  return short === "" || short.startsWith("..") ? path : short
}
