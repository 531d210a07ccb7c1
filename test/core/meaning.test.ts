import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import fc from "fast-check"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { type Meant, meantSpans, type Weigh } from "../../server/src/core/diagnosis/meaning.ts"
import { fieldEntries } from "../../server/src/core/knowledge/fields/catalogue.ts"
import { type JoinType, valuesFor } from "../../server/src/core/knowledge/joinType.ts"
import { judgement } from "../../server/src/core/knowledge/judgement.ts"
import { fieldMeaning } from "../../server/src/core/knowledge/lookup.ts"
import type { SectionId } from "../../server/src/core/knowledge/sectionId.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { rules } from "../../server/src/core/rules/catalogue.ts"
import { annotated, drawn } from "../support/annotated.ts"
import { anyText } from "../support/anyText.ts"
import { reading, readings } from "../support/reading.ts"

const asTheRules: Weigh = ({ severity }) => severity

/** Fails unless exactly what is drawn means something, and that. */
function means(drawing: string, weigh: Weigh = asTheRules): void {
  const { text } = annotated(drawing)
  const marks = meantSpans(reading(text), weigh).map(({ span, meaning }) => ({ ...span, label: meaning }))
  assert.equal(drawn(text, marks), drawing.replace(/^\n/, ""))
}

describe("what a value means", () => {
  it("is not healthy for a token that is past its end", () => {
    means(`
        AzureAdJoined : YES
                        ^^^ healthy
         DomainJoined : NO
                        ^^ healthy
           AzureAdPrt : YES
 AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ consequence
 AzureAdPrtExpiryTime : 2025-01-15 08:00:00.000 UTC
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ failing
 Previous Prt Attempt : 2025-02-01 08:00:00.000 UTC
`)
  })

  it("is healthy where it is what it should be on this device", () => {
    means(`
    AzureAdJoined : YES
                    ^^^ healthy
 EnterpriseJoined : NO
                    ^^ healthy
     DomainJoined : NO
                    ^^ healthy
       DomainName : YES
 DeviceAuthStatus : SUCCESS
                    ^^^^^^^ healthy
           NgcSet : NO
       AzureAdPrt : YES
                    ^^^ healthy
      KeySignTest : PASSED
                    ^^^^^^ healthy
    PolicyEnabled : YES`)
  })

  it("is said by the device, not by the word", () => {
    means(`
    AzureAdJoined : NO
 EnterpriseJoined : NO
                    ^^ healthy
     DomainJoined : NO
  WorkplaceJoined : YES
                    ^^^ healthy
    WamDefaultSet : NO
                    ^^ notApplicable
       AzureAdPrt : NO
                    ^^ notApplicable`)
  })

  it("is failing at a finding, a consequence where it follows from one", () => {
    means(`
        AzureAdJoined : NO
                        ^^ consequence
         DomainJoined : YES
      WorkplaceJoined : NO
AD Configuration Test : PASS
                        ^^^^ healthy
   DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ failing
DRS Connectivity Test : SKIPPED
                        ^^^^^^^ consequence
Token acquisition Test : FAIL [0x801c0021/0x80072ee2]
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ consequence
Previous Registration : 2025-01-31 09:16:43.000 UTC
          Error Phase : discover
     Client ErrorCode : 0x801c0021
                        ^^^^^^^^^^ consequence
           Request Id : 6bff0bd9-820b-484b-ab20-2a4f7b76c58e
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identifier`)
  })

  it("of a default account is a consequence beside a missing token", () => {
    means(`
 AzureAdJoined : YES
                 ^^^ healthy
  DomainJoined : YES
                 ^^^ healthy
 WamDefaultSet : NO
                 ^^ consequence
    AzureAdPrt : NO
                 ^^ failing
   KeySignTest : MUST Run elevated to test.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ notApplicable`)
  })

  it("of a missing token is a consequence on a device that is gone", () => {
    means(`
    AzureAdJoined : YES
                    ^^^ healthy
     DomainJoined : NO
                    ^^ healthy
 DeviceAuthStatus : FAILED. Device is either disabled or deleted
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ failing
    WamDefaultSet : NO
                    ^^ consequence
       AzureAdPrt : NO
                    ^^ consequence`)
  })

  it("about a user is nothing where there was none", () => {
    means(`
| User State |
                NgcSet : NO
                         ^^ notApplicable
         WamDefaultSet : ERROR (0xd0020017)
                         ^^^^^^^^^^^^^^^^^^ notApplicable
| SSO State |
            AzureAdPrt : NO
                         ^^ notApplicable
         User Identity : ann@contoso.com
                         ^^^^^^^^^^^^^^^ notApplicable
| Diagnostic Data |
    AadRecoveryEnabled : NO
                         ^^ healthy`)
  })

  it("is an identifier where it names one thing, unless it is masked", () => {
    means(`
              DeviceId : 0d3f5a52-9c1e-4f0b-8a77-52c6c1a0e914
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identifier
            Thumbprint : 8B14E0D2A97C63F5D0B1E4478C2A9F6037D5E1AC
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identifier
              TenantId : xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxx21e8
              NgcKeyId : {3E58B6D1-70A4-4C9F-9B22-D5F10C8E6A47}
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ identifier
        WamDefaultGUID : {B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)
Executing Account Name : CONTOSO\\ann, ann@contoso.com
                         ^^^^^^^^^^^ identifier
                                      ^^^^^^^^^^^^^^^ identifier
         User Identity : ***@contoso.com`)
  })

  it("is healthy in an event, and nothing where it says that nothing was tested", () => {
    means(`
Log Name: Microsoft-Windows-User Device Registration/Admin
Event ID: 360
User has logged on with AAD credentials: Yes
                                         ^^^ healthy
Windows Hello for Business policy is enabled: Yes
User account has Cloud TGT: Not Tested
                            ^^^^^^^^^^ notApplicable
Server error: empty
              ^^^^^ notApplicable`)
  })

  it("is healthy wherever the entry says so", () => {
    means(`
| User State |
            CanReset : DestructiveOnly
                       ^^^^^^^^^^^^^^^ healthy
| Diagnostic Data |
Last HostName Update : NONE
                       ^^^^ notApplicable
| Ngc Prerequisite Check |
  SessionIsNotRemote : YES
                       ^^^ healthy
    PostLogonEnabled : YES`)
  })

  it("of a test that no failure kept from running is nothing", () => {
    means(`
 AD Connectivity Test : PASS
                        ^^^^ healthy
 Kerberos Ticket Test : SKIPPED
                        ^^^^^^^ notApplicable`)
  })
})

