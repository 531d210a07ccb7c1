import type { CancellationToken, TextDocumentContentParams, TextDocumentIdentifier } from "vscode-languageserver"
import { explanationId } from "../core/explain/explain.ts"
import { nameAt } from "../core/explain/explanationId.ts"
import { type ExplanationPage, explanationPage, pageOfNothing } from "../core/explain/explanationPage.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { catalogueItems } from "../features/catalogueItems.ts"
import { commandsFor } from "../features/commandsFor.ts"
import { comparison } from "../features/comparison.ts"
import { failingLines } from "../features/failingLines.ts"
import { failurePlaces } from "../features/failurePlaces.ts"
import { joinedEvents } from "../features/joinedEvents.ts"
import { redaction } from "../features/redaction.ts"
import { exportedReport, viewedReport } from "../features/report.ts"
import { textTokens } from "../features/semanticTokens.ts"
import type { Settings } from "../features/settings.ts"
import { status } from "../features/status.ts"
import { verdictText } from "../features/verdictText.ts"
import { version } from "../version.ts"
import type { About, Session } from "./session.ts"

/** Answers what the protocol has no request for, or only a new one. */
export function serveRequests(session: Session): void {
  const { connection } = session

  /** The text of a page of the catalogue, for a client that shows such documents. */
  connection.workspace.textDocumentContent.on(
    session.answer("explanation", ({ uri }: TextDocumentContentParams) => {
      const name = pageNameAt(uri)
      return { text: (pageNamed(name, session) ?? pageOfNothing(name, session.client.say)).markdown }
    }),
  )

  /** The same for any client: `{ id }` to `{ title, markdown }`, or null for an id that names nothing. */
  connection.onRequest(
    "dsreg/explain",
    session.answer("explanation", ({ id }: { id: string }) => pageNamed(id, session) ?? null),
  )

  /** Everything that has such a page, to choose from: a list of items. */
  connection.onRequest(
    "dsreg/catalogue",
    session.answer("catalogue", () => catalogueItems(session.client.say)),
  )

  /** The lines of an open log that fail, as a text and where each comes from. */
  connection.onRequest(
    "dsreg/failingLines",
    aboutLog("failing lines", (document, settings) => failingLines(document, settings, session.client.say)),
  )

  /** Where the captures of an open log fail, the cause first. */
  connection.onRequest("dsreg/failures", aboutLog("failing places", failurePlaces))

  /** What an open log comes to, in a few words. */
  connection.onRequest(
    "dsreg/status",
    aboutLog("status", (document, settings) => status(document, settings, session.client.say)),
  )

  /** The verdict of the capture at a line of an open log, as a text to copy. */
  connection.onRequest(
    "dsreg/verdict",
    aboutLog("verdict", (document, settings, { line }: { readonly line: number }) =>
      verdictText(document, line, settings),
    ),
  )

  /** The report on the capture at a line of an open log, for a view beside it. */
  connection.onRequest(
    "dsreg/report",
    aboutLog("report", (document, settings, { line, name }: { readonly line: number; readonly name: string }) =>
      viewedReport(document, line, String(name), settings, session.client.say),
    ),
  )

  /** What is told of all captures of an open log as one file: `{ format, name }`. */
  connection.onRequest(
    "dsreg/export",
    aboutLog("export", (document, settings, { format, name }: { readonly format: string; readonly name: string }) =>
      exportedReport(document, { format, name: String(name), version }, settings, session.client.say),
    ),
  )

  /** Which command answers which question, and those that show what a log at a line does not: `{ uri?, line? }`. */
  connection.onRequest(
    "dsreg/commandsToRun",
    session.answer("commands", ({ uri, line = 0 }: { readonly uri?: string; readonly line?: number }) =>
      commandsFor(uri === undefined ? undefined : session.documents.get(uri)?.chunkAt(line), session.client.say),
    ),
  )

  /** A log with the events of another text behind it: `{ log, events }` to `{ text, events, firstLine }`. */
  connection.onRequest(
    "dsreg/withEvents",
    session.answer("log with its events", ({ log, events }: { readonly log: string; readonly events: string }) =>
      joinedEvents(log, events),
    ),
  )

  /** A text without what names anybody: `{ text, keepsRequestIds? }` to `{ text, count, list }`. */
  connection.onRequest(
    "dsreg/redact",
    session.answer(
      "redaction",
      ({ text, keepsRequestIds }: { readonly text: string; readonly keepsRequestIds?: boolean }) =>
        redaction(text, keepsRequestIds === true, session.client.say),
    ),
  )

  /** The semantic tokens of a text that is no document: `{ text }` to `{ types, data }`. */
  const tokens = session.answer("tokens", ({ text }: { readonly text: string }) =>
    textTokens(text, session.settings, session.reading),
  )
  connection.onRequest("dsreg/tokens", async (params: { readonly text: string }, token: CancellationToken) => {
    await session.settled
    return tokens(params, token)
  })

  /** Two texts with a log each, the earlier first, or one with two: what changed, to show beside each other. */
  connection.onRequest(
    "dsreg/compare",
    session.answer("comparison", ({ texts }: { readonly texts: readonly string[] }) =>
      comparison(texts, session.client.say),
    ),
  )

  /** These name the log itself, where the protocol's own requests have a `textDocument`. */
  function aboutLog<More, Answer>(
    what: string,
    feature: (document: LogDocument, settings: Settings, params: More) => Answer | undefined,
  ) {
    const answer = session.settledAbout(what, null, (document, settings, { log }: { log: More } & About) => {
      return feature(document, settings, log) ?? null
    })
    return (log: TextDocumentIdentifier & More, token: CancellationToken) => answer({ textDocument: log, log }, token)
  }
}

/** The name of the page at an address; none at one that cannot be decoded, which the platform says by throwing. */
function pageNameAt(uri: string): string {
  try {
    return nameAt(uri)
  } catch {
    return ""
  }
}

/** The page that a client names, whatever it sends, in the client's language. */
function pageNamed(name: unknown, { client }: Session): ExplanationPage | undefined {
  const id = typeof name === "string" ? explanationId(name) : undefined
  return id && explanationPage(id, client.say)
}
