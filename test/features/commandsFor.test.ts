import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { commandsFor } from "../../server/src/features/commandsFor.ts"

/** The questions that a log leaves open, in short. */
function open(text: string): readonly string[] {
  const log = new LogDocument("untitled:log", 1, text).chunkAt(0)
  return commandsFor(log, english)
    .filter(({ isNext }) => isNext)
    .map(({ command }) => /(?<=Public\\)[\w-]+/.exec(command)?.[0] ?? command)
}

const DISCOVERY = `| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
| Diagnostic Data |
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`

describe("the commands to run", () => {
  it("are there without a log, and none of them is for it", () => {
    const all = commandsFor(undefined, english)
    assert.equal(all.length, 7)
    assert.ok(all.every(({ isNext }) => !isNext))
    assert.equal(new Set(all.map(({ command }) => command)).size, 7)
  })

  it("begin with what the log does not show", () => {
    assert.deepEqual(open(`${DISCOVERY}              User Context : UN-ELEVATED User\n`), [
      "dsregcmd-system",
      "join-events",
      "network-system",
    ])
    assert.deepEqual(open(`${DISCOVERY}              User Context : SYSTEM\n`), ["join-events", "network-system"])
  })

  it("ask for the keys where a log did not test them, and for the user where SYSTEM made it", () => {
    const joined = "| Device State |\n AzureAdJoined : YES\n DomainJoined : NO\n"
    assert.deepEqual(open(`${joined}| Device Details |\n KeySignTest : MUST Run elevated to test.\n`), [
      "dsregcmd-elevated",
    ])
    const bySystem = `${joined}| SSO State |\n AzureAdPrt : NO\n| Diagnostic Data |\n Executing Account Name : NT AUTHORITY\\SYSTEM\n`
    assert.ok(open(bySystem).includes("dsregcmd-user"))
  })

  it("are none where a log answers its question", () => {
    assert.deepEqual(
      open("| Device State |\n AzureAdJoined : YES\n DomainJoined : NO\n| SSO State |\n AzureAdPrt : YES\n"),
      [],
    )
  })

  it("write what they print where every account may write, and run by no word of a log", () => {
    for (const { command } of commandsFor(undefined, english))
      assert.match(command, /^(?:dsregcmd|psexec|wevtutil) [^`$%]* > C:\\Users\\Public\\[\w-]+\.txt(?: 2>&1)?"?$/)
  })
})