describe("a rule that the user set otherwise", () => {
  const log = (label: string) => `
 AadRecoveryEnabled : YES${label}
        KeySignTest : PASSED
                      ^^^^^^ healthy`
  const failing = log("\n                      ^^^ failing")

  it("fails as an error or a warning", () => {
    means(failing, () => "error")
    means(failing, () => "warning")
  })

  it("does not fail as information or when it is off, and is not healthy either", () => {
    means(log(""), () => "info")
    means(log(""), () => "off")
    means(
      `
   AzureAdJoined : YES
EnterpriseJoined : YES
    DomainJoined : YES
                   ^^^ healthy`,
      () => "off",
    )
  })

  it("takes its consequences with it", () => {
    const rest = `
AD Configuration Test : FAIL [0x80070547]
DRS Discovery Test : SKIPPED
                     ^^^^^^^ notApplicable`
    means(rest, () => "off")
  })
})

describe("in every text", () => {
  const texts = [
    ...readdirSync("test/logs")
      .filter((file) => file.endsWith(".dsreg"))
      .map((file) => readFileSync(`test/logs/${file}`, "utf8")),
    ...rules.flatMap(({ bad, good }) => [...bad, ...good].map((example) => annotated(example).text)),
  ]

  it("what means something lies apart, in order and inside", () => {
    for (const text of texts) for (const diagnosis of readings(text)) inOrder(diagnosis.evidence.capture.text, text)
    fc.assert(fc.property(anyText(), (text) => inOrder(text, text)))
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), (text, from, to) => {
        const cut = text.slice(0, from % (text.length + 1)) + text.slice(to % (text.length + 1))
        inOrder(cut, cut)
      }),
    )
  })

  it("a value that a rule speaks of is not healthy, and no error or warning goes unseen", () => {
    for (const text of texts) {
      for (const diagnosis of readings(text)) {
        const meant = meantSpans(diagnosis, asTheRules)
        for (const { span, severity, related = [] } of diagnosis.findings) {
          for (const place of [span, ...related.map((one) => one.span)]) {
            assert.ok(!meant.some((one) => one.meaning === "healthy" && overlap(one.span, place)))
          }
          if (severity !== "info" && span.end > span.start) assert.ok(covered(meant, span), text)
        }
      }
    }
  })

  it("a healthy log has nothing that fails or follows", () => {
    for (const file of readdirSync("test/logs").filter((name) => /^healthy-.*\.dsreg$/.test(name))) {
      for (const diagnosis of readings(readFileSync(`test/logs/${file}`, "utf8"))) {
        const wrong = meantSpans(diagnosis, asTheRules).filter(({ meaning }) => /failing|consequence/.test(meaning))
        assert.deepEqual(wrong, [], file)
      }
    }
  })
})

