import {
  Disposable,
  type LanguageStatusItem,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from "vscode"
import { isStatusLog } from "../../server/src/core/recognize.ts"

/** Languages a saved log opens in when its name does not give it away. */
const LANGUAGES: readonly string[] = ["plaintext", "log"]

/** The lines looked at: dsregcmd prints less, and a banner or a ticket above it is shorter. */
const HEAD = new Range(0, 0, 2000, 0)

/** A change of this many characters is a paste or a reload, after which a text can be another one. */
const PASTE = 40

/**
 * Recognizes dsregcmd output in text documents of other names, and by the setting `dsreg.detect` offers to read
 * it as a log or does so. Looks at the document in front only, and needs no server.
 */
export function detection(): Disposable {
  /** Documents whose language was set; who sets it back means it. */
  const switched = new WeakSet<TextDocument>()
  let offer: LanguageStatusItem | undefined

  const look = (): void => {
    offer?.dispose()
    offer = undefined
    const document = window.activeTextEditor?.document
    const detect = workspace.getConfiguration("dsreg", document).get<string>("detect", "offer")
    if (!document || detect === "never" || !isUnreadLog(document)) return
    if (detect === "always") {
      if (switched.has(document)) return
      switched.add(document)
      void languages.setTextDocumentLanguage(document, "dsreg")
    } else {
      offer = offered(document)
    }
  }
  const lookIfPasted = ({ document, contentChanges }: TextDocumentChangeEvent): void => {
    if (document !== window.activeTextEditor?.document || !LANGUAGES.includes(document.languageId)) return
    if (contentChanges.some(({ text }) => text.length >= PASTE)) look()
  }

  look()
  return Disposable.from(
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(lookIfPasted),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("dsreg.detect") && look()),
    { dispose: () => offer?.dispose() },
  )
}

function isUnreadLog(document: TextDocument): boolean {
  return LANGUAGES.includes(document.languageId) && isStatusLog(document.getText(HEAD))
}

function offered({ languageId }: TextDocument): LanguageStatusItem {
  const item = languages.createLanguageStatusItem("dsreg.detect", { language: languageId })
  item.name = "dsregcmd log"
  item.text = "This text is a dsregcmd log"
  item.command = { command: "dsreg.readAsLog", title: "Read as dsregcmd Log" }
  return item
}
