import { recorded } from "./record.ts"
import { shortly, wholly } from "./report.ts"
import { compactly } from "./summaryRecord.ts"

/** What can be told of a capture, by the names that a worker is asked with. */
export const TELLS = { shortly, wholly, compactly, recorded }

/** A name of one of them. */
export type TellName = keyof typeof TELLS

/** What one of them tells. */
export type ToldBy<Name extends TellName> = ReturnType<(typeof TELLS)[Name]>
