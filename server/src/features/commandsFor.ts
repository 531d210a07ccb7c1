import { commandsBeyond, commandsToRun } from "../core/explain/commandsToRun.ts"
import type { Say } from "../core/explain/say.ts"
import type { PlacedChunk } from "../documents/logDocument.ts"

/** A command as a list shows it. */
export interface CommandChoice {
  readonly question: string
  readonly who: string
  readonly command: string
  /** It shows what the log at hand does not. */
  readonly isNext: boolean
}

/** All commands; those that lead on from a log come first. */
export function commandsFor(log: PlacedChunk | undefined, say: Say): readonly CommandChoice[] {
  const next: readonly string[] = log ? commandsBeyond(log.chunk.diagnosis) : []
  const all = commandsToRun(say)
  const ordered = [...next.flatMap((id) => all.find((one) => one.id === id) ?? []), ...all]
  return [...new Set(ordered)].map(({ id, question, who, command }) => ({
    question,
    who,
    command,
    isNext: next.includes(id),
  }))
}
