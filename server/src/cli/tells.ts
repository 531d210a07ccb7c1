import { english } from "../core/explain/say.ts"
import { shortly, type Tell, type Tells, wholly } from "../core/report/formats/told.ts"
import { recorded, type ToldRecord } from "./record.ts"
import { compactly, type ToldCompactly } from "./summaryRecord.ts"

/** All that the command line can tell of a capture, by the names that its threads are asked with. */
export interface CommandTells extends Tells {
  readonly compactly: ToldCompactly
  readonly recorded: ToldRecord
}

/** Such a name. */
export type TellName = keyof CommandTells

/** How each is told. */
export const TELLS: { readonly [Name in TellName]: Tell<CommandTells[Name]> } = {
  shortly,
  wholly: wholly(english),
  compactly,
  recorded,
}
