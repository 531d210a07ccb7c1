import {
  type Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  type Position,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  window,
} from "vscode"

/** How long a message stays in the status bar, in milliseconds: long enough to be read. */
const READING_TIME = 10_000

/**
 * Selects a failing place of the log in front and says what it is. `choose` gets the starts of all of them in the
 * order of the text, at least one, and the cursor.
 */
export function goToFailure(choose: (starts: readonly Position[], cursor: Position) => number): void {
  const editor = window.activeTextEditor
  const failing = editor ? failuresOf(editor.document) : []
  // Those that begin at one place are one place.
  const places = failing.filter((failure, index) => !startsWith(failing[index - 1], failure))
  const starts = places.map(({ range }) => range.start)
  const index = editor && starts.length > 0 ? choose(starts, editor.selection.start) : -1
  const place = places[index]
  if (!editor || !place) {
    window.setStatusBarMessage(l10n.t("No failing place in this log"), READING_TIME)
    return
  }
  editor.selection = new Selection(place.range.end, place.range.start)
  editor.revealRange(place.range, TextEditorRevealType.InCenterIfOutsideViewport)
  const messages = failing.filter((failure) => startsWith(failure, place)).map(({ message }) => message)
  window.setStatusBarMessage(l10n.t("{0} ({1} of {2})", messages.join("; "), index + 1, places.length), READING_TIME)
}

/** Errors and warnings in the order of the text. */
function failuresOf({ uri }: TextDocument): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === "dsreg" && severity <= DiagnosticSeverity.Warning)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
}

function startsWith(one: Diagnostic | undefined, other: Diagnostic): boolean {
  return one?.range.start.isEqual(other.range.start) === true
}
