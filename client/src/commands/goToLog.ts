import { commands, type Location, TabInputText, type Uri, ViewColumn, window } from "vscode"

/** Leads from a line of a view to its line in the log, in the editor where the log is open already. */
export async function goToLog(): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor) return
  const { document, selection } = editor
  const places = await commands.executeCommand<readonly Location[]>(
    "vscode.executeDefinitionProvider",
    document.uri,
    selection.active,
  )
  const [place] = places
  if (!place) return
  const viewColumn = columnOf(place.uri) ?? ViewColumn.Active
  await window.showTextDocument(place.uri, { viewColumn, selection: place.range })
}

function columnOf(uri: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  )?.viewColumn
}
