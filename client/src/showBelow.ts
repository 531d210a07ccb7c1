import { commands, TabInputWebview, type Uri, window } from "vscode"
import { isInFront, untilTabs } from "./inFront.ts"

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
  // Until the page is in front, what stands side by side is: that would be moved below.
  await untilTabs(() => isInFront(uri) || window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview)
  await commands.executeCommand("workbench.action.moveEditorToBelowGroup")
  await commands.executeCommand("workbench.action.focusAboveGroup")
}
