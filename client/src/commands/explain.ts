import { commands, type TextDocumentContentProvider, Uri, window } from "vscode"
import type { Server } from "../server.ts"

/** The scheme of the pages; the id that the server knows a page by is the query. */
export const EXPLANATION_SCHEME = "dsreg-explain"

interface Explanation {
  readonly title: string
  readonly markdown: string
}

/** Shows the page of a code, message or rule as a Markdown preview: `code/0x80072ee2/discover`. */
export async function explain(server: Server, id: unknown): Promise<void> {
  const page = typeof id === "string" && (await explanation(server, id))
  if (!page) return
  const uri = Uri.from({
    scheme: EXPLANATION_SCHEME,
    path: `/${page.title.replaceAll("/", "-")}.md`,
    query: String(id),
  })
  try {
    await commands.executeCommand("markdown.showPreview", uri)
  } catch {
    // Markdown preview is an extension too, and can be switched off.
    await window.showTextDocument(uri)
  }
}

/** The text of the pages, for VS Code to ask for. */
export function explanationContent(server: Server): TextDocumentContentProvider {
  return {
    provideTextDocumentContent: async (uri) => (await explanation(server, uri.query))?.markdown,
  }
}

function explanation(server: Server, id: string): Promise<Explanation | null | undefined> {
  return server.request<Explanation | null>("dsreg/explain", { id })
}
