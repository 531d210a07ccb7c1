import { ConfigurationTarget, commands, languages, type TextDocument, Uri, window, workspace } from "vscode"
import { equal } from "../support/expect.ts"
import { openLog } from "../support/logs.ts"
import { until } from "../support/until.ts"

const LOG = "  AzureAdJoined : NO\n  WorkplaceJoined : NO\n  AzureAdPrt : NO\n"

/** A box with three of its fields. */
const SURE = "| Device State |\n  AzureAdJoined : NO\n  EnterpriseJoined : NO\n  DomainJoined : YES\n"

const language = (document: TextDocument, wanted: string) =>
  until(`${wanted} for ${document.uri}`, () => (document.languageId === wanted ? true : undefined))

/** Sets the document back to plain text, once VS Code knows it as a log. */
async function setBack(document: TextDocument): Promise<void> {
  await language(document, "dsreg")
  await languages.setTextDocumentLanguage(document, "plaintext")
  await language(document, "plaintext")
}

/** Opens a file as a person does: an extension that opens it keeps it open for minutes. */
async function opened(uri: Uri): Promise<TextDocument> {
  await commands.executeCommand("vscode.open", uri, { preview: false })
  return until(`an editor for ${uri}`, () => {
    const document = window.activeTextEditor?.document
    return document?.uri.toString() === uri.toString() ? document : undefined
  })
}

async function closed(document: TextDocument): Promise<void> {
  await opened(document.uri)
  await commands.executeCommand("workbench.action.revertAndCloseActiveEditor")
  await until(`the end of ${document.uri}`, () => (document.isClosed ? true : undefined))
}

/** What the detection does with a document that comes to the front is known when it did it with another behind it. */
async function staysText(document: TextDocument): Promise<void> {
  const after = await workspace.openTextDocument({ language: "plaintext", content: LOG })
  await window.showTextDocument(after, { preview: false })
  await language(after, "dsreg")
  equal(document.languageId, "plaintext")
  await closed(after)
}

describe("a log of another name", () => {
  const detect = () => workspace.getConfiguration("dsreg")
  before(() => detect().update("detect", "always", ConfigurationTarget.Global))
  after(() => detect().update("detect", undefined, ConfigurationTarget.Global))

  it("is recognized when it is pasted into an untitled document", async () => {
    const document = await workspace.openTextDocument({ language: "plaintext", content: "" })
    const editor = await window.showTextDocument(document, { preview: false })
    await editor.edit((edit) => edit.insert(document.positionAt(0), LOG))
    await language(document, "dsreg")
    await closed(document)
  })

  it("is left alone when its reader set the language back, also the next time", async () => {
    const uri = Uri.joinPath((await openLog("other.txt")).uri, "../left-alone.txt")
    await workspace.fs.writeFile(uri, new TextEncoder().encode(LOG))
    const first = await opened(uri)
    await setBack(first)
    await staysText(first)
    await closed(first)
    const second = await opened(uri)
    await staysText(second)
    await closed(second)
    await workspace.fs.delete(uri)
  })

  it("is a log the next time, once it was read as one", async () => {
    await detect().update("detect", "offer", ConfigurationTarget.Global)
    const uri = Uri.joinPath((await openLog("other.txt")).uri, "../read-once.txt")
    await workspace.fs.writeFile(uri, new TextEncoder().encode(LOG))
    const first = await opened(uri)
    equal(first.languageId, "plaintext")
    await commands.executeCommand("dsreg.readAsLog")
    await language(first, "dsreg")
    await closed(first)
    const second = await opened(uri)
    await language(second, "dsreg")
    await closed(second)
    await workspace.fs.delete(uri)
  })

  it("is read at once where it is one beyond doubt, until that is undone", async () => {
    await detect().update("detect", undefined, ConfigurationTarget.Global)
    const uri = Uri.joinPath((await openLog("other.txt")).uri, "../PC-0427.txt")
    await workspace.fs.writeFile(uri, new TextEncoder().encode(SURE))
    const first = await opened(uri)
    await language(first, "dsreg")
    await commands.executeCommand("dsreg.readAsText")
    await language(first, "plaintext")
    await closed(first)
    const second = await opened(uri)
    // Behind a text that is recognized as well, so that there was time for it.
    const after = await workspace.openTextDocument({ language: "plaintext", content: SURE })
    await window.showTextDocument(after, { preview: false })
    await language(after, "dsreg")
    equal(second.languageId, "plaintext")
    await closed(after)
    await closed(second)
    await workspace.fs.delete(uri)
  })
})
