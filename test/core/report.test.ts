import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import fc from "fast-check"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { unreadDiagnosis } from "../../server/src/core/diagnosis/unread.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { isPublicPage } from "../../server/src/core/explain/sources.ts"
import { capturesIn } from "../../server/src/core/log/readLog.ts"
import { htmlReport } from "../../server/src/core/report/html.ts"
import { markdownReport } from "../../server/src/core/report/markdown.ts"
import { type Report, reportOf } from "../../server/src/core/report/report.ts"

/** The report on a text of one capture, with its lines counted from 1. */
function report(text: string): Report {
  const [capture] = Array.from(capturesIn(text))
  assert.ok(capture)
  return reportOf(diagnose(capture), (offset) => text.slice(0, offset).split("\n").length)
}

/** The states of the stages, each with the line that says so: `passed 3`. */
function stages(text: string): readonly string[] {
  return report(text).stages.map(({ state, place }) => (place ? `${state} ${place.line}` : state))
}

const NOT_JOINED =
  "| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\n"

describe("the stages of a report", () => {
  it("end at the test that fails, and tell of those behind it that they were skipped or not reached", () => {
    const failing = `${NOT_JOINED}AD Connectivity Test : PASS
AD Configuration Test : PASS
DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
DRS Connectivity Test : SKIPPED
Token acquisition Test : SKIPPED
`
    assert.deepEqual(stages(failing), ["passed 6", "failed 8", "skipped 10", "skipped 9", "unknown"])
    const first = `${NOT_JOINED}AD Connectivity Test : FAIL [0x8007054b]\n`
    assert.deepEqual(stages(first), ["failed 6", "skipped", "skipped", "skipped", "unknown"])
  })

  it("do not take a service that can be reached for a join", () => {
    const passing = `${NOT_JOINED}AD Connectivity Test : PASS
AD Configuration Test : PASS
DRS Discovery Test : PASS
DRS Connectivity Test : PASS
Token acquisition Test : SKIPPED
`
    assert.deepEqual(stages(passing).slice(0, 4), ["passed 6", "passed 7", "skipped 10", "unknown 2"])
  })

  it("tell from the last attempt where it failed, and that it got past the first two", () => {
    const attempt = `${NOT_JOINED}Previous Registration : 2026-03-17 07:11:05.000 UTC
Error Phase : join
Client ErrorCode : 0x801c03f3
`
    assert.deepEqual(stages(attempt).slice(0, 4), ["passed 7", "passed 7", "unknown 7", "failed 8"])
  })

  it("lie behind a joined device, and its user's token says the last", () => {
    const joined = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n| SSO State |\n"
    const behind = ["not-applicable 2", "not-applicable 2", "not-applicable 2", "passed 2"]
    assert.deepEqual(stages(`${joined}AzureAdPrt : YES\n`), [...behind, "passed 6"])
    assert.deepEqual(stages(`${joined}AzureAdPrt : NO\n`), [...behind, "failed 6"])
    assert.deepEqual(stages(joined), [...behind, "unknown"])
    const system = `${joined}AzureAdPrt : NO\n| Diagnostic Data |\nExecuting Account Name : CORP\\PC01$\n`
    assert.deepEqual(stages(system), [...behind, "unknown 8"])
    const past = `${joined}AzureAdPrt : YES
AzureAdPrtUpdateTime : 2026-03-01 07:00:00.000 UTC
AzureAdPrtExpiryTime : 2026-03-15 07:00:00.000 UTC
| Diagnostic Data |
Client Time : 2026-03-20 07:00:00.000 UTC
`
    assert.deepEqual(stages(past), [...behind, "failed 8"])
  })

  it("do not apply to a device in no domain that tries no join", () => {
    const alone =
      "| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : NO\n| User State |\nWorkplaceJoined : NO\n"
    assert.deepEqual(stages(alone).slice(0, 4), Array(4).fill("not-applicable 4"))
  })

  it("are all open where something of ours broke, whatever the log says", () => {
    const open = reportOf(unreadDiagnosis("AzureAdJoined : YES\n", new Error("broken")), () => 1)
    assert.deepEqual(
      open.stages.map(({ name, state }) => `${name}: ${state}`),
      ["Pre-check: unknown", "Discover: unknown", "Authentication: unknown", "Join: unknown", "Sign-in (PRT): unknown"],
    )
    assert.equal(open.unshown[0], "A fault in dsreg kept a part of the log from being read")
  })

  it("have one that fails in every log whose verdict says that the join fails", () => {
    for (const name of readdirSync("test/logs").filter((file) => file.endsWith(".dsreg"))) {
      for (const capture of capturesIn(readFileSync(join("test/logs", name), "utf8"))) {
        const { verdict, stages, phase } = reportOf(diagnose(capture), () => 1)
        if (!/the join fails in/.test(verdict) || /^(?:Microsoft Entra|Join type)/.test(verdict)) continue
        assert.equal(stages.find((stage) => stage.phase === phase)?.state, "failed", name)
      }
    }
  })
})

