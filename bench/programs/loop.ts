import { readFileSync } from "node:fs"
import { milliseconds, spreadOf } from "../statistics.ts"
import { yardstick } from "../yardstick.ts"
import { tell } from "./tell.ts"

/* `loop FILE`: the yardstick over the text of a file, warm, without the reading of the file. */

const text = readFileSync(process.argv[2] ?? "", "latin1")
const passes = Array.from({ length: 4 }, () => milliseconds(() => yardstick(text)))
tell({ name: "command line, loop", value: spreadOf(passes.slice(1)).median })
