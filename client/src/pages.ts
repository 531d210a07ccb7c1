import { type Disposable, workspace } from "vscode"
import { EXPLANATION_SCHEME } from "../../server/src/core/explain/explanationId.ts"
import type { Server } from "./server.ts"

/**
 * Starts the server for a page that is asked for without one, as those are that VS Code restores after a reload.
 * While the server runs, the language client gives the pages, and VS Code asks nobody else.
 */
export function pages(server: Server): Disposable {
  return workspace.registerTextDocumentContentProvider(EXPLANATION_SCHEME, {
    provideTextDocumentContent: async (uri) => {
      const content = await server.request<{ readonly text: string }>("workspace/textDocumentContent", {
        uri: uri.toString(),
      })
      return content?.text
    },
  })
}