describe("a report", () => {
  it("has the times of the log and its events in their order, and names once", () => {
    const { timeline, identities } = report(`| Device State |
AzureAdJoined : YES
EnterpriseJoined : NO
DomainJoined : YES
Device Name : PC01.contoso.com
| Device Details |
DeviceId : 1a2b3c4d-2222-3333-4444-555555555555
DeviceCertificateValidity : [ 2026-01-31 09:16:43.000 UTC -- 2036-01-31 09:46:43.000 UTC ]
| SSO State |
AzureAdPrt : YES
AzureAdPrtUpdateTime : 2026-02-01 07:00:00.000 UTC
`)
    assert.deepEqual(
      timeline.map(({ at, what, place }) => `${at} ${what} ${place.line}`),
      [
        "2026-01-31 09:16:43 `DeviceCertificateValidity`, from 8",
        "2026-02-01 07:00:00 `AzureAdPrtUpdateTime` 11",
        "2036-01-31 09:46:43 `DeviceCertificateValidity`, until 8",
      ],
    )
    assert.deepEqual(
      identities.map(({ kind, name, place, times }) => `${kind} ${name} ${place.line} ${times}`),
      ["device PC01.contoso.com 5 1", "device 1a2b3c4d-2222-3333-4444-555555555555 7 1"],
    )
  })

  it("says what a log without tests and without its join type does not show", () => {
    assert.deepEqual(report("| SSO State |\nAzureAdPrt : YES\n").unshown, [
      "The lines that tell the join type are not in the log, or not all of them",
    ])
    assert.deepEqual(
      report("| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES\n").unshown,
      ["The tests of the join are not in the log"],
    )
  })
})

describe("a log without a fault that cannot show everything", () => {
  it("says what would show more, in both forms", () => {
    const told = report(
      "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\nExecuting Account Name : CORP\\PC01$\n",
    )
    assert.equal(told.root, undefined)
    assert.ok((told.limit?.steps.length ?? 0) > 0)
    assert.ok(told.unshown.includes("The log was made without a user's session"))
    assert.match(markdownReport(told, { file: "a" }), /\n## To see more\n\n1\. /)
    const html = htmlReport(told, { file: "a" }, { id: "a", say: english })
    assert.match(html, /<h2 id="a-more">To see more<\/h2>/)
    assert.doesNotMatch(html, /What to do/)
  })
})

/** What the HTML printer writes of itself. Everything else that looks like a tag came from a stranger. */
const OURS =
  /<\/?(?:article|header|dl|dt|dd|details|summary|h[1-3]|p|section|ol|ul|li|label|input|span|code|em|br|div|table|thead|tbody|tr|th|td|button|a)(?: (?:aria-labelledby|aria-hidden|id|class|for|type|scope|dir|translate|data-at|data-line|rel|href)="[^"<>]*")*>/g

describe("a hostile log", () => {
  const hostile = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</code></li><a href='javascript:x'>",
    "![x](http://evil.example/x.png) [y](command:z) `` ` ``` | *",
    "&lt;b&gt; &#60;b&#62;",
    "\u202egnp.exe \u0000 \u001b[31m \ud800",
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 40 })), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join(" ").replace(/[\r\n]/g, " "))

  it("brings no tag, no attribute and no address into the page", () => {
    fc.assert(
      fc.property(text, text, (value, name) => {
        const log = `| Device State |\nAzureAdJoined : NO\nDevice Name : ${value}\n| Tenant Details |\nTenantName : ${value}\n| Diagnostic Data |\nExecuting Account Name : ${value}, ann@contoso.com\nDRS Discovery Test : FAIL [0x80072ee2] ${value}\nServer Message : ${value}\n`
        const html = htmlReport(report(log), { file: name }, { id: "a", say: english })
        assert.doesNotMatch(html.replace(OURS, ""), /[<>]/)
        for (const [, address = ""] of html.matchAll(/ href="([^"]*)"/g)) assert.ok(isPublicPage(address), address)
        assert.doesNotMatch(html, /\p{Cf}|[^\P{Cc}\n]/u)
      }),
    )
  })

  it("stands in Markdown as code and nothing else", () => {
    for (const value of hostile) {
      const log = `| Device State |\nAzureAdJoined : NO\nDevice Name : PC\nDRS Discovery Test : FAIL [0x80072ee2] ${value}\n`
      const told = markdownReport(report(log), { file: `${value}.txt` })
      const bare = told.replace(/(?<!`)(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "")
      assert.doesNotMatch(bare, /alert|onerror|evil|command:|\p{Cf}|[^\P{Cc}\n]/u, value)
    }
  })
})
