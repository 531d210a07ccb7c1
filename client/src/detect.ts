import {
  Disposable,
  l10n,
  languages,
  Range,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from "vscode"
import { recognition } from "../../server/src/core/log/recognize.ts"
import { detected } from "./detected.ts"
import type { Readings } from "./readings.ts"

/** Languages a saved log opens in when its name does not give it away. */
const LANGUAGES: readonly string[] = ["plaintext", "log"]

/** The lines looked at: dsregcmd prints less, and a banner or a ticket above it is shorter. */
const HEAD = new Range(0, 0, 2000, 0)

/** A change of this many characters is a paste or a reload, after which a text can be another one. */
const PASTE = 40

/** Beside the language of the document, which has the next higher number. */
const PRIORITY = 100

/**
 * Recognizes dsregcmd output in text documents of other names, and by the setting `dsreg.detect` reads it as a log or
 * offers to, in the status bar, which also undoes it. Looks at the document in front only, and needs no server. A file
 * that its reader had read as a log is read as one again; one whose reader set the language back is left alone.
 */
export function detection(readings: Readings): Disposable {
  /** The language that each document was last seen in, by which a change of it is known from an opening. */
  const languageOf = new WeakMap<TextDocument, string>()
  /** Documents whose language was set back, with a file or without one. */
  const left = new WeakSet<TextDocument>()
  /** Documents that were recognized and are read as logs, with the language that they had. */
  const recognized = new WeakMap<TextDocument, string>()
  let item: StatusBarItem | undefined

  const look = (): void => {
    item?.dispose()
    item = undefined
    const document = window.activeTextEditor?.document
    if (!document || left.has(document)) return
    const { languageId, uri } = document
    if (languageId === "dsreg") {
      const before = recognized.get(document)
      if (before !== undefined) item = undoing(before)
      return
    }
    const setting = workspace.getConfiguration("dsreg", document).get<string>("detect", "certain")
    const found = detected(setting, readings.of(uri), () => recognitionOf(document))
    if (found === "offer") item = offering()
    if (found !== "read") return
    recognized.set(document, languageId)
    void languages.setTextDocumentLanguage(document, "dsreg")
  }
  const lookIfPasted = ({ document, contentChanges }: TextDocumentChangeEvent): void => {
    if (document !== window.activeTextEditor?.document || !LANGUAGES.includes(document.languageId)) return
    if (contentChanges.some(({ text }) => text.length >= PASTE)) look()
  }
  /** VS Code says of a document in another language that it was opened. Only what a person decides is remembered. */
  const opened = (document: TextDocument): void => {
    const before = languageOf.get(document)
    const { languageId, uri } = document
    languageOf.set(document, languageId)
    if (before !== undefined && before !== languageId) {
      if (languageId === "dsreg") {
        left.delete(document)
        if (!recognized.has(document)) readings.remember(uri, "log")
      } else if (before === "dsreg") {
        left.add(document)
        recognized.delete(document)
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
    { dispose: () => item?.dispose() },
  )
}

function recognitionOf(document: TextDocument) {
  return LANGUAGES.includes(document.languageId) ? recognition(document.getText(HEAD)) : "no"
}

/** Offers to read the text in front as a log. */
function offering(): StatusBarItem {
  const title = l10n.t("Read as dsregcmd Log")
  const tooltip = l10n.t("This text may be a dsregcmd log. Click to read it as one.")
  return shown(`$(lightbulb) ${title}`, tooltip, { command: "dsreg.readAsLog", title })
}

/** Says that the text in front is read as a log, and undoes it. */
function undoing(language: string): StatusBarItem {
  const text = l10n.t("Recognized as dsregcmd log")
  const tooltip = l10n.t("This text is a dsregcmd log by its content. Click to read it as plain text, now and later.")
  const title = l10n.t("Read as Plain Text")
  return shown(`$(discard) ${text}`, tooltip, { command: "dsreg.readAsText", title, arguments: [language] })
}

function shown(text: string, tooltip: string, command: Exclude<StatusBarItem["command"], undefined>): StatusBarItem {
  const item = window.createStatusBarItem("dsreg.detect", StatusBarAlignment.Right, PRIORITY)
  Object.assign(item, { name: l10n.t("dsregcmd log"), text, tooltip, command })
  item.show()
  return item
}
