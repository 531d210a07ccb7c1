import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode"
import type { Fleet, FleetFilter } from "../../server/src/features/fleet.ts"

/** A filter with the words that say what it lets through. */
export interface NamedFilter {
  readonly name: string
  readonly filter: FleetFilter
}

interface Choice extends QuickPickItem {
  readonly filter?: FleetFilter | "text"
}

/** Asks which logs to show: all, those with errors, those of a phase, or those that hold a text; undefined for no answer. */
export async function chosenFilter(phases: Fleet["phases"]): Promise<NamedFilter | "all" | undefined> {
  const choices: Choice[] = [
    { label: l10n.t("All logs"), filter: {} },
    { label: l10n.t("Errors only"), filter: { errorsOnly: true } },
    { label: l10n.t("With a text…"), description: l10n.t("in the cause, the code or the name"), filter: "text" },
    { label: l10n.t("Phase"), kind: QuickPickItemKind.Separator },
    ...phases.map(({ id, title }) => ({ label: title, filter: { phase: id } })),
  ]
  const choice = await window.showQuickPick(choices, { placeHolder: l10n.t("The logs to show") })
  if (!choice?.filter) return undefined
  if (choice.filter === "text") {
    const text = (
      await window.showInputBox({ prompt: l10n.t("A text in the cause, the code or the name of the log") })
    )?.trim()
    return text ? { name: `“${text}”`, filter: { text } } : undefined
  }
  return choice === choices[0] ? "all" : { name: choice.label, filter: choice.filter }
}
