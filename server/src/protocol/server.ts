import type { Connection } from "vscode-languageserver"
import type { Read } from "../documents/chunk.ts"
import { CodeLensRefreshRequest, DidChangeConfigurationNotification } from "../features/lsp.ts"
import { version } from "../version.ts"
import { clientAbilities } from "./clientAbilities.ts"
import { publish, serveDocuments } from "./serveDocuments.ts"
import { serveFeatures } from "./serveFeatures.ts"
import { serveFleet } from "./serveFleet.ts"
import { serveFolder } from "./serveFolder.ts"
import { serveRequests } from "./serveRequests.ts"
import { serverCapabilities } from "./serverCapabilities.ts"
import { Session } from "./session.ts"

/** Serves one client over a connection. `read` takes the place of the core's own reader, for tests that break it. */
export function serve(connection: Connection, read?: Read): void {
  const session = new Session(connection, read)
  const closedLogs = serveFolder(session)
  serveDocuments(session, closedLogs)
  serveFeatures(session, closedLogs.folder)
  serveRequests(session)
  serveFleet(session, closedLogs)

  connection.onInitialize((params) => {
    session.client = clientAbilities(params)
    session.use(params.initializationOptions?.settings)
    return {
      serverInfo: { name: "dsreg-language-server", version },
      capabilities: serverCapabilities(session.client),
    }
  })

  connection.onInitialized(async () => {
    const { client } = session
    if (client.configures) void session.readSettings(refresh)
    if (client.registersConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: "dsreg" })
    }
    await session.settled
    if (client.readsLogs) closedLogs.start()
  })

  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (session.client.configures) await session.readSettings()
    else session.use(settings?.dsreg)
    refresh()
  })

  connection.onShutdown(() => {
    session.shutDown()
    closedLogs.folder.announce()
  })

  /** Has the client ask again for whatever depends on the settings. */
  function refresh(): void {
    const { client } = session
    if (client.pulls && client.refreshes) connection.languages.diagnostics.refresh()
    if (client.refreshesHints) void connection.languages.inlayHint.refresh()
    if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type)
    if (client.refreshesTokens) void connection.languages.semanticTokens.refresh()
    if (client.readsLogs) closedLogs.settingsChanged()
    for (const document of session.documents.values()) publish(session, document)
  }

  connection.listen()
}
