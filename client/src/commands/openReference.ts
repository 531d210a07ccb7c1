import type { Server } from "../server.ts"
import { explain } from "./explain.ts"

/** Opens the page that lists everything the catalogue knows. */
export async function openReference(server: Server): Promise<void> {
  await explain(server, "index")
}
