import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { capturesIn } from "../../server/src/core/log/readLog.ts"
import { shortVerdict } from "../../server/src/features/shortVerdict.ts"

function shortOf(text: string): string {
  const [capture] = capturesIn(text)
  assert.ok(capture)
  return shortVerdict(diagnose(capture), 60)
}

const UNJOINED = "| Device State |\n AzureAdJoined : NO\n DomainJoined : YES\n| Diagnostic Data |\n"

describe("the verdict in few words", () => {
  it("is what it rests on", () => {
    assert.equal(
      shortOf(`${UNJOINED} DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n`),
      "Discovery failed: network time-out (0x80072ee2)",
    )
  })

  it("keeps the code where the message is too long", () => {
    const log = readFileSync("test/logs/event-304-name-not-resolved.dsreg", "utf8")
    assert.equal(shortOf(log), "Discover phase: server name not resolved (0x80072ee7)")
  })

  it("calls nothing a fault that may be none", () => {
    assert.equal(
      shortOf(`${UNJOINED} AD Configuration Test : FAIL [0x80070002]\n`),
      "No service connection point was found…",
    )
  })

  it("does not say that nothing is wrong where a log cannot show it all", () => {
    const joined = "| Device State |\n AzureAdJoined : YES\n DomainJoined : NO\n"
    assert.equal(shortOf(joined), "Microsoft Entra joined; the log shows no fault")
    const system = readFileSync("test/logs/account-of-the-computer.dsreg", "utf8")
    assert.equal(shortOf(system), "No fault in what is shown · Microsoft Entra hybrid joined")
  })

  it("is as short as it has to be, of every log", () => {
    for (const file of readdirSync("test/logs").filter((name) => name.endsWith(".dsreg"))) {
      for (const capture of capturesIn(readFileSync(`test/logs/${file}`, "utf8"))) {
        for (const length of [40, 60]) {
          const text = shortVerdict(diagnose(capture), length)
          assert.ok(text.length > 0 && text.length <= length, `${file}: ${text}`)
        }
      }
    }
  })
})
