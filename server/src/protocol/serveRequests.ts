import type { TextDocumentIdentifier } from "vscode-languageserver"
import { explanationId } from "../core/explain/explain.ts"
import { nameAt } from "../core/explain/explanationId.ts"
import { type ExplanationPage, explanationPage, pageOfNothing } from "../core/explain/explanationPage.ts"
import { catalogueItems } from "../features/catalogueItems.ts"
import { failingLines } from "../features/failingLines.ts"
import { status } from "../features/status.ts"
import { verdictText } from "../features/verdictText.ts"
import type { Session } from "./session.ts"

/** Answers what the protocol has no request for, or only a new one. */
export function serveRequests(session: Session): void {
  const { connection } = session

  /** The text of a page of the catalogue, for a client that shows such documents. */
  connection.workspace.textDocumentContent.on(({ uri }) =>
    session.guarded("explanation", { text: "" }, () => {
      const name = nameAt(uri)
      return { text: (pageNamed(name) ?? pageOfNothing(name)).markdown }
    }),
  )

  /** The same for any client: `{ id }` to `{ title, markdown }`, or null for an id that names nothing. */
  connection.onRequest("dsreg/explain", ({ id }: { id: string }) =>
    session.guarded("explanation", null, () => pageNamed(id) ?? null),
  )

  /** Everything that has such a page, to choose from: a list of items. */
  connection.onRequest("dsreg/catalogue", () =>
    session.guarded("catalogue", [], () => catalogueItems(session.client.say)),
  )

  /** The lines of an open log that fail, as a text and where each comes from. */
  connection.onRequest("dsreg/failingLines", (log: TextDocumentIdentifier) =>
    session.settledAbout("failing lines", log, null, (document, settings) =>
      failingLines(document, settings, session.client.say),
    ),
  )

  /** What an open log comes to, in a few words. */
  connection.onRequest("dsreg/status", (log: TextDocumentIdentifier) =>
    session.settledAbout(
      "status",
      log,
      null,
      (document, settings) => status(document, settings, session.client.say) ?? null,
    ),
  )

  /** The verdict of the capture at a line of an open log, as a text to copy. */
  connection.onRequest("dsreg/verdict", ({ line, ...log }: TextDocumentIdentifier & { readonly line: number }) =>
    session.settledAbout("verdict", log, null, (document, settings) => verdictText(document, line, settings) ?? null),
  )
}

/** The page that a client names, whatever it sends. */
function pageNamed(name: unknown): ExplanationPage | undefined {
  const id = typeof name === "string" ? explanationId(name) : undefined
  return id && explanationPage(id)
}
