import "../support/mocha.ts"
import "./languages.test.ts"
import "./diagnostics.test.ts"
import "./hover.test.ts"
import "./actions.test.ts"
import "./commands.test.ts"

export { run } from "../support/run.ts"
