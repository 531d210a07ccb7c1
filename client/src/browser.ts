import { Uri } from "vscode"
import { extension } from "./client.ts"

export const { activate, deactivate } = extension(async ({ extensionUri }, options) => {
  const { LanguageClient, State } = await import("vscode-languageclient/browser")
  const worker = new Worker(Uri.joinPath(extensionUri, "dist/server.js").toString(true))
  const client = new LanguageClient("dsreg", "dsreg", worker, options)
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped || newState === State.StartFailed) worker.terminate()
  })
  return client
})
