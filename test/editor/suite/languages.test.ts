import { equal } from "../support/expect.ts"
import { openLog } from "../support/logs.ts"

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

  for (const name of ["notes.txt", "other.txt"]) {
    it(`stays plain text for ${name}`, async () => {
      equal((await openLog(name)).languageId, "plaintext")
    })
  }
})
