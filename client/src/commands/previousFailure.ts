import { goToFailure } from "../failures.ts"

/** Moves the cursor to the failing place before it in the log in front, from the first one to the last. */
export function previousFailure(): void {
  goToFailure((starts, cursor) => {
    const before = starts.findLastIndex((start) => start.isBefore(cursor))
    return before === -1 ? starts.length - 1 : before
  })
}
