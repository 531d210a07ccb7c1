import { join } from "node:path"
import { root } from "../scripts/build.ts"

/** Where the peers are installed. */
export const bench = join(root, "bench")

/** Where what is measured and what measures is bundled. */
export const out = join(bench, "out")

/** A bundled program of `programs/`. */
export function program(name: string): string {
  return join(out, `${name}.cjs`)
}

/** The servers that are compared, each one bundled and minified script that speaks over its standard streams. */
export const servers = {
  dsreg: join(root, "dist/server.js"),
  json: join(out, "json.cjs"),
  minimal: join(out, "minimal.cjs"),
  bare: join(out, "bare.cjs"),
} as const

/** A server by its short name. */
export type ServerName = keyof typeof servers

export const serverNames = Object.keys(servers) as readonly ServerName[]

/** The command line as it is shipped. */
export const commandLine = join(root, "dist/cli.cjs")
