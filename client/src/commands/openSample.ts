import { commands, Uri, window } from "vscode"

/** The log that comes with the extension, with a join that fails. */
const SAMPLE = ["samples", "drs-discovery-timeout.dsreg"]

/** Opens the sample log, to look at and not to be changed. */
export async function openSample(extension: Uri): Promise<void> {
  await window.showTextDocument(Uri.joinPath(extension, ...SAMPLE), { preview: false })
  await commands.executeCommand("workbench.action.files.setActiveEditorReadonlyInSession")
}
