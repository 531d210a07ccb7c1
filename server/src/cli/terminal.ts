/** Where the command line writes, and whether it may use color. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly color: boolean
}

/** How the program ends: nothing to report, something at or above the limit, or no answer possible. */
export type ExitCode = 0 | 1 | 2

/** What `--fail-on` accepts. */
export type FailOn = "error" | "warning" | "info" | "never"
