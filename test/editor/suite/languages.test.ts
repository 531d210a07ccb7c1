import { equal } from "../support/expect.ts"
import { openLog } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("the language of a file", () => {
  for (const name of [
    "join-failure.dsreg",
    "dsregcmd-status.txt",
    "DsRegCmd_TSP-WS-207.log",
    "tsp-ws-207-dsreg-status-before.txt",
  ]) {
    it(`is dsreg for ${name}`, async () => {
      equal((await openLog(name)).languageId, "dsreg")
    })
  }

  it("is dsreg for a log of another name, by its content", async () => {
    const document = await openLog("notes.txt")
    await until("its language", () => (document.languageId === "dsreg" ? true : undefined))
  })

  it("stays plain text for other.txt", async () => {
    equal((await openLog("other.txt")).languageId, "plaintext")
  })
})
