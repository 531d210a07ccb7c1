import { l10n, type QuickPickItem, Uri, window, workspace } from "vscode"
import type { ComparedLogs } from "../comparedLogs.ts"
import { nameOf } from "../logText.ts"

/** A log to compare with, the other capture of the same file, or any file. */
interface Choice extends QuickPickItem {
  readonly log?: Uri
  readonly isOther?: true
}

/** Compares the two logs that are chosen in the explorer, else the one in front with another that is asked for. */
export async function compare(logs: ComparedLogs, argument: unknown, chosen: unknown): Promise<void> {
  const several = Array.isArray(chosen) ? chosen.filter((one) => one instanceof Uri) : []
  const [first, second] = several
  if (several.length === 2 && first && second) {
    await logs.show(first, second)
    return
  }
  const log = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri
  if (!log) {
    void window.showInformationMessage(l10n.t("No log is open. Open the saved log first."))
    return
  }
  const choice = await asked(log, await logs.holdsTwo(log))
  if (!choice) return
  if (choice.log) await logs.show(choice.log, log)
  else if (!choice.isOther) await logs.show(log)
  else {
    const [file] = (await window.showOpenDialog({ openLabel: l10n.t("Compare") })) ?? []
    if (file) await logs.show(file, log)
  }
}

async function asked(log: Uri, holdsTwo: boolean): Promise<Choice | undefined> {
  const open = workspace.textDocuments.filter(
    ({ languageId, uri }) =>
      languageId === "dsreg" && uri.toString() !== log.toString() && !uri.scheme.startsWith("dsreg-"),
  )
  const choices: Choice[] = [
    ...(holdsTwo ? [{ label: l10n.t("The two logs of this file") }] : []),
    ...open.map(({ uri }) => ({ label: nameOf(uri), description: workspace.asRelativePath(uri), log: uri })),
    { label: l10n.t("Another file…"), isOther: true },
  ]
  const [only] = choices
  if (choices.length === 1) return only
  return window.showQuickPick(choices, { placeHolder: l10n.t("The log to compare {0} with", nameOf(log)) })
}
