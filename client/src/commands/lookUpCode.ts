import { l10n, type QuickPickItem, type TextEditor, window } from "vscode"
import { type CatalogueItem, foundItems, unknownCode } from "../lookUp.ts"
import type { Server } from "../server.ts"
import { explain } from "./explain.ts"

/** What looks like a code or the name of one: `0x80072ee2`, `-2147012894`, `AADSTS50126`, `ERROR_WINHTTP_TIMEOUT`. */
const CODE = /0x[0-9a-f]{1,8}\b|(?<![\w-])-?\d{5,10}\b|\b(?:AADSTS|MSIS)\d{3,8}\b|\b[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)+\b/i

interface Choice extends QuickPickItem {
  readonly id: string
}

/** Lets a person search everything that the catalogue knows, and opens the page of what was chosen. */
export async function lookUpCode(server: Server): Promise<void> {
  const pick = window.createQuickPick<Choice>()
  pick.title = l10n.t("Look Up a Code")
  pick.placeholder = l10n.t("A code in any spelling (0x80072ee2, -2147012894, AADSTS50126), a name, or words")
  pick.matchOnDescription = true
  pick.matchOnDetail = true
  pick.value = window.activeTextEditor ? codeAt(window.activeTextEditor) : ""
  pick.busy = true
  pick.onDidHide(() => pick.dispose())
  pick.show()
  const items = await server.request<readonly CatalogueItem[]>("dsreg/catalogue", {})
  const list = (): void => {
    pick.items = choices(items ?? [], pick.value)
  }
  pick.onDidChangeValue(list)
  pick.onDidAccept(() => {
    // With quick fingers the chosen item can be one of the list before the last key.
    const now = choices(items ?? [], pick.value)
    const chosen = now.find(({ id }) => id === pick.selectedItems[0]?.id) ?? now[0]
    pick.hide()
    if (chosen) void explain(chosen.id)
  })
  list()
  pick.busy = false
}

/** Always shown: they are found by rules of their own, and not by VS Code's. */
function choices(items: readonly CatalogueItem[], typed: string): readonly Choice[] {
  const found = foundItems(items, typed).map((item): Choice => ({ ...item, alwaysShow: true }))
  const code = unknownCode(items, typed)
  return code ? [unknown(code, typed.trim()), ...found] : found
}

function unknown(code: string, typed: string): Choice {
  return {
    id: `code/${code}`,
    label: code === typed ? code : `${typed}: ${code}`,
    description: code.startsWith("0x")
      ? l10n.t("Not in the catalogue; take this number apart")
      : l10n.t("Not in the catalogue"),
    alwaysShow: true,
  }
}

/** The code that is selected or under the cursor, else nothing. */
function codeAt({ document, selection }: TextEditor): string {
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active, CODE) : selection
  const text = range?.isSingleLine ? document.getText(range).trim() : ""
  return CODE.exec(text)?.[0] === text ? text : ""
}
