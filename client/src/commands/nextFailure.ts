import { goToFailure } from "../failures.ts"

/** Moves the cursor to the next failing place of the log in front, behind the last one to the first. */
export function nextFailure(): void {
  goToFailure((starts, cursor) =>
    Math.max(
      0,
      starts.findIndex((start) => start.isAfter(cursor)),
    ),
  )
}
