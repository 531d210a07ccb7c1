import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { glossary } from "../../server/src/core/knowledge/glossary.ts"
import { capturesIn } from "../../server/src/core/log/readLog.ts"
import { wordsExplained } from "../../server/src/core/report/glossary.ts"
import { htmlReport } from "../../server/src/core/report/html.ts"
import { markdownReport } from "../../server/src/core/report/markdown.ts"
import { reportOf } from "../../server/src/core/report/report.ts"

const JOINED = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\nDevice Name : PC01\n"
const NOT_JOINED = JOINED.replace("YES", "NO")

function report(text: string) {
  const [capture] = capturesIn(text)
  assert.ok(capture)
  return reportOf(diagnose(capture), (offset) => text.slice(0, offset).split("\n").length)
}

function head(text: string): Record<string, string> {
  return Object.fromEntries(
    report(text).head.map(({ term, name, text: words }) => [term, [name, words].filter(Boolean).join("; ")]),
  )
}

describe("a report without a fault", () => {
  it("says that nothing is to be done only where the log is whole enough", () => {
    const told = (text: string) => markdownReport(report(text), { file: "a" })
    const cut = "| Tenant Details |\nTenantName : Contoso\n"
    assert.ok(told(cut).includes("\nAsk for the whole output of `dsregcmd /status`"), told(cut))
    assert.ok(!told(cut).includes("Nothing: "))
  })
})

describe("the head of a report", () => {
  it("says of a joined PC whose user has no token what it is, of which PC, from whom and of when", () => {
    const refused = `${JOINED}| SSO State |\nAzureAdPrt : NO\nAcquirePrtDiagnostics : PRESENT\nPrevious Prt Attempt : 2025-05-05 08:00:11.000 UTC\nAttempt Status : 0xc000006d\nHTTP Error : 0x0\nHTTP status : 400\nServer Error Code : invalid_grant\nServer Error Description : AADSTS50126: no\n| Diagnostic Data |\nExecuting Account Name : CORP\\ann, ann@corp.example\n`
    assert.deepEqual(head(refused), {
      "Is it a fault?": "Yes",
      "What the user notices":
        "Microsoft 365 and other cloud apps ask for a password or another proof, and rules that demand a known device block access",
      PC: "PC01",
      "How it is joined": "Microsoft Entra hybrid joined",
      "Run by": "CORP\\ann, ann@corp.example; what it says of sign-in is about this account alone",
      Made: "the log does not say, but not before 2025-05-05 08:00:11 UTC",
    })
  })

  it("takes the time of the log from Client Time, and a fault that depends for one that depends", () => {
    const scp = `${NOT_JOINED}| Diagnostic Data |\nClient Time : 2025-11-20 10:12:36.000 UTC\nAD Connectivity Test : PASS\nAD Configuration Test : FAIL [0x80070002]\n`
    const told = head(scp)
    assert.equal(told.Made, "2025-11-20 10:12:36 UTC")
    assert.equal(told["Is it a fault?"], "Only if this PC is meant to be hybrid joined")
    assert.equal(report(scp).headline, "In the discover phase: no service connection point was found (0x80070002).")
  })

  it("does not take the days of a certificate for the time of the log", () => {
    const dates =
      "| Device Details |\nDeviceCertificateValidity : [ 2026-01-31 09:16:43.000 UTC -- 2036-01-31 09:46:43.000 UTC ]\n"
    assert.equal(head(JOINED + dates).Made, "the log does not say")
  })

  it("says of a healthy log that nothing is wrong, and of an empty one that one cannot tell", () => {
    assert.equal(head(`${JOINED}| SSO State |\nAzureAdPrt : YES\n`)["Is it a fault?"], "No")
    assert.equal(head("| SSO State |\nAzureAdPrt : YES\n")["Is it a fault?"], "The log does not hold enough to tell")
  })
})

