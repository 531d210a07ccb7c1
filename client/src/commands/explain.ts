import { commands, Uri, window } from "vscode"
import { EXPLANATION_SCHEME, pathOf } from "../../../server/src/core/explain/explanationId.ts"
import type { Server } from "../server.ts"

/** Shows the page of a code, field, rule and so on as a Markdown preview: `code/0x80072ee2/discover`, `index`. */
export async function explain(server: Server, id: unknown): Promise<void> {
  if (typeof id !== "string") return
  await server.start()
  if (server.state === "failed") return
  const uri = Uri.from({ scheme: EXPLANATION_SCHEME, path: pathOf(id) })
  try {
    await commands.executeCommand("markdown.showPreview", uri)
  } catch {
    // Markdown preview is an extension too, and can be switched off.
    await window.showTextDocument(uri)
  }
}
