import { transform } from "esbuild"
import type { Bundle } from "../../scripts/build.ts"

/** By these a script reaches another machine, or runs what it was not shipped with. */
const GLOBALS = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "WebTransport",
  "EventSource",
  "RTCPeerConnection",
  "Image",
  "Worker",
  "SharedWorker",
  "importScripts",
  "eval",
  "Function",
]

/** What the global object is called. */
const HOLDERS = ["globalThis", "self", "window", "global"]

const MEMBERS = ["navigator.sendBeacon", "navigator.serviceWorker", "process.binding", "process.getBuiltinModule"]

/** Modules of Node that reach another machine, or a program that can. */
const MODULES =
  /^(?:node:)?(?:net|tls|http|https|http2|dns|dns\/promises|dgram|quic|inspector|inspector\/promises|repl|vm|wasi|cluster)$/

/**
 * Whatever in a bundle could reach a network or run other code, each once: `fetch`, `import()`, `net, in FILE`. The names
 * are those that are free in the script; a property or a variable of the same name is none of them.
 */
export async function reach({ text, metafile }: Pick<Bundle, "text" | "metafile">): Promise<readonly string[]> {
  const names = [...GLOBALS.flatMap((name) => [name, ...HOLDERS.map((holder) => `${holder}.${name}`)]), ...MEMBERS]
  const define = Object.fromEntries(names.map((name) => [name, `REACHED_${name.replaceAll(".", "$")}`]))
  const { code } = await transform(text.replace(/^#!.*/, ""), { define, legalComments: "none" })
  const free = Array.from(code.matchAll(/\bREACHED_([\w$]+)/g), ([, name = ""]) => name.replace(/^.*\$/, ""))
  const quoted = Array.from(code.matchAll(QUOTED), ([, name = ""]) => `"${name}"`)
  const loaded = LOADED.flatMap(([what, pattern]) => (pattern.test(code) ? [what] : []))
  return [...new Set([...free, ...quoted, ...loaded, ...modules(metafile)])].sort()
}

/** A name of the above as a text, by which a holder can be asked for it. */
const QUOTED = new RegExp(
  `["'\`](${[...GLOBALS.filter((name) => name !== "Function"), "sendBeacon"].join("|")})["'\`]`,
  "g",
)

const LOADED: readonly (readonly [string, RegExp])[] = [
  ["import()", /\bimport\s*\(/],
  ["require of what is not written there", /\brequire\s*\((?!\s*["'])/],
  ["a member of the global object that is not written there", /\b(?:globalThis|self|window)\s*\[/],
]

function modules({ inputs }: Bundle["metafile"]): readonly string[] {
  return Object.entries(inputs).flatMap(([file, { imports }]) =>
    imports.flatMap(({ path, external }) =>
      external && MODULES.test(path) ? [`${path}, in ${file.replace(/^.*node_modules\//, "")}`] : [],
    ),
  )
}
