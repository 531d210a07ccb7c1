import { writeSync } from "node:fs"
import { processMemory } from "../client/processMemory.ts"

/*
 * Loaded before another program: tells at its end, on the fourth stream, the most memory that it held, in MB. What the
 * system says of a child that has ended would not do: there it counts what its parent held when it started it.
 */

process.on("exit", () => {
  const memory = processMemory("self")
  if (memory) writeSync(3, `${memory.peak}`)
})
