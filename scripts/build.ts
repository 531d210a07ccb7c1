import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
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

/** Everything that is built. VS Code tells CommonJS by the suffix, and a worker's script has to end in .js. */
const targets: Readonly<Record<string, BuildOptions>> = {
  "dist/client.cjs": { ...common, ...eitherHost("client/src", CLIENT), format: "cjs", external: ["vscode"] },
  "dist/server.js": { ...program, ...eitherHost("server/src", SERVER), format: "iife", plugins: [withoutPowers] },
  "dist/cli.cjs": { ...program, ...ownAddress, entryPoints: ["server/src/cli/main.ts"], format: "cjs" },
}

/** Bundles client, server and command line. With `write` they replace what stood in dist. */
export async function bundles({ write }: { readonly write: boolean }): Promise<readonly Bundle[]> {
  const built = await Promise.all(Object.entries(targets).map(([file, options]) => bundle(file, options)))
  if (write) {
    rmSync(join(root, "dist"), { recursive: true, force: true })
    mkdirSync(join(root, "dist"))
    for (const { file, text } of built) {
      writeFileSync(join(root, file), text)
      if (text.startsWith("#!")) chmodSync(join(root, file), 0o755)
    }
    // The project is of modules; the server is none.
    writeFileSync(join(root, "dist/package.json"), '{ "type": "commonjs" }\n')
    writeFileSync(join(root, NOTICES), notices(built.map(({ metafile }) => metafile)))
  }
  return built
}

async function bundle(file: string, options: BuildOptions): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    outfile: file,
    bundle: true,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    ...options,
    write: false,
    metafile: true,
  })
  return { file, text: asciiOf(outputFiles[0]?.text ?? ""), metafile }
}

/**
 * Writes what esbuild leaves as it is, which are the letters in patterns, as escapes: the engine reads a script of plain
 * letters alone with half the memory, and a server starts 2 ms earlier.
 */
function asciiOf(script: string): string {
  return script.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text } of await bundles({ write: true })) {
    console.log(`${file.padEnd(24)} ${(Buffer.byteLength(text) / 1024).toFixed(0).padStart(5)} KB`)
  }
}
