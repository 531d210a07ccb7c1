import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { type FieldEntry, fields, keysOf } from "../../server/src/core/knowledge/fieldEntry.ts"
import { type FieldName, fieldEntries } from "../../server/src/core/knowledge/fields/catalogue.ts"
import { plainName } from "../../server/src/core/knowledge/plainName.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"

/** The names of the entries that an attribute is true of, in their order. */
function namesWhere(holds: (entry: FieldEntry) => unknown): readonly string[] {
  return fieldEntries.filter(holds).map(({ name }) => name)
}

describe("the name of a field", () => {
  it("compiles in any spelling of an entry, and in no other", () => {
    const known: readonly FieldName[] = [
      "AzureAdPrt",
      "CloudTGT",
      "CloudTgt",
      "Request ID",
      "TenandID",
      "isDcAvailable",
    ]
    const keys = new Set(fieldEntries.flatMap(keysOf))
    for (const name of known) assert.ok(keys.has(plainName(name)), name)
    // @ts-expect-error: a letter is missing.
    const mistyped: FieldName = "AzureAdPr"
    assert.ok(!keys.has(plainName(mistyped)))
  })

  it("is no other where entries are written", () => {
    const [entry] = fields([
      { kind: "field-entry", name: "A", aliases: ["B"], sections: ["ngc"], meaning: "Nothing.", sources: [] },
    ])
    const names: readonly ("A" | "B" | undefined)[] = [entry?.name, ...(entry?.aliases ?? [])]
    assert.deepEqual(names, ["A", "B"])
  })
})

describe("what a field's entry says", () => {
  it("of the group it belongs to", () => {
    assert.deepEqual(
      namesWhere(({ block }) => block === "previous-registration"),
      [
        "Previous Registration",
        "Registration Type",
        "Error Phase",
        "Client ErrorCode",
        "Server ErrorCode",
        "Server ErrorSubCode",
        "Server Operation",
        "Server Message",
        "Server Time",
        "Https Status",
        "Request Id",
      ],
    )
    assert.deepEqual(
      namesWhere(({ block }) => block === "prt-diagnostics"),
      [
        "AcquirePrtDiagnostics",
        "RefreshPrtDiagnostics",
        "Previous Prt Attempt",
        "Attempt Status",
        "User Identity",
        "Credential Type",
        "Correlation ID",
        "Endpoint URI",
        "HTTP Method",
        "HTTP Error",
        "HTTP status",
        "Server Error Code",
        "Server Error Description",
      ],
    )
    assert.deepEqual(
      namesWhere(({ begins }) => begins),
      ["AcquirePrtDiagnostics", "RefreshPrtDiagnostics", "Previous Registration"],
    )
    assert.deepEqual(
      namesWhere(({ owns }) => owns === "prt-diagnostics"),
      ["AzureAdPrt", "EnterprisePrt"],
    )
    assert.deepEqual(
      namesWhere(({ wraps }) => wraps),
      ["Server Error Description", "Server Message", "Auto Detect PAC Status"],
    )
  })

  it("of the test it is, in the order in which the tests run", () => {
    assert.deepEqual(
      fieldEntries.flatMap(({ name, test }) => (test ? [[name, test]] : [])),
      [
        ["AD Connectivity Test", "precheck"],
        ["AD Configuration Test", "discover"],
        ["DRS Discovery Test", "discover"],
        ["DRS Connectivity Test", "join"],
        ["Kerberos Ticket Test", "auth"],
        ["Token acquisition Test", "auth"],
      ],
    )
  })

  it("of the time when the log was made", () => {
    assert.deepEqual(
      namesWhere(({ tells }) => tells === "clock"),
      ["Client Time"],
    )
    assert.deepEqual(
      namesWhere(({ tells }) => tells === "past"),
      [
        "AzureAdPrtUpdateTime",
        "Previous Prt Attempt",
        "EnterprisePrtUpdateTime",
        "Previous Registration",
        "Last HostName Update",
      ],
    )
  })

  it("of the text it stands in", () => {
    assert.deepEqual(
      [...new Set(namesWhere(({ mark }) => mark))],
      [
        "AzureAdJoined",
        "EnterpriseJoined",
        "DeviceCertificateValidity",
        "WorkplaceJoined",
        "WamDefaultSet",
        "AzureAdPrt",
        "AD Configuration Test",
        "DRS Discovery Test",
        "Previous Registration",
        "Client ErrorCode",
      ],
    )
  })

  it("of how it writes codes", () => {
    const spelled = (codes: FieldEntry["codes"]) => namesWhere((entry) => entry.codes === codes)
    assert.deepEqual(spelled("words"), [
      "Server Error Code",
      "Server ErrorCode",
      "Server ErrorSubCode",
      "Join error subcode",
    ])
    assert.deepEqual(spelled("decimal"), ["Result", "Error", "Token provider error code"])
    assert.deepEqual(spelled("flag"), ["resultCode"])
  })

  it("of what Windows Hello needs, in the order in which it is to be met", () => {
    assert.deepEqual(
      namesWhere(({ prerequisite }) => prerequisite),
      [
        "IsDeviceJoined",
        "IsUserAzureAD",
        "PolicyEnabled",
        "DeviceEligible",
        "SessionIsNotRemote",
        "ScepReady",
        "AdfsRefreshToken",
        "AdfsRaIsReady",
        "LogonCertTemplateReady",
        "OnPremTGT",
      ],
    )
    assert.deepEqual(
      namesWhere(({ asksUser }) => asksUser),
      ["PolicyEnabled", "DeviceEligible", "SessionIsNotRemote"],
    )
    assert.deepEqual(
      namesWhere(({ ofDevice }) => ofDevice),
      ["IsDeviceJoined"],
    )
  })

  it("of what says NO because of something else", () => {
    assert.deepEqual(
      fieldEntries.flatMap(({ name, follows }) => (follows ? [[name, ...follows]] : [])),
      [
        ["WamDefaultSet", "AzureAdPrt"],
        ["AzureAdPrt", "DeviceAuthStatus", "KeySignTest"],
      ],
    )
  })
})

describe("the proxy of the account SYSTEM", () => {
  it("is told from that of the user, with what the search for a script came to", () => {
    const log = `| IE Proxy Config for System Account |
      Auto Detect Settings : YES
         Proxy Server List :
| URL Specific Proxy Config |
    Auto Detect PAC Status : Failed to auto detect the Proxy Auto-Configuration (PAC) script u
sing WPAD. code: 0x80072f94

    Executing Account Name : CONTOSO\\SRV-01$, SRV-01$@contoso.com
| IE Proxy Config for Current User |
         Proxy Server List : proxy.contoso.com:8080
`
    assert.deepEqual(
      readLog(log).flatMap(({ fields: read }) =>
        read.map(({ name, entry, value }) => [name, entry?.sections[0], value.includes("0x80072f94")]),
      ),
      [
        ["Auto Detect Settings", "ie-proxy-system", false],
        ["Proxy Server List", "ie-proxy-system", false],
        ["Auto Detect PAC Status", "url-proxy", true],
        ["Executing Account Name", "diagnostic-data", false],
        ["Proxy Server List", "ie-proxy", false],
      ],
    )
  })
})
