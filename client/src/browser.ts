import { Uri } from "vscode"
import { extension } from "./client.ts"

export const { activate, deactivate } = extension(async ({ extensionUri }, options) => {
  const { LanguageClient, State } = await import("vscode-languageclient/browser")
  const address = (file: string) => Uri.joinPath(extensionUri, "dist", file).toString(true)
  // The server loads the catalogue from the address that is its name.
  const worker = new Worker(address("server.browser.js"), { name: address("catalogue.js") })
  const client = new LanguageClient("dsreg", "dsreg", worker, options)
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped || newState === State.StartFailed) worker.terminate()
  })
  return client
})