describe("the end of the steps", () => {
  it("says in whose log which line shows the repair, and what support wants", () => {
    const { root } = report(
      `${JOINED}| SSO State |\nAzureAdPrt : NO\nAcquirePrtDiagnostics : PRESENT\nPrevious Prt Attempt : 2025-05-05 08:00:11.000 UTC\nAttempt Status : 0xc000006d\nCorrelation ID : 1a2b3c4d-2222-3333-4444-555555555555\nServer Error Description : AADSTS50126: no\n`,
    )
    const [repaired, otherwise] = root?.ending ?? []
    assert.match(repaired ?? "", /not elevated, in the session of the user .* `AzureAdPrt : YES`\.$/)
    assert.match(
      otherwise ?? "",
      /`Correlation ID` `1a2b3c4d-.*` and `Previous Prt Attempt` `2025-05-05 08:00:11.000 UTC`/,
    )
  })

  it("is the user's token too, where a device that cannot prove itself kept it away", () => {
    const { root } = report(
      `${JOINED}| SSO State |\nAzureAdPrt : NO\n| Diagnostic Data |\nKeySignTest : FAILED (0x80090016)\n`,
    )
    const [device, user] = root?.ending ?? []
    assert.match(device ?? "", /from an elevated prompt shows `KeySignTest : PASSED`\.$/)
    assert.match(user ?? "", /not elevated, in the session of the user .* `AzureAdPrt : YES`\.$/)
  })

  it("says of an app that asks although the token is there that it may", () => {
    const broker = `${JOINED}| User State |\nWamDefaultSet : NO\n| SSO State |\nAzureAdPrt : YES\n`
    assert.equal(
      head(broker)["What the user notices"],
      "Microsoft 365 apps may ask for a sign-in, although the token is there",
    )
  })

  it("is the join, where that fails, and the events, where the log has no request", () => {
    const { root } = report(
      `${NOT_JOINED}| Diagnostic Data |\nAD Connectivity Test : PASS\nAD Configuration Test : PASS\nDRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n`,
    )
    const [repaired, otherwise] = root?.ending ?? []
    assert.match(repaired ?? "", /from an elevated prompt shows `AzureAdJoined : YES`\.$/)
    assert.match(otherwise ?? "", /wevtutil qe "Microsoft-Windows-User Device Registration\/Admin"/)
  })
})

describe("a quoted line", () => {
  it("says what the log says, without the table or the numbers around it", () => {
    const table =
      "| Field | Value |\n|---|---|\n| `AzureAdJoined` | YES |\n| `DomainJoined` | YES |\n| `AzureAdPrt` | NO |\n"
    const numbered =
      "1\t+----+\n2\t| Device State |\n3\tAzureAdJoined : YES\n4\tDomainJoined : YES\n5\tAzureAdPrt : NO\n"
    for (const text of [table, numbered]) {
      const line = report(text).findings.find(({ isRoot }) => isRoot)?.lines[0]
      assert.deepEqual(line && { line: line.line, text: line.text }, { line: 5, text: "AzureAdPrt : NO" })
    }
  })
})

describe("what only a machine compares", () => {
  const text = `${JOINED}| Device Details |\nThumbprint : 24E834AED5E45543A4282FE9FD95B3E0D4CE4DE0\nDeviceCertificateValidity : [ 2026-01-31 09:16:43.000 UTC -- 2036-01-31 09:46:43.000 UTC ]\n`

  it("is folded in HTML, and not in Markdown", () => {
    const html = htmlReport(report(text), { file: "a" }, { id: "a", say: english })
    assert.match(html, /<details>[\s\S]*2036-01-31[\s\S]*24E834AED5E45543A4282FE9FD95B3E0D4CE4DE0[\s\S]*<\/details>/)
    assert.doesNotMatch(markdownReport(report(text), { file: "a" }), /24E834|2036/)
  })
})

describe("the words of a report", () => {
  it("are those that its sentences use, outside of code", () => {
    const told = wordsExplained(["The service connection point of a federated domain", "`TPM` and `SYSTEM`"])
    assert.deepEqual(
      told.map((line) => line.split(/[:(]/)[0]?.trim()),
      ["Federated domain", "SCP"],
    )
  })

  it("stand in alphabetical order, and each says something or stands for something", () => {
    const words = glossary.map(({ word }) => word)
    assert.deepEqual(
      words,
      words.toSorted((a, b) => a.localeCompare(b, "en")),
    )
    for (const { word, text, standsFor } of glossary) assert.ok(text || standsFor, word)
  })
})
