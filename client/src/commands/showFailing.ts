import { l10n, Uri, ViewColumn, window } from "vscode"
import { FAILING_SCHEME, failingUri } from "../failingLines.ts"

/** Shows only the failing lines of a log beside it: of the one named, else of the one in front. */
export async function showFailing(argument: unknown): Promise<void> {
  const source = sourceFrom(argument)
  if (!source) {
    void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
    return
  }
  if (source.scheme === FAILING_SCHEME) return
  await window.showTextDocument(failingUri(source), { preview: false, viewColumn: ViewColumn.Beside })
}

/** A lens names the log by a text, a menu by an address. */
function sourceFrom(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument
  return typeof argument === "string" ? Uri.parse(argument) : window.activeTextEditor?.document.uri
}
