import { MarkdownString, Range, type TextEditor, ThemeColor, window } from "vscode"

/** What is said beside a line of a view. */
export interface FailingNote {
  readonly line: number
  readonly text: string
}

/** How a note stands behind its line: in the color of what only explains. */
const style = () =>
  window.createTextEditorDecorationType({
    after: { color: new ThemeColor("editorCodeLens.foreground"), margin: "0 0 0 2em", fontStyle: "italic" },
  })

/** Writes notes behind the lines of editors; the whole of a long one is in its hover. */
export function failingNotes() {
  const decoration = style()
  return {
    paint(editor: TextEditor, notes: readonly FailingNote[]): void {
      const { document } = editor
      editor.setDecorations(
        decoration,
        notes
          .filter(({ line }) => line < document.lineCount)
          .map(({ line, text }) => ({
            range: new Range(document.lineAt(line).range.end, document.lineAt(line).range.end),
            renderOptions: { after: { contentText: text } },
            hoverMessage: new MarkdownString().appendText(text),
          })),
      )
    },
    dispose: () => decoration.dispose(),
  }
}
