import { CodeLensRefreshRequest, DidChangeConfigurationNotification } from "../features/lsp.ts"
import { version } from "../version.ts"
import { clientAbilities } from "./clientAbilities.ts"
import { gated } from "./gate.ts"
import type { Host } from "./host.ts"
import { positionEncoding } from "./positionEncoding.ts"
import { publish, serveDocuments } from "./serveDocuments.ts"
import { serveFeatures } from "./serveFeatures.ts"
import { serveFleet } from "./serveFleet.ts"
import { serveFolder } from "./serveFolder.ts"
import { serveRequests } from "./serveRequests.ts"
import { serverCapabilities } from "./serverCapabilities.ts"
import { Session } from "./session.ts"

/** Serves one client from a host. */
export function serve(host: Host): void {
  const connection = host.connect(gated(host), host.writer)
  const session = new Session(connection, host)
  const closedLogs = serveFolder(session)
  serveDocuments(session, closedLogs)
  serveFeatures(session, closedLogs.folder)
  serveRequests(session)
  serveFleet(session, closedLogs)

  connection.onInitialize((params) => {
    session.client = clientAbilities(params)
    session.reading.encoding = positionEncoding(params.capabilities?.general?.positionEncodings)
    session.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : [])
    session.use(params.initializationOptions?.settings)
    return {
      serverInfo: { name: "dsreg-language-server", version },
      capabilities: serverCapabilities(session),
    }
  })

  connection.onInitialized(async () => {
    const { client } = session
    if (client.configures) void session.readSettings(refresh)
    if (client.registersConfiguration) {
      const registered = connection.client.register(DidChangeConfigurationNotification.type, { section: "dsreg" })
      session.unlessRefused("settings", registered)
    }
    await session.settled
    closedLogs.start()
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
    const { languages } = connection
    if (client.pulls && client.refreshes) session.unlessRefused("diagnostics", languages.diagnostics.refresh())
    if (client.refreshesHints) session.unlessRefused("hints", languages.inlayHint.refresh())
    if (client.refreshesLenses) session.unlessRefused("lenses", connection.sendRequest(CodeLensRefreshRequest.type))
    if (client.refreshesTokens) session.unlessRefused("tokens", languages.semanticTokens.refresh())
    closedLogs.settingsChanged()
    for (const document of session.documents.values()) publish(session, document)
  }

  connection.listen()
}
