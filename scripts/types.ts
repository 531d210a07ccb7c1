import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { generateDtsBundle } from "dts-bundle-generator"
import { root } from "./build.ts"

/**
 * Writes the types of the library's door, with everything that they name, as one declaration file beside it. This takes
 * longer than all else that is built, and nothing that runs needs it.
 */
export function writeTypes(): void {
  const [text = ""] = generateDtsBundle(
    [
      {
        filePath: join(root, "server/src/api/index.ts"),
        output: { exportReferencedTypes: false, noBanner: true },
      },
    ],
    { preferredConfigPath: join(root, "server/tsconfig.api.json") },
  )
  writeFileSync(join(root, "dist/index.d.mts"), text)
}
