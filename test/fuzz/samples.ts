import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileText } from "../../server/src/core/text/fileText.ts"

/** Where logs are; those beside the project are real ones, and there only on some machines. */
const FOLDERS = ["test/logs", "test/gallery", "../shared/corpus", "../shared/corpus-2"]

/** A log to begin with. */
export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: string
}

/** Every log at hand, by its name. */
export const samples: readonly Sample[] = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:dsreg|txt)$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(`${folder}/${name}`)
      return { name, bytes, text: fileText(bytes) }
    }),
)

/** Those that nobody pasted into anything: one of the project's own logs, with boxes as dsregcmd draws them. */
export const plainSamples = samples.filter(
  ({ name, text }) => !/^(?:shape|transcript)-/.test(name) && /^\+-{60,}\+\r?$/m.test(text) && !/^\s*[>`]/m.test(text),
)
