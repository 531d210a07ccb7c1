import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { commandsIn } from "../../server/src/core/explain/commands.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { codeActions, resolvedAction } from "../../server/src/features/codeActions.ts"

const LOG = `| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
| SSO State |
                AzureAdPrt : NO
| Diagnostic Data |
      AD Connectivity Test : PASS
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
     DRS Connectivity Test : SKIPPED
     Previous Registration : 2026-03-17 07:11:05.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c0021
                Request Id : 1b8dd4ea-97cf-4ae5-9b32-d9f6ad0f4a68
`
const log = new LogDocument("file:///log.dsreg", 1, LOG)
const ALL = ["dsreg.copy", "dsreg.explain", "dsreg.goToLine"]

/** The actions with the cursor on the value of a line, with their commands. */
function actionsOn(needle: string, commands: readonly string[] = ALL) {
  const line = LOG.split("\n").findIndex((one) => one.includes(needle))
  const position = { line, character: (LOG.split("\n")[line] ?? "").indexOf(": ") + 2 }
  const params = {
    textDocument: { uri: log.uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  }
  const abilities = { showsDocuments: true, commands: new Set(commands) }
  return codeActions(log, params, abilities, english).map((action) => resolvedAction(action, () => log))
}

const titlesOn = (needle: string) => actionsOn(needle).map(({ title }) => title)

describe("the actions on a failing value", () => {
  it("begin with the step to do first, and end with what to read", () => {
    const titles = titlesOn("DRS Discovery Test")
    assert.match(titles[0] ?? "", /^First: Run .*enterpriseregistration/)
    assert.ok((titles[0] ?? "").length <= 100)
    const documentation = titles.findIndex((title) => title.startsWith("Open documentation of 0x80072ee2"))
    const explanation = titles.indexOf("Explain 0x80072ee2 here")
    const copy = titles.indexOf("Copy the resolution of 0x80072ee2")
    assert.ok(0 < copy && copy < explanation && explanation < documentation)
  })

  it("begin with what the log leaves to be done, not with what it answers", () => {
    const text = LOG.replace(
      "Request Id :",
      "Server Message : The verification of the target computer's SID failed\n                Request Id :",
    )
      .replace("FAIL [0x801c0021/0x80072ee2]", "PASS")
      .replace("discover\n", "join\n")
      .replace(/ErrorCode : 0x801c0021/, "ErrorCode : 0x801c0006")
    const other = new LogDocument("file:///other.dsreg", 1, text)
    const line = text.split("\n").findIndex((one) => one.includes("0x801c0006"))
    const position = { line, character: 32 }
    const params = {
      textDocument: { uri: other.uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    }
    const abilities = { showsDocuments: true, commands: new Set(ALL) }
    const all = codeActions(other, params, abilities, english).map((action) => resolvedAction(action, () => other))
    const first = all.find(({ title }) => title.startsWith("First: "))
    assert.match(first?.title ?? "", /^First: /)
    assert.doesNotMatch(first?.title ?? "", /Read `?Server/)
  })

  it("say what to do about the reason alone, and of the general code beside it where to read", () => {
    for (const needle of ["DRS Discovery Test", "Client ErrorCode"]) {
      const titles = titlesOn(needle)
      assert.equal(titles.filter((title) => title.startsWith("First: ")).length, 1, needle)
      assert.ok(titles.includes("Explain 0x801c0021 here"), needle)
      assert.ok(!titles.includes("Copy the resolution of 0x801c0021"), needle)
    }
  })

  it("copy the commands to run, and none that changes something", () => {
    const copy = actionsOn("DRS Discovery Test").find(
      ({ title }) => title === "Copy the commands to run for 0x80072ee2",
    )
    assert.equal(copy?.command?.command, "dsreg.copy")
    const lines = String(copy?.command?.arguments?.[0]).split("\n")
    assert.ok(lines.some((line) => line.startsWith("curl.exe -m 20 https://enterpriseregistration")))
    assert.ok(lines.includes("netsh winhttp show proxy"))
  })
})

describe("the actions on what only follows", () => {
  for (const needle of ["DRS Connectivity Test", "Client ErrorCode", "AzureAdJoined"]) {
    it(`lead to the cause: ${needle}`, () => {
      const [first, second] = actionsOn(needle)
      assert.equal(first?.title, "Go to the cause, line 8")
      assert.deepEqual(first?.command?.arguments, ["file:///log.dsreg", 7])
      assert.match(second?.title ?? "", /^First: Run .*enterpriseregistration/)
    })
  }

  it("lead from a token that an unjoined device cannot have to the join", () => {
    assert.equal(titlesOn("AzureAdPrt")[0], "Go to the cause, line 2")
  })

  it("do not lead anywhere for a client that cannot go there", () => {
    assert.ok(actionsOn("SKIPPED", ["dsreg.copy"]).every(({ title }) => !title.startsWith("Go to")))
  })
})

describe("the actions on other lines", () => {
  it("copy for support on the request id", () => {
    const copy = actionsOn("Request Id").find(({ title }) => /Microsoft support/.test(title))
    assert.match(String(copy?.command?.arguments?.[0]), /^Request Id: 1b8dd4ea/m)
  })

  it("are none on a value that is as it should be", () => {
    assert.deepEqual(titlesOn("AD Connectivity Test"), [])
  })
})

describe("commands in steps", () => {
  it("are whole, look only, and stand once", () => {
    const reads = (text: string) => ({ text, risk: "reads" as const })
    const steps = [
      reads("Run `dsregcmd /status`, then `nltest /dsgetdc:` with the domain, or `net user NAME /domain`."),
      reads("Run `dsregcmd /status` again and read `AzureAdPrt`; `Get-Tpm` tells more."),
      { text: "Run `dsregcmd /leave`.", risk: "changes" as const },
      { text: "Run `klist purge`." },
    ]
    assert.deepEqual(commandsIn(steps), ["dsregcmd /status", "Get-Tpm"])
  })
})
