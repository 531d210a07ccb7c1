import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron"

/** Downloads VS Code into the folder given, unless it is there, and prints the path of the program. */
const cachePath = process.argv[2]
if (!cachePath) throw new Error("the folder is missing")
console.log(await downloadAndUnzipVSCode({ version: "stable", cachePath, reporter: new SilentReporter() }))
