import { once } from "node:events"
import { isMainThread, parentPort, Worker } from "node:worker_threads"
import { run } from "./run.ts"
import { reason } from "./trouble.ts"
import { serveTasks } from "./worker.ts"

// One script is both: the program, and what it starts in threads.
if (isMainThread) main()
else if (parentPort) serveTasks(parentPort)

function main(): void {
  // A reader that closes the pipe early (`| head`) is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0)
    tell(`dsreg: the output cannot be written: ${reason(error)}.\n`)
    process.exit(2)
  })
  process.stderr.on("error", () => {})
  void run(process.argv.slice(2), {
    out: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain")
    },
    error: tell,
    ...(process.stderr.isTTY && !process.stdout.isTTY && { progress: (text) => tell(`\r\x1b[2K${text}`) }),
    input: process.stdin,
    worker: () => new Worker(new URL(import.meta.url)),
    interrupted,
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    debug: process.env.DSREG_DEBUG === "1",
  }).then((code) => {
    process.exitCode = code
  })
}

function tell(text: string): void {
  try {
    process.stderr.write(text)
  } catch {
    // Standard error is closed; the exit code still tells.
  }
}

/** The first Ctrl+C asks for an end, the second one is the system's again. */
function interrupted(): AbortSignal {
  const control = new AbortController()
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => control.abort())
  return control.signal
}
