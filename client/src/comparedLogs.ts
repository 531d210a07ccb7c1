import {
  type DecorationOptions,
  Disposable,
  l10n,
  MarkdownString,
  Range,
  type TextEditor,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from "vscode"
import { quoted } from "../../server/src/core/explain/text.ts"
import type { ComparedSide, ComparisonAnswer } from "../../server/src/features/comparison.ts"
import { heldTexts } from "./heldTexts.ts"
import { logName, logText, nameOf } from "./logText.ts"
import type { Server } from "./server.ts"
import { showSides } from "./showSides.ts"

/** The scheme of the two sides of a comparison, and of what it comes to. */
export const COMPARED_SCHEME = "dsreg-compared"

type Change = ComparedSide["notes"][number]["change"]

/** The colors of the words beside lines; signs and words say the same without them. */
const COLORS: Readonly<Record<Change, string>> = {
  better: "charts.green",
  worse: "errorForeground",
  other: "descriptionForeground",
}

/** Before a value, where it is seen however long the line is. */
const SIGNS: Readonly<Record<Change, string>> = { better: "▲", worse: "▼", other: "·" }

const CHANGES: readonly Change[] = ["better", "worse", "other"]

/** Shows two logs beside each other with a word at each line that changed. */
export interface ComparedLogs extends Disposable {
  /** Two logs, or the two captures of one; false where they cannot be compared, which is said. */
  show(before: Uri, after?: Uri): Promise<boolean>
  /** Whether a log holds two captures, no more and no fewer. */
  holdsTwo(log: Uri): Promise<boolean>
}

/** The comparisons of a window. */
export function comparedLogs(server: Server): ComparedLogs {
  const texts = heldTexts(COMPARED_SCHEME, server)
  const sides = new Map<string, ComparedSide>()
  const styles = CHANGES.map((change) => {
    const color = new ThemeColor(COLORS[change])
    const style = window.createTextEditorDecorationType({
      before: { color },
      after: { color, margin: "0 0 0 3ch" },
      overviewRulerColor: color,
    })
    return [change, style] as const
  })
  const paint = (editor: TextEditor): void => {
    const side = sides.get(editor.document.uri.toString())
    if (!side) return
    for (const [change, style] of styles) {
      const notes = side.notes.filter((note) => note.change === change && note.line < editor.document.lineCount)
      editor.setDecorations(
        style,
        notes.map(({ line, character, text }): DecorationOptions => {
          const { end } = editor.document.lineAt(line).range
          const before = { contentText: `${SIGNS[change]} ` }
          // Not as text: of an address in it the editor would make a link.
          const hover = new MarkdownString(quoted(text))
          return {
            range: new Range(line, character, line, end.character),
            renderOptions: { before, after: { contentText: text } },
            hoverMessage: hover,
          }
        }),
      )
    }
  }
  const hold = (name: string, side: ComparedSide): Uri => {
    const uri = texts.hold(name, side.text)
    sides.set(uri.toString(), side)
    return uri
  }
  const asked = async (logs: readonly Uri[]): Promise<ComparisonAnswer | undefined> =>
    server.request("dsreg/compare", { texts: await Promise.all(logs.map(logText)) })

  const show = async (before: Uri, after?: Uri): Promise<boolean> => {
    const answer = await asked(after ? [before, after] : [before])
    if (!answer) return false
    const { view, missing } = answer
    if (!view) {
      void window.showInformationMessage(
        missing === "log"
          ? l10n.t("One of the files holds no dsregcmd log.")
          : l10n.t("This file does not hold two logs. Choose another log to compare it with."),
      )
      return false
    }
    if (view.isTurned && after) return show(after, before)
    const [first, second] = [nameOf(before), nameOf(after ?? before)]
    const left = hold(`1/${logName(first)}`, view.before)
    const right = hold(`2/${logName(second)}`, view.after)
    // What it comes to is read first, and a narrow tab cuts the rest.
    const title = after
      ? l10n.t("{0}: {1} and {2}", view.verdict, first, second)
      : l10n.t("{0}: the two logs of {1}", view.verdict, first)
    const summary = texts.hold(`${title.replaceAll(/[/:]/g, " ")}.md`, view.summary)
    await showSides({ left, right, title, summary })
    for (const editor of window.visibleTextEditors) paint(editor)
    return true
  }

  return {
    show,
    holdsTwo: async (log) => (await asked([log]))?.view !== undefined,
    dispose: Disposable.from(
      texts,
      ...styles.map(([, style]) => style),
      workspace.onDidCloseTextDocument(({ uri }) => sides.delete(uri.toString())),
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach(paint)),
    ).dispose,
  }
}
