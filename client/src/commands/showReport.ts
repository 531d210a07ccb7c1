import { l10n, Uri, window } from "vscode"
import { isLog, type ReportView } from "../reportView.ts"

/** Shows the report on a log beside it: on the one named, at a line of it, else on the one in front. */
export async function showReport(view: ReportView, argument: unknown, line: unknown): Promise<void> {
  const log = logFrom(argument)
  if (log) await view.show(log, typeof line === "number" ? line : undefined)
  else void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
}

/** A lens names the log by a text, a menu by an address. */
export function logFrom(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument
  if (typeof argument === "string") return Uri.parse(argument)
  const document = window.activeTextEditor?.document
  return document && isLog(document) ? document.uri : undefined
}