describe("a judgement", () => {
  const types: readonly JoinType[] = [
    "entra-joined",
    "hybrid-joined",
    "enterprise-joined",
    "domain-joined",
    "registered",
    "none",
    "unknown",
  ]
  const of = (name: string, section: SectionId, value: string, device: JoinType = "hybrid-joined") =>
    judgement(fieldMeaning(name, section), value, section, device)

  it("is about a value that the entry explains", () => {
    for (const { name, healthy, notApplicable, values = {} } of fieldEntries) {
      for (const judged of [healthy, notApplicable]) {
        for (const value of types.flatMap((type) => (judged ? valuesFor(judged, type) : []))) {
          assert.ok(
            Object.keys(values).some((one) => value.includes(one)),
            `${name}: ${value}`,
          )
        }
      }
    }
  })

  it("does not contradict itself", () => {
    for (const { name, healthy, notApplicable } of fieldEntries) {
      for (const type of types) {
        const both = healthy && notApplicable ? valuesFor(healthy, type) : []
        assert.ok(!both.some((value) => valuesFor(notApplicable ?? [], type).includes(value)), name)
      }
    }
  })

  it("looks at the device, in any case and with or without a full stop", () => {
    assert.equal(of("DomainJoined", "device-state", "yes"), "healthy")
    assert.equal(of("DomainJoined", "device-state", "YES", "entra-joined"), undefined)
    assert.equal(of("DomainJoined", "device-state", "NO", "entra-joined"), "healthy")
    assert.equal(of("KeySignTest", "diagnostic-data", "MUST run elevated to test"), "notApplicable")
  })

  it("looks at the section, for fields without an entry too", () => {
    assert.equal(of("SessionIsNotRemote", "ngc", "UNKNOWN"), "notApplicable")
    assert.equal(of("WamDefaultSet", "user-state", "UNKNOWN"), undefined)
    assert.equal(of("Whatever", "join-debug", "undefined"), "notApplicable")
    assert.equal(of("Whatever", "diagnostic-data", "YES"), undefined)
  })
})

function inOrder(capture: string, text: string): void {
  let last = 0
  for (const { span } of meantSpans(diagnose(readLog(capture)[0] ?? assert.fail()), asTheRules)) {
    assert.ok(last <= span.start && span.start < span.end && span.end <= capture.length, text)
    last = span.end
  }
}

function overlap(one: Meant["span"], other: Meant["span"]): boolean {
  return one.start < other.end && other.start < one.end
}

function covered(meant: readonly Meant[], span: Meant["span"]): boolean {
  return meant.some((one) => one.meaning === "failing" && one.span.start <= span.start && span.end <= one.span.end)
}
