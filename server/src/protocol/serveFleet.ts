import type { CancellationToken } from "vscode-languageserver"
import { type FleetFilter, fleet, fleetLogs, fleetPlaces } from "../features/fleet.ts"
import type { FolderService } from "./serveFolder.ts"
import type { Session } from "./session.ts"

/** What the requests about all logs name. */
interface FleetParams {
  readonly filter?: FleetFilter
}

/**
 * Answers what all logs come to, open or closed: `dsreg/fleet` with the tree without its logs, `dsreg/fleetPlaces` with
 * those of one line of it. A client that asked is told once, by `dsreg/fleetChanged`, that the folder is another one.
 */
export function serveFleet(session: Session, { folder, isReading }: FolderService): void {
  const { connection, documents } = session
  let isAsked = false
  const logs = () => {
    const open = session.openAddresses()
    return fleetLogs(documents, folder.logs, (uri) => open.has(uri))
  }

  const tree = session.answer("logs by cause", ({ filter = {} }: FleetParams) => ({
    ...fleet(logs(), filter, session.settings, session.client.say),
    reading: isReading(),
  }))
  connection.onRequest("dsreg/fleet", async (params: FleetParams, token: CancellationToken) => {
    isAsked = true
    await session.settled
    return tree(params, token)
  })

  const places = session.answer("logs of a cause", ({ filter = {}, id }: FleetParams & { readonly id: string }) =>
    fleetPlaces(logs(), filter, String(id), session.settings),
  )
  connection.onRequest("dsreg/fleetPlaces", places)

  void tellChanges()

  async function tellChanges(): Promise<void> {
    while (!session.isShutDown) {
      await folder.changed()
      if (!isAsked || session.isShutDown) continue
      isAsked = false
      void connection.sendNotification("dsreg/fleetChanged")
    }
  }
}
