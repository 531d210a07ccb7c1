import { execFileSync } from "node:child_process"

/** The editors that `npm run test:clients` drives, as Debian and Ubuntu package them: about 200 MB. */
const PACKAGES = ["neovim", "emacs-nox", "elpa-eglot", "libkf5syntaxhighlighting-tools"]

const wanted = `apt-get install -y --no-install-recommends ${PACKAGES.join(" ")}`
if (process.platform !== "linux" || process.getuid?.() !== 0) {
  console.error(`The editors come as packages of Debian. Install them: sudo ${wanted}`)
  process.exitCode = 1
} else {
  execFileSync("apt-get", ["update"], { stdio: "inherit" })
  const [program = "", ...args] = wanted.split(" ")
  execFileSync(program, args, { stdio: "inherit" })
}
