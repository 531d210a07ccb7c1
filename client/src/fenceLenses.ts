import { CodeLens, type Disposable, l10n, languages, Range, type TextDocument } from "vscode"
import { type LogFence, logFences } from "./fences.ts"

/** Offers above each fence of a Markdown document that holds a log to read it as one. It needs no server. */
export function fenceLenses(): Disposable {
  return languages.registerCodeLensProvider({ language: "markdown" }, { provideCodeLenses })
}

/** The logs in the fences of a Markdown document. */
export function fencesOf(document: TextDocument): readonly LogFence[] {
  return logFences(document.getText().split(/\r\n|\r|\n/))
}

function provideCodeLenses(document: TextDocument): CodeLens[] {
  return fencesOf(document).map(
    ({ first }) =>
      new CodeLens(new Range(first, 0, first, 0), {
        title: l10n.t("Read as dsregcmd Log"),
        command: "dsreg.readSelection",
        arguments: [document.uri.toString(), first],
      }),
  )
}
