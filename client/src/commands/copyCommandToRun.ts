import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode"
import type { CommandChoice } from "../../../server/src/features/commandsFor.ts"
import type { Server } from "../server.ts"
import { copy } from "./copy.ts"

interface Item extends QuickPickItem {
  readonly command?: string
}

/** Copies the command that answers a question: what the log in front does not show comes first. */
export async function copyCommandToRun(server: Server): Promise<void> {
  const editor = window.activeTextEditor
  const log = editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line }
  const choices = await server.request<readonly CommandChoice[]>("dsreg/commandsToRun", log ?? {})
  if (!choices) return
  const next = choices.filter(({ isNext }) => isNext)
  const items: Item[] = [
    ...listed(l10n.t("What this log does not show"), next),
    ...listed(
      l10n.t("Every command"),
      choices.filter((choice) => !next.includes(choice)),
    ),
  ]
  const placeHolder = l10n.t("The question to answer; its command is copied")
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true })
  if (chosen?.command !== undefined) await copy(chosen.command)
}

function listed(title: string, choices: readonly CommandChoice[]): Item[] {
  if (choices.length === 0) return []
  return [
    { label: title, kind: QuickPickItemKind.Separator },
    ...choices.map(({ question, who, command }) => ({ label: question, detail: `${who}: ${command}`, command })),
  ]
}
