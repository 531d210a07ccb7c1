import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { logText } from "../content/logText.ts"
import { milliseconds } from "../statistics.ts"
import { yardstick } from "../yardstick.ts"
import { tell } from "./tell.ts"

/* `cold read BYTES` or `cold loop BYTES`: the first pass over a text in a process that ran nothing of it before. */

const [what, bytes] = process.argv.slice(2)
const text = logText(Number(bytes))

if (what === "loop") tell({ name: "cold loop", value: milliseconds(() => yardstick(text)) })
else tell({ name: "cold read", value: milliseconds(() => readLog(text).map(diagnose)) })
