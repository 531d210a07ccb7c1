import { readFileSync } from "node:fs"

/** What a process holds in memory, in MB. */
export interface ProcessMemory {
  readonly now: number
  /** The most it ever held. */
  readonly peak: number
}

/** The resident memory of a running process; undefined on systems that do not tell it in `/proc`. */
export function processMemory(processId: number | "self"): ProcessMemory | undefined {
  if (process.platform !== "linux") return undefined
  const status = readFileSync(`/proc/${processId}/status`, "utf8")
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") }
}
