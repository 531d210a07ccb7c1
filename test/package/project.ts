import { execFile } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join, resolve } from "node:path"
import { after } from "node:test"
import { promisify } from "node:util"

const root = resolve(import.meta.dirname, "../..")

/** What no fresh copy of the project has, and what goes into no package. */
const LEFT_OUT = /^(?:\.git|node_modules|dist|\.tsc|\.editors|out|test|bench|.*\.vsix|.*\.tgz)$/

/** Runs a program to its end. */
export const ran = promisify(execFile)

/** A folder that is there until the tests of the file are through. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "dsreg-"))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The packages that a copy of the project made of itself. */
export interface Made {
  readonly vsix: Buffer
  readonly tarball: Buffer
  /** Where the second one lies. */
  readonly tarballPath: string
}

/** Copies the project to a folder and packs it there, with an environment of its own. */
export async function packedIn(folder: string, environment: Readonly<Record<string, string>>): Promise<Made> {
  mkdirSync(folder, { recursive: true })
  cpSync(root, folder, { recursive: true, filter: (path) => path === root || !LEFT_OUT.test(basename(path)) })
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction")
  await ran(process.execPath, ["--import", "tsx", "scripts/package.ts"], {
    cwd: folder,
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 26,
  })
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  const tarballPath = join(folder, `dsreg-${version}.tgz`)
  return {
    vsix: readFileSync(join(folder, `dsreg-${version}.vsix`)),
    tarball: readFileSync(tarballPath),
    tarballPath,
  }
}

/** The packages of a copy in a folder with a short name, made once for all tests. */
export const made = packedIn(temporary(), { TZ: "UTC", LC_ALL: "C" })

/** Runs npm, also where it is a script with another suffix. */
export function npm(words: readonly string[], cwd: string): Promise<{ readonly stdout: string }> {
  const own = process.env.npm_execpath
  return own && existsSync(own) ? ran(process.execPath, [own, ...words], { cwd }) : ran("npm", [...words], { cwd })
}
