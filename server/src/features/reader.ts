import type { Say } from "../core/explain/say.ts"

/** Who reads: what the client can do, the time zone where it is known, and the language. */
export interface Reader {
  /** With `dsreg.explain` among them, a hover ends in a link that runs it, and with `dsreg.goToLine` its lines are links. */
  readonly commands: ReadonlySet<string>
  readonly timeZone?: string
  /** It shows no Markdown, so that what is said comes without marks. */
  readonly isPlain?: boolean
  readonly say: Say
}
