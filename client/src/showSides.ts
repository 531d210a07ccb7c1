import { commands, TabInputTextDiff, TabInputWebview, type Uri, ViewColumn, window } from "vscode"
import { isInFront, untilTabs } from "./inFront.ts"

/** Two texts side by side, and the Markdown that says what they come to. */
export interface Sides {
  readonly left: Uri
  readonly right: Uri
  readonly title: string
  readonly summary: Uri
}

/** Shows two texts side by side, which need the width and stay in front, and what they come to below them. */
export async function showSides({ left, right, title, summary }: Sides): Promise<void> {
  const show = (viewColumn: ViewColumn) =>
    commands.executeCommand("vscode.diff", left, right, title, { viewColumn, preview: false })
  await show(ViewColumn.Active)
  try {
    await commands.executeCommand("markdown.showPreview", summary)
  } catch {
    // Markdown preview is an extension too, and can be switched off.
    await window.showTextDocument(summary)
  }
  // Until the page is in front, the sides are: they would be moved below.
  await untilTabs(
    () => isInFront(summary) || window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview,
  )
  await commands.executeCommand("workbench.action.moveEditorToBelowGroup")
  // Of several groups the one above need not be theirs.
  await show(columnOf(right) ?? ViewColumn.Active)
}

/** Where the right side of two texts is in front. */
function columnOf(right: Uri): ViewColumn | undefined {
  const group = window.tabGroups.all.find(({ activeTab }) => {
    const input = activeTab?.input
    return input instanceof TabInputTextDiff && input.modified.toString() === right.toString()
  })
  return group?.viewColumn
}
