import type { Server } from "../server.ts"

/** Ends the server, if it still runs, and starts a new one. */
export async function restartServer(server: Server): Promise<void> {
  await server.restart()
}
