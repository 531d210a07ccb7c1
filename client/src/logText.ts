import { type Uri, workspace } from "vscode"
import { fileText } from "../../server/src/core/text/fileText.ts"

/** The text of a log: as it stands in its editor, else as it was saved, in whatever encoding. */
export async function logText(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  return open ? open.getText() : fileText(await workspace.fs.readFile(uri))
}

/** The last part of an address, as a tab shows it. */
export function nameOf({ path }: Uri): string {
  return path.split("/").at(-1) ?? ""
}

/** The same with the ending by which a text gets the language and the colors of logs. */
export function logName(name: string): string {
  return name.endsWith(".dsreg") ? name : `${name}.dsreg`
}
