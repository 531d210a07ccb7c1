import {
  Disposable,
  type LanguageStatusItem,
  l10n,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from "vscode"
import { recognition } from "../../server/src/core/log/recognize.ts"
import type { Readings } from "./readings.ts"

/** Languages a saved log opens in when its name does not give it away. */
const LANGUAGES: readonly string[] = ["plaintext", "log"]

/** The lines looked at: dsregcmd prints less, and a banner or a ticket above it is shorter. */
const HEAD = new Range(0, 0, 2000, 0)

/** A change of this many characters is a paste or a reload, after which a text can be another one. */
const PASTE = 40

/**
 * Recognizes dsregcmd output in text documents of other names, and by the setting `dsreg.detect` offers to read
 * it as a log or does so. Looks at the document in front only, and needs no server. A file that was read as a log
 * once is read as one again; one whose reader set the language back is left alone.
 */
export function detection(readings: Readings): Disposable {
  /** The language that each document was last seen in, by which a change of it is known from an opening. */
  const languageOf = new WeakMap<TextDocument, string>()
  /** Documents whose language was set back, with a file or without one. */
  const left = new WeakSet<TextDocument>()
  let offer: LanguageStatusItem | undefined

  const look = (): void => {
    offer?.dispose()
    offer = undefined
    const document = window.activeTextEditor?.document
    if (!document || document.languageId === "dsreg" || left.has(document)) return
    const detect = workspace.getConfiguration("dsreg", document).get<string>("detect", "offer")
    const reading = readings.of(document.uri)
    if (detect === "never" || reading === "text") return
    if (reading !== "log" && !isUnreadLog(document)) return
    if (detect === "always" || reading === "log") void languages.setTextDocumentLanguage(document, "dsreg")
    else offer = offered(document)
  }
  const lookIfPasted = ({ document, contentChanges }: TextDocumentChangeEvent): void => {
    if (document !== window.activeTextEditor?.document || !LANGUAGES.includes(document.languageId)) return
    if (contentChanges.some(({ text }) => text.length >= PASTE)) look()
  }
  /** VS Code says of a document in another language that it was opened. */
  const opened = (document: TextDocument): void => {
    const before = languageOf.get(document)
    const { languageId, uri } = document
    languageOf.set(document, languageId)
    if (before !== undefined && before !== languageId) {
      if (languageId === "dsreg") {
        left.delete(document)
        readings.remember(uri, "log")
      } else if (before === "dsreg") {
        left.add(document)
        readings.remember(uri, "text")
      }
    }
    look()
  }

  workspace.textDocuments.forEach((document) => {
    languageOf.set(document, document.languageId)
  })
  look()
  return Disposable.from(
    readings,
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidChangeTextDocument(lookIfPasted),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration("dsreg.detect") && look()),
    { dispose: () => offer?.dispose() },
  )
}

function isUnreadLog(document: TextDocument): boolean {
  return LANGUAGES.includes(document.languageId) && recognition(document.getText(HEAD)) !== "no"
}

function offered({ languageId }: TextDocument): LanguageStatusItem {
  const item = languages.createLanguageStatusItem("dsreg.detect", { language: languageId })
  item.name = l10n.t("dsregcmd log")
  item.text = l10n.t("This text is a dsregcmd log")
  item.command = { command: "dsreg.readAsLog", title: l10n.t("Read as dsregcmd Log") }
  return item
}
