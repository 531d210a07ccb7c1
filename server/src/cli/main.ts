import { once } from "node:events"
import { run } from "./run.ts"

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2)
})
process.stderr.on("error", () => {})

void run(process.argv.slice(2), {
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, "drain")
  },
  error: (text) => {
    try {
      process.stderr.write(text)
    } catch {
      // Standard error is closed; the exit code still tells.
    }
  },
  input: process.stdin,
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
  debug: process.env.DSREG_DEBUG === "1",
}).then((code) => {
  process.exitCode = code
})
