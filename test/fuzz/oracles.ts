import { cost } from "./costOracle.ts"
import { logOracles } from "./logOracles.ts"
import type { Oracle } from "./oracle.ts"
import { session } from "./sessionOracle.ts"
import { wires } from "./wireOracle.ts"

/** All that is asked by `npm run fuzz`. */
export const oracles: readonly Oracle[] = [...logOracles, session, ...wires, cost]
