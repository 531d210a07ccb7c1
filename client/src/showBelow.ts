import { commands, type Uri, window } from "vscode"

/**
 * Shows Markdown below what stands side by side, which needs the width and stays in front; as it is where the preview is
 * switched off.
 */
export async function showBelow(uri: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreview", uri)
  } catch {
    await window.showTextDocument(uri)
  }
  await commands.executeCommand("workbench.action.moveEditorToBelowGroup")
  await commands.executeCommand("workbench.action.focusAboveGroup")
}
