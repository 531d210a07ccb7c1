import type { Sample } from "../samples.ts"

/** Tells a value to the run that started this program, as one line of JSON on standard output. */
export function tell(sample: Sample): void {
  process.stdout.write(`${JSON.stringify(sample)}\n`)
}
