import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type BuildOptions, build, type Metafile } from "esbuild"
import { notices } from "./notices.ts"
import { CATALOGUE_NAME, catalogueSource, sharedCatalogue } from "./sharedCatalogue.ts"
import { withoutExamples } from "./withoutExamples.ts"

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

const client: BuildOptions = { format: "cjs", external: ["vscode"] }
const node: BuildOptions = { platform: "node", format: "cjs", target: "node20" }
const browser: BuildOptions = { platform: "browser", target: "es2022" }
const program: BuildOptions = { ...node, banner: { js: "#!/usr/bin/env node" } }

/** The words of the product, as a script for a worker and a module for Node. */
const catalogue: BuildOptions = {
  ...browser,
  stdin: { contents: catalogueSource, resolveDir: root, loader: "ts" },
  format: "iife",
  globalName: CATALOGUE_NAME,
  footer: { js: `if (typeof module === "object") module.exports = ${CATALOGUE_NAME}` },
}

/** Everything that is built, and for which host. VS Code tells CommonJS by the suffix. */
const targets: Readonly<Record<string, BuildOptions>> = {
  "dist/client.cjs": { ...node, ...client, entryPoints: ["client/src/node.ts"] },
  "dist/client.browser.cjs": { ...browser, ...client, entryPoints: ["client/src/browser.ts"] },
  "dist/server.cjs": { ...program, entryPoints: ["server/src/node.ts"], plugins: [sharedCatalogue("node")] },
  "dist/server.browser.js": {
    ...browser,
    entryPoints: ["server/src/browser.ts"],
    format: "iife",
    plugins: [sharedCatalogue("worker")],
  },
  "dist/catalogue.js": catalogue,
  "dist/cli.cjs": { ...program, entryPoints: ["server/src/cli.ts"] },
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
    // The project is of modules; a worker's script ends in .js and is none.
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
    plugins: [withoutExamples, ...(options.plugins ?? [])],
    write: false,
    metafile: true,
  })
  return { file, text: outputFiles[0]?.text ?? "", metafile }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { file, text } of await bundles({ write: true })) {
    console.log(`${file.padEnd(24)} ${(Buffer.byteLength(text) / 1024).toFixed(0).padStart(5)} KB`)
  }
}
