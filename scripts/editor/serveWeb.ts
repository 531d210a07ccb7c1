import { createRequire } from "node:module"
import { join } from "node:path"
import { editors } from "./places.ts"

/**
 * Serves VS Code for the web until its process group is ended. A process of its own, because test-web speaks of its
 * browser and its server on standard output. The only argument holds its options as JSON.
 */
const testWeb = createRequire(join(editors, "package.json"))("@vscode/test-web")
await testWeb.open(JSON.parse(process.argv[2] ?? "{}"))
console.log("serving")
