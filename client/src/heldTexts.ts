import { Disposable, EventEmitter, languages, type TextDocument, Uri, workspace } from "vscode"
import { MEANINGS } from "./failingColors.ts"
import { copyingLinks } from "./failingLines.ts"
import { heldColors } from "./heldColors.ts"
import type { Server } from "./server.ts"

/** Documents that nobody can save or edit: texts that were worked out, by their addresses. */
export interface HeldTexts extends Disposable {
  /** Puts a text under a name and gives its address; a second text of the same name takes the place of the first. */
  hold(name: string, text: string): Uri
  textOf(uri: Uri): string | undefined
}

/** Holds such texts under one scheme, each as long as a document shows it. */
export function heldTexts(scheme: string, server: Server): HeldTexts {
  const texts = new Map<string, string>()
  const changed = new EventEmitter<Uri>()
  const forget = ({ uri }: TextDocument) => uri.scheme === scheme && texts.delete(uri.toString())
  return {
    hold: (name, text) => {
      const uri = Uri.from({ scheme, path: `/${name}` })
      texts.set(uri.toString(), text)
      changed.fire(uri)
      return uri
    },
    textOf: (uri) => texts.get(uri.toString()),
    dispose: Disposable.from(
      changed,
      workspace.onDidCloseTextDocument(forget),
      languages.registerDocumentSemanticTokensProvider(
        { scheme, language: "dsreg" },
        { provideDocumentSemanticTokens: (document) => heldColors(server, document.getText()) },
        MEANINGS,
      ),
      languages.registerDocumentLinkProvider({ scheme }, { provideDocumentLinks: copyingLinks }),
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: changed.event,
        provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
      }),
    ).dispose,
  }
}
