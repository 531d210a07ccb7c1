import { statSync } from "node:fs"
import { serverNames, servers } from "../places.ts"
import type { Sample } from "../samples.ts"

/** The size in KB of each server's one script. */
export function* size(): Iterable<Sample> {
  for (const server of serverNames) yield { name: `bundle, ${server}`, value: statSync(servers[server]).size / 1000 }
}
