import { manyLogs } from "./deviceLogs.ts"
import { flat } from "./flat.ts"

/** Made-up logs of many devices, exactly this many bytes; the last log may end anywhere. */
export function logText(bytes: number): string {
  return flat(manyLogs(bytes).slice(0, bytes))
}
