import {
  type Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  Position,
  Range,
  Selection,
  TextEditorRevealType,
  type Uri,
  window,
} from "vscode"
import { type FailurePlaces, inOrder, type Place } from "./failureOrder.ts"
import type { Server } from "./server.ts"

/** How long a message stays in the status bar, in milliseconds: long enough to be read. */
const READING_TIME = 10_000

/**
 * Selects a failing place of the log in front and says what it is. `choose` gets all of them, the causes first, and
 * the cursor.
 */
export async function goToFailure(
  server: Server,
  choose: (captures: readonly FailurePlaces[], cursor: Place) => Place | undefined,
): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor) return
  const { document } = editor
  const captures = await server.request<readonly FailurePlaces[] | null>("dsreg/failures", {
    uri: document.uri.toString(),
  })
  const place = captures && choose(captures, editor.selection.start)
  const failing = place ? failuresAt(document.uri, place) : []
  if (!place || !captures) {
    window.setStatusBarMessage(l10n.t("No failing place in this log"), READING_TIME)
    return
  }
  const start = new Position(place.line, place.character)
  const range = failing[0]?.range ?? new Range(start, start)
  editor.selection = new Selection(range.end, range.start)
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
  const places = inOrder(captures)
  const number = places.findIndex(({ line, character }) => line === place.line && character === place.character) + 1
  const messages = failing.map(({ message }) => message).join("; ")
  window.setStatusBarMessage(l10n.t("{0} ({1} of {2})", messages, number, places.length), READING_TIME)
}

/** The errors and warnings that begin at a place. */
function failuresAt(uri: Uri, place: Place): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(
      ({ source, severity, range }) =>
        source === "dsreg" &&
        severity <= DiagnosticSeverity.Warning &&
        range.start.line === place.line &&
        range.start.character === place.character,
    )
}
