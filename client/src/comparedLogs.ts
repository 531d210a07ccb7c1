import {
  commands,
  type DecorationOptions,
  Disposable,
  l10n,
  Range,
  type TextEditor,
  ThemeColor,
  type Uri,
  ViewColumn,
  window,
} from "vscode"
import type { ComparedSide, ComparisonAnswer } from "../../server/src/features/comparison.ts"
import { heldTexts } from "./heldTexts.ts"
import { logText, nameOf } from "./logText.ts"
import type { Server } from "./server.ts"

/** The scheme of the two sides of a comparison, and of what it comes to. */
export const COMPARED_SCHEME = "dsreg-compared"

type Change = ComparedSide["notes"][number]["change"]

/** The colors of the words beside lines; the words say the same without them. */
const COLORS: Readonly<Record<Change, string>> = {
  better: "charts.green",
  worse: "errorForeground",
  other: "descriptionForeground",
}

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
  const texts = heldTexts(COMPARED_SCHEME)
  const sides = new Map<string, ComparedSide>()
  const styles = CHANGES.map((change) => {
    const color = new ThemeColor(COLORS[change])
    return [change, window.createTextEditorDecorationType({ after: { color, margin: "0 0 0 3ch" } })] as const
  })
  const paint = (editor: TextEditor): void => {
    const side = sides.get(editor.document.uri.toString())
    if (!side) return
    for (const [change, style] of styles) {
      const notes = side.notes.filter((note) => note.change === change && note.line < editor.document.lineCount)
      editor.setDecorations(
        style,
        notes.map(({ line, text }): DecorationOptions => {
          const { end } = editor.document.lineAt(line).range
          return { range: new Range(end, end), renderOptions: { after: { contentText: `${SIGNS[change]} ${text}` } } }
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
    const left = hold(`1/${first}.dsreg`, view.before)
    const right = hold(`2/${second}.dsreg`, view.after)
    const title = after ? l10n.t("{0} and {1} compared", first, second) : l10n.t("The two logs of {0} compared", first)
    await commands.executeCommand("vscode.diff", left, right, title, { preview: false })
    for (const editor of window.visibleTextEditors) paint(editor)
    await showSummary(texts.hold(`${title.replaceAll("/", " ")}.md`, view.summary))
    return true
  }

  return {
    show,
    holdsTwo: async (log) => (await asked([log]))?.view !== undefined,
    dispose: Disposable.from(
      texts,
      ...styles.map(([, style]) => style),
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach(paint)),
    ).dispose,
  }
}

const SIGNS: Readonly<Record<Change, string>> = { better: "▲", worse: "▼", other: "·" }

/** Beside the logs, which stay in front; as it is where Markdown preview is switched off. */
async function showSummary(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreviewToSide", uri)
    await commands.executeCommand("workbench.action.focusFirstEditorGroup")
  } catch {
    await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true })
  }
}
