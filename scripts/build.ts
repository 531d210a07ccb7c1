import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild"
import { notices } from "./notices.ts"

/** The project's folder, whatever the working directory. */
export const root = fileURLToPath(new URL("..", import.meta.url))

/** The licenses of what the bundles contain. */
export const NOTICES = "dist/third-party-licenses.txt"

/** One file of the product. */
export interface Bundle {
  /** `dist/client.cjs` */
  readonly file: string
  readonly text: string
  readonly metafile: Metafile
}

const common: BuildOptions = { platform: "node", target: ["node20", "es2022"] }
const SHEBANG = "#!/usr/bin/env node"
const program: BuildOptions = { ...common, banner: { js: SHEBANG } }

/**
 * One script for Node and for a worker of the browser: it holds both hosts, and all that they share once. It runs the
 * one that it finds itself on; what the other needs is never asked for.
 */
function eitherHost(folder: string, entry: string): BuildOptions {
  return { stdin: { contents: entry, resolveDir: join(root, folder) }, conditions: ["node", "browser"] }
}

const HOST = 'typeof WorkerGlobalScope === "undefined" ? require("./node.ts") : require("./browser.ts")'
const CLIENT = `module.exports = ${HOST}`
/**
 * What the hosts share is imported here and not by them: what is only required, esbuild wraps in functions, which are
 * then parsed twice, and that took 11 ms of 126.
 */
const SERVER = `import { serve } from "./protocol/server.ts"; (${HOST}).connect(serve)`

/**
 * The protocol's package loads these for helpers that a server never calls, 4 ms of its start. Without them the server
 * can open no file and start no program.
 */
const withoutPowers: Plugin = {
  name: "without powers",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:child_process|crypto|fs|os)$/ }, ({ path }) => ({ path, namespace: "without" }))
    onLoad({ filter: /./, namespace: "without" }, () => ({ contents: "" }))
  },
}

/** A script that is no module knows its own address by another name. The command line starts itself in threads. */
const ownAddress: BuildOptions = {
  define: { "import.meta.url": "address" },
  banner: { js: `${SHEBANG}\nconst address = require("node:url").pathToFileURL(__filename).href;` },
}

/**
 * The library, for any host. What its functions have in common stands in files of its own, so that a bundler leaves out
 * what nobody asks for; it is not minified, for its users step through it.
 */
const LIBRARY: BuildOptions = {
  entryPoints: {
    index: "server/src/api/index.ts",
    read: "server/src/api/read.ts",
    explain: "server/src/api/explain.ts",
    compare: "server/src/api/compare.ts",
    print: "server/src/api/print.ts",
    catalog: "server/src/core/explain/catalog.ts",
    redact: "server/src/core/redact/redact.ts",
    fileText: "server/src/core/text/fileText.ts",
  },
  outdir: "dist",
  chunkNames: "lib/[hash]",
  outExtension: { ".js": ".mjs" },
  platform: "neutral",
  target: "es2022",
  format: "esm",
  splitting: true,
  minify: false,
}

/** The library's door; the other entries only say where it is cut. */
export const DOOR = "dist/index.mjs"

/** Everything that is built. VS Code tells CommonJS by the suffix, and a worker's script has to end in .js. */
const targets: readonly BuildOptions[] = [
  { ...common, ...eitherHost("client/src", CLIENT), outfile: "dist/client.cjs", format: "cjs", external: ["vscode"] },
  {
    ...program,
    ...eitherHost("server/src", SERVER),
    outfile: "dist/server.js",
    format: "iife",
    plugins: [withoutPowers],
  },
  { ...program, ...ownAddress, entryPoints: ["server/src/cli/main.ts"], outfile: "dist/cli.cjs", format: "cjs" },
  LIBRARY,
]

/** Bundles client, server, command line and library. With `write` they replace what stood in dist. */
export async function bundles({ write }: { readonly write: boolean }): Promise<readonly Bundle[]> {
  const built = (await Promise.all(targets.map(bundle))).flat()
  if (write) {
    rmSync(join(root, "dist"), { recursive: true, force: true })
    mkdirSync(join(root, "dist/lib"), { recursive: true })
    for (const { file, text } of built) {
      writeFileSync(join(root, file), text)
      if (text.startsWith("#!")) chmodSync(join(root, file), 0o755)
    }
    // The project is of modules; the server is none. A bundler looks here for what it may leave out of the library.
    writeFileSync(join(root, "dist/package.json"), '{ "type": "commonjs", "sideEffects": false }\n')
    writeFileSync(join(root, NOTICES), notices(built.map(({ metafile }) => metafile)))
  }
  return built
}

async function bundle(options: BuildOptions): Promise<readonly Bundle[]> {
  const { outputFiles = [], metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    ...options,
    write: false,
    metafile: true,
  })
  return outputFiles
    .map(({ path, text }) => ({ file: relative(root, path).replaceAll(sep, "/"), text: asciiOf(text), metafile }))
    .filter(({ file }) => options !== LIBRARY || file === DOOR || file.startsWith("dist/lib/"))
}

/**
 * Writes what esbuild leaves as it is, which are the letters in patterns, as escapes: the engine reads a script of plain
 * letters alone with half the memory, and a server starts 2 ms earlier.
 */
function asciiOf(script: string): string {
  return script.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
}

/** Makes all of it, with the types of the library. */
async function everything(): Promise<void> {
  const built = await bundles({ write: true })
  const { writeTypes } = await import("./types.ts")
  writeTypes()
  for (const { file, text } of built) {
    console.log(`${file.padEnd(24)} ${(Buffer.byteLength(text) / 1024).toFixed(0).padStart(5)} KB`)
  }
}

// Not waited for here: the types import this file, and would wait for it to end.
if (process.argv[1] === fileURLToPath(import.meta.url)) void everything()
