import { Uri } from "vscode"
import { extension } from "./client.ts"
import { statusRun } from "./statusRun.ts"

export const { activate, deactivate } = extension(
  async ({ extensionUri }, options) => {
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node")
    const module = Uri.joinPath(extensionUri, "dist/server.js").fsPath
    return new LanguageClient("dsreg", "dsreg", { module, transport: TransportKind.ipc }, options)
  },
  statusRun(process.platform, process.env),
)
