import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type BuildOptions, build, type Metafile } from "esbuild"
import { notices } from "./notices.ts"
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

const node: BuildOptions = { platform: "node", format: "cjs", target: "node20" }
const browser: BuildOptions = { platform: "browser", target: "es2022" }
const program: BuildOptions = { ...node, banner: { js: "#!/usr/bin/env node" } }

/** Everything that is built: where it begins, and for which host. VS Code tells CommonJS by the suffix. */
const targets: readonly (readonly [file: string, entry: string, options: BuildOptions])[] = [
  ["dist/client.cjs", "client/src/node.ts", { ...node, external: ["vscode"] }],
  ["dist/client.browser.cjs", "client/src/browser.ts", { ...browser, format: "cjs", external: ["vscode"] }],
  ["dist/server.cjs", "server/src/node.ts", program],
  ["dist/server.browser.js", "server/src/browser.ts", { ...browser, format: "iife" }],
  ["dist/cli.cjs", "server/src/cli.ts", program],
]

/** Bundles client, server and command line. With `write` they replace what stood in dist. */
export async function bundles({ write }: { readonly write: boolean }): Promise<readonly Bundle[]> {
  const built = await Promise.all(targets.map(([file, entry, options]) => bundle(file, entry, options)))
  if (write) {
    rmSync(join(root, "dist"), { recursive: true, force: true })
    mkdirSync(join(root, "dist"))
    for (const { file, text } of built) writeFileSync(join(root, file), text)
    for (const [file, , options] of targets) if (options.banner) chmodSync(join(root, file), 0o755)
    writeFileSync(join(root, NOTICES), notices(built.map(({ metafile }) => metafile)))
  }
  return built
}

async function bundle(file: string, entry: string, options: BuildOptions): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    plugins: [withoutExamples],
    ...options,
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
