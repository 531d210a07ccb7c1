import { commands, env, l10n, ProgressLocation, UIKind, window, workspace } from "vscode"
import { recognition } from "../../../server/src/core/log/recognize.ts"
import type { CommandChoice } from "../../../server/src/features/commandsFor.ts"
import type { Server } from "../server.ts"

/** How a run of dsregcmd ended. */
export type Captured =
  | { readonly kind: "printed"; readonly text: string }
  | { readonly kind: "failed"; readonly why: string }
  | { readonly kind: "cancelled" }

/** Runs `dsregcmd /status` once; `cancelled` takes what to do when somebody gives up. */
export type StatusRun = (cancelled: (stop: () => void) => void) => Promise<Captured>

/** Whether this window may run it: on the desktop of the PC itself, in a workspace that its user trusts. */
export function mayCapture(run: StatusRun | undefined): run is StatusRun {
  return run !== undefined && workspace.isTrusted && env.uiKind === UIKind.Desktop && env.remoteName === undefined
}

/** Takes a log of this PC into a new document, and says what another session would add. */
export async function capture(server: Server, run: StatusRun | undefined): Promise<void> {
  if (!mayCapture(run)) {
    await tell(
      l10n.t("A log of this PC can be taken in a trusted workspace on a Windows desktop only. Run the command there."),
    )
    return
  }
  await captureBy(run, server)
}

/** The same by a run that is allowed. */
export async function captureBy(run: StatusRun, server: Pick<Server, "request">): Promise<void> {
  const title = l10n.t("Running dsregcmd /status")
  const captured = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) => run((stop) => token.onCancellationRequested(stop)),
  )
  if (captured.kind === "cancelled") return
  if (captured.kind === "failed") {
    void window.showErrorMessage(l10n.t("dsregcmd could not be run: {0}", captured.why))
    return
  }
  const { text: content } = captured
  if (recognition(content) === "no") {
    void window.showErrorMessage(l10n.t("dsregcmd ran, but what it printed is no log."))
    return
  }
  const document = await workspace.openTextDocument({ language: "dsreg", content })
  await window.showTextDocument(document, { preview: false })
  const choices = await server.request<readonly CommandChoice[]>("dsreg/commandsToRun", {
    uri: document.uri.toString(),
  })
  const next = choices?.filter(({ isNext }) => isNext) ?? []
  if (next.length > 0)
    await tell(l10n.t("This log does not answer: {0}", next.map(({ question }) => question).join(" ")))
}

/** A message with the way to the commands. */
async function tell(message: string): Promise<void> {
  const commandsToRun = l10n.t("Copy the Command to Run...")
  if ((await window.showInformationMessage(message, commandsToRun)) === commandsToRun)
    await commands.executeCommand("dsreg.copyCommandToRun")
}
