import { commands, window, workspace } from "vscode"
import { captureBy, type StatusRun } from "../../../client/src/commands/capture.ts"
import { equal, ok } from "../support/expect.ts"
import { closeTexts } from "../support/logs.ts"
import { until } from "../support/until.ts"

const LOG = "+---+\n| Device State |\n+---+\n\n             AzureAdJoined : NO\n              DomainJoined : YES\n"

/** Nobody has to be asked what a stand-in's log does not show. */
const noServer = { request: async () => undefined }

const openTexts = () => workspace.textDocuments.filter(({ isUntitled }) => isUntitled)

async function captured(run: StatusRun): Promise<void> {
  await captureBy(run, noServer)
  const document = await until("the log in front", () => {
    const front = window.activeTextEditor?.document
    return front?.isUntitled && front.getText().includes("AzureAdJoined : NO") ? front : undefined
  })
  equal(document.languageId, "dsreg")
}

describe("a log of this PC", () => {
  afterEach(closeTexts)

  it("is a new document with what the program printed", () => captured(async () => ({ kind: "printed", text: LOG })))

  // A worker of the browser runs no program.
  if (typeof process !== "undefined" && process.versions?.node) {
    it("is printed by a program that runs without a shell", async () => {
      const { programRun } = await import("../../../client/src/statusRun.ts")
      // The program of a desktop's host is an editor, which is Node when it is told so.
      process.env.ELECTRON_RUN_AS_NODE = "1"
      await captured(programRun(process.execPath, ["-e", `process.stdout.write(${JSON.stringify(LOG)})`]))
    })
  }

  it("is none where somebody gives up, or where this is no Windows desktop", async () => {
    await captureBy(async () => ({ kind: "cancelled" }), noServer)
    void commands.executeCommand("dsreg.capture")
    ok((await commands.getCommands(true)).includes("dsreg.capture"), "there is no such command")
    equal(openTexts(), [])
  })
})
