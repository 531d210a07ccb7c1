import type { Worker } from "node:worker_threads"

/** What the command line reads from and writes to, and how. */
export interface Terminal {
  /** Settles when the text is on its way, so that a slow reader is waited for. */
  readonly out: (text: string) => Promise<void>
  /** Never throws: that nobody hears a complaint changes no exit code. */
  readonly error: (text: string) => void
  /** Shows how far it is, in place of what was shown before; undefined where nobody looks. */
  readonly progress?: (text: string) => void
  /** The bytes of standard input. */
  readonly input: AsyncIterable<Uint8Array>
  /** Starts this program in a thread, which reads what it is asked to. */
  readonly worker: () => Worker
  /** Told when somebody wants it to come to its end; from the first call on, that no longer stops the program at once. */
  readonly interrupted: () => AbortSignal
  readonly color: boolean
  /** Whether a fault of ours is told with its stack. */
  readonly debug: boolean
}

/** How the program ends: nothing to report, something at or above the limit, or no answer possible. */
export type ExitCode = 0 | 1 | 2

/** What `--fail-on` accepts. */
export type FailOn = "error" | "warning" | "info" | "never"
