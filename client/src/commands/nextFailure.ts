import { nextPlace } from "../failureOrder.ts"
import { goToFailure } from "../failures.ts"
import type { Server } from "../server.ts"

/** Moves the cursor to the cause of what fails in the log in front, and from there to its other failing places. */
export function nextFailure(server: Server): Promise<void> {
  return goToFailure(server, nextPlace)
}
