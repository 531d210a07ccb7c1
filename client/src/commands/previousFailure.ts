import { previousPlace } from "../failureOrder.ts"
import { goToFailure } from "../failures.ts"
import type { Server } from "../server.ts"

/** Moves the cursor back through the failing places of the log in front, from the first one to the last. */
export function previousFailure(server: Server): Promise<void> {
  return goToFailure(server, previousPlace)
}
