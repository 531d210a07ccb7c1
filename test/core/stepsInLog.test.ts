import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { isDerived, valueNear } from "../../server/src/core/evidence/valueNear.ts"
import { explainFinding } from "../../server/src/core/explain/finding.ts"
import { advised } from "../../server/src/core/explain/steps.ts"
import { codeEntries } from "../../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../../server/src/core/knowledge/codes/serverMessages.ts"
import { type JoinType, ofHybrid } from "../../server/src/core/knowledge/joinType.ts"
import type { Advice } from "../../server/src/core/knowledge/shared.ts"
import { condition, fact, reads } from "../../server/src/core/knowledge/step.ts"
import { topics } from "../../server/src/core/knowledge/topics.ts"
import { knownName } from "../../server/src/core/log/names.ts"
import { everyRule } from "../../server/src/core/rules/case/catalogue.ts"
import { reading } from "../support/reading.ts"

const values = (all: Record<string, string>) => (name: string) => all[name]

describe("a step that the log answers", () => {
  const look = reads("Read `HTTP Error` and `Endpoint URI`.", {
    rights: "user",
    inLog: [
      { fields: ["HTTP Error"], when: /^0x0+$/ },
      { fields: ["HTTP Error"], leaves: "`HTTP Error` is {0}: look it up." },
      { fields: ["Endpoint URI"], leaves: reads("Try {0}.", { rights: "administrator" }) },
    ],
  })

  it("is an errand where there is no log, and where the log does not have it", () => {
    const errand = { text: "Read `HTTP Error` and `Endpoint URI`.", rights: "user", risk: "reads" }
    assert.deepEqual(advised(look).steps, [errand])
    assert.deepEqual(advised(look, values({ TenantId: "t" })).steps, [errand])
  })

  it("is left out, answered, or leaves another step, by the first answer that fits", () => {
    assert.deepEqual(advised(look, values({ "HTTP Error": "0x0", "Endpoint URI": "https://a" })), {
      facts: [],
      steps: [],
    })
    assert.deepEqual(advised(look, values({ "HTTP Error": "0x80072ee7" })), {
      facts: ["`HTTP Error` is `0x80072ee7`: look it up."],
      steps: [],
    })
    assert.deepEqual(advised(look, values({ "Endpoint URI": "https://a." })).steps, [
      { text: "Try `https://a`.", rights: "administrator", risk: "reads" },
    ])
  })

  it("has conditions first, and facts nowhere among the steps", () => {
    const advice = [reads("Look."), fact("It is so."), condition("Be online.", { rights: "user" })]
    assert.deepEqual(advised(advice), {
      facts: ["It is so."],
      steps: [
        { text: "Be online.", rights: "user" },
        { text: "Look.", risk: "reads" },
      ],
    })
  })

  it("leaves out what is for another kind of device, where the log tells which it is", () => {
    const forHybrid = reads("Look.", { joins: ofHybrid })
    const texts = (device?: JoinType) => advised(forHybrid, undefined, device).steps.map(({ text }) => text)
    assert.deepEqual(texts(), ["Look."])
    assert.deepEqual(texts("domain-joined"), ["Look."])
    assert.deepEqual(texts("entra-joined"), [])
    const left = reads("Ask.", { inLog: [{ fields: ["TenantId"], leaves: forHybrid }] })
    assert.deepEqual(advised(left, values({ TenantId: "t" }), "entra-joined").steps, [])
  })

  it("names a field, and has its value beside it where there is a log", () => {
    assert.deepEqual(advised("Note {Request Id}.").steps, [{ text: "Note `Request Id`." }])
    assert.deepEqual(advised("Note {Request Id}.", values({ "Request Id": "a`b\n{0}" })).steps, [
      { text: "Note `Request Id` (here `` a`b {0} ``)." },
    ])
  })

  it("has the value alone in a command, and there only what is a plain name", () => {
    const command = reads("Run `nltest /dsgetdc:{Domain}`.")
    const run = (Domain: string) => advised(command, values({ Domain })).steps.map(({ text }) => text)
    assert.deepEqual(run("corp.contoso.com"), ["Run `nltest /dsgetdc:corp.contoso.com`."])
    for (const strange of ["a b", "a`b", "a&calc", "a;b", "$(calc)", "-x", "a\nb", '"a"', "a|b"])
      assert.deepEqual(run(strange), ["Run `nltest /dsgetdc:DOMAIN`."])
    assert.deepEqual(
      advised(command).steps.map(({ text }) => text),
      ["Run `nltest /dsgetdc:DOMAIN`."],
    )
  })

  it("names fields that there are, and leaves no brace", () => {
    const advice: readonly (Advice | readonly Advice[])[] = [
      ...[...codeEntries(), ...serverMessages].map(({ resolution }) => resolution),
      ...everyRule.map(({ fix }) => fix),
      ...topics.map(({ text }) => text),
    ]
    const asked = new Set<string>()
    const known = (name: string) => {
      asked.add(name)
      return undefined
    }
    for (const step of advice.flatMap((one) => advised(one, known).steps))
      assert.doesNotMatch(`${step.text} ${step.proves ?? ""}`, /\{[A-Z0]/)
    assert.ok(asked.size > 10)
    for (const name of asked) assert.ok(/^Event \d+$/.test(name) || isDerived(name) || knownName(name), name)
  })
})

describe("what a log tells of a step", () => {
  const log = `AzureAdJoined : YES
DomainJoined : YES
DeviceId : e92325d0
AzureAdPrt : NO
Attempt Status : 0xc000006d
Endpoint URI : https://one.example
EnterprisePrt : NO
Attempt Status : 0xc0000236
Endpoint URI : https://two.example`

  it("comes from the attempt that the finding stands in, never from another", () => {
    const { evidence } = reading(log)
    const at = (needle: string) => ({ start: log.indexOf(needle), end: log.indexOf(needle) + needle.length })
    const near = (needle: string) => valueNear(evidence, [at(needle)])
    assert.equal(near("0xc000006d")("Endpoint URI"), "https://one.example")
    assert.equal(near("0xc0000236")("Endpoint URI"), "https://two.example")
    assert.equal(near("0xc0000236")("Host"), "two.example")
    assert.equal(near("e92325d0")("Host"), undefined)
    assert.equal(near("0xc0000236")("DomainJoined"), "YES")
    assert.equal(near("e92325d0")("Endpoint URI"), undefined)
  })

  it("has the computer's name and its domain, by the full name where there is one", () => {
    const of = (text: string) => valueNear(reading(text).evidence, [])
    const full = of("AzureAdJoined : NO\nDomainName : CONTOSO\nDevice Name : PC01.corp.contoso.com")
    assert.deepEqual([full("Computer"), full("Domain")], ["PC01", "corp.contoso.com"])
    const short = of("AzureAdJoined : NO\nDomainName : CONTOSO\nDevice Name : PC01")
    assert.deepEqual([short("Computer"), short("Domain")], ["PC01", "CONTOSO"])
    const user = of("AzureAdJoined : YES\nExecuting Account Name : LAKE\\gus, gus@lake.local")
    assert.deepEqual([user("Account"), user("Suffix")], ["gus", "lake.local"])
    const system = of("AzureAdJoined : YES\nExecuting Account Name : SYSTEM")
    assert.deepEqual([system("Account"), system("Suffix")], [undefined, undefined])
    const none = of("AzureAdJoined : NO")
    assert.deepEqual([none("Computer"), none("Domain")], [undefined, undefined])
  })

  it("is not told without the log", () => {
    const { evidence, findings } = reading(
      "AzureAdJoined : YES\nDomainJoined : NO\nDeviceId : e9\nDeviceAuthStatus : FAILED. Device is either disabled or deleted",
    )
    const [finding] = findings
    assert.ok(finding)
    const texts = (all: ReturnType<typeof explainFinding>) => all.steps.map(({ text }) => text).join("\n")
    assert.doesNotMatch(texts(explainFinding(finding)), /here `e9`/)
    assert.match(texts(explainFinding(finding)), /by its join type/)
    assert.match(texts(explainFinding(finding, evidence)), /`DeviceId` \(here `e9`\)/)
    assert.match(texts(explainFinding(finding, evidence)), /Run `dsregcmd \/forcerecovery`/)
    assert.doesNotMatch(texts(explainFinding(finding, evidence)), /[Rr]un `dsregcmd \/leave`/)
  })
})
