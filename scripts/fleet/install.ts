import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"

/**
 * Installs what `npm run test:fleet` shards logs with, from Debian's packages. What is there already is left alone. On a
 * machine with systemd, Debian starts the ssh service when it installs one.
 */
const PACKAGES: Readonly<Record<string, string>> = {
  "/usr/bin/parallel": "parallel",
  "/usr/sbin/sshd": "openssh-server",
  "/usr/bin/dask-scheduler": "python3-distributed",
}

const missing = Object.entries(PACKAGES).flatMap(([file, name]) => (existsSync(file) ? [] : [name]))
if (missing.length === 0) {
  console.log("GNU parallel, sshd and Dask are installed.")
} else if (process.platform !== "linux" || process.getuid?.() !== 0) {
  console.error(`Install them: sudo apt-get install --no-install-recommends ${missing.join(" ")}`)
  process.exitCode = 1
} else {
  execFileSync("apt-get", ["update"], { stdio: "inherit" })
  execFileSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing], { stdio: "inherit" })
}
