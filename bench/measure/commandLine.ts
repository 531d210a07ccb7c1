import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { logText } from "../content/logText.ts"
import { commandLine as cli, program } from "../places.ts"
import type { Plan } from "../plan.ts"
import type { Sample } from "../samples.ts"
import { told } from "./programs.ts"

/** The command line over one large file, whole process, against the yardstick over the same bytes. */
export function* commandLine({ commandLineBytes, commandLineRounds }: Plan): Iterable<Sample> {
  const folder = mkdtempSync(join(tmpdir(), "dsreg-bench-"))
  const file = join(folder, "large.dsreg")
  try {
    writeFileSync(file, logText(commandLineBytes))
    for (let round = 0; round < commandLineRounds; round++) {
      yield* told("loop", file)
      yield* checked(file)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function* checked(file: string): Iterable<Sample> {
  const start = performance.now()
  const { status, output } = spawnSync(
    process.execPath,
    ["--require", program("peak"), cli, "check", file, "--format", "text"],
    // What it prints goes nowhere; the fourth stream is for its peak of memory.
    { stdio: ["ignore", "ignore", "inherit", "pipe"], encoding: "utf8" },
  )
  yield { name: "command line, dsreg", value: performance.now() - start }
  if (status !== 1) throw new Error(`the command line ended with ${status}, not with findings`)
  const peak = Number(output[3])
  if (peak > 0) yield { name: "command line peak, dsreg", value: peak }
}
