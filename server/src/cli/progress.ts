import type { Terminal } from "./terminal.ts"

/** Shows on a terminal how many logs are read, at most so often, in milliseconds. */
const OFTEN = 100

/** Counts what is read, and shows it. */
export interface Progress {
  readonly count: (told: { readonly kind: string }) => void
  /** Takes away what is shown, before something else is written. */
  readonly clear: () => void
}

/** The progress of one command; a pipe gets none. */
export function progressOn({ progress }: Pick<Terminal, "progress">): Progress {
  if (!progress) return { count: () => {}, clear: () => {} }
  let logs = 0
  let files = 0
  let shown = 0
  return {
    count: ({ kind }) => {
      if (kind === "capture") logs++
      if (kind === "end") files++
      const now = Date.now()
      if (now - shown < OFTEN) return
      shown = now
      progress(`${logs.toLocaleString("en")} logs in ${files.toLocaleString("en")} files`)
    },
    clear: () => {
      if (shown > 0) progress("")
    },
  }
}
