import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"

/**
 * Installs packages of Debian, each named behind a file that it brings; what is there already is left alone. Where this
 * is not ours to do it says how, and the exit code is 1.
 */
export function installFromDebian(packages: Readonly<Record<string, string>>): void {
  const missing = Object.entries(packages).flatMap(([file, name]) => (existsSync(file) ? [] : [name]))
  if (missing.length === 0) {
    console.log(`${Object.values(packages).join(", ")}: installed.`)
    return
  }
  const install = ["install", "-y", "--no-install-recommends", ...missing]
  if (process.platform !== "linux" || process.getuid?.() !== 0) {
    console.error(`${missing.join(", ")}: not installed. Install with: sudo apt-get ${install.join(" ")}`)
    process.exitCode = 1
    return
  }
  execFileSync("apt-get", ["update"], { stdio: "inherit" })
  execFileSync("apt-get", install, { stdio: "inherit" })
}
