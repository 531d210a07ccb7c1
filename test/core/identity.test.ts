import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { identitiesOf } from "../../server/src/core/evidence/identity.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { supportData } from "../../server/src/features/supportData.ts"
import { reading } from "../support/reading.ts"

const ID = "6bff0bd9-820b-484b-ab20-2a4f7b76c58e"

/** The identities of a text that are no code: their kind, their name, and a star where they are introduced. */
function identities(text: string): readonly string[] {
  return readLog(text)
    .flatMap(identitiesOf)
    .filter(({ kind }) => kind !== "code")
    .map(({ kind, name, atHome }) => `${kind} ${name}${atHome ? " *" : ""}`)
}

describe("an identity", () => {
  it("is of the kind that the entry of its field says", () => {
    assert.deepEqual(identities(`| Device State |\n Device Name : ws-01.contoso.com\n`), ["device ws-01.contoso.com *"])
    assert.deepEqual(identities(`| Tenant Details |\n TenantName : Contoso Ltd\n TenantId : ${ID}\n`), [
      "tenant Contoso Ltd *",
      `tenant ${ID} *`,
    ])
    assert.deepEqual(identities(`| Device Details |\n KeyContainerId : ${ID}\n`), [`other ${ID}`])
    assert.deepEqual(identities(`| Device State |\n DomainName : CONTOSO\n`), [])
  })

  it("is the same in every spelling of the field", () => {
    const event = (line: string) => `Log Name: Microsoft-Windows-AAD/Operational\nEvent ID: 1098\n${line}\n`
    assert.deepEqual(identities(event(`Correlation ID: ${ID}`)), [`request ${ID} *`])
    assert.deepEqual(identities(event(`CorrelationID: ${ID}`)), [`request ${ID} *`])
  })

  it("comes by in the account that ran the command, and is introduced in the user of an attempt", () => {
    assert.deepEqual(identities("| Diagnostic Data |\n Executing Account Name : CONTOSO\\ann, ann@contoso.com\n"), [
      "user CONTOSO\\ann",
      "user ann@contoso.com",
    ])
    assert.deepEqual(identities("| SSO State |\n User Identity : CONTOSO\\ann\n"), ["user CONTOSO\\ann *"])
  })

  it("is none where a GUID is the same on every PC", () => {
    assert.deepEqual(
      identities("| User State |\n WamDefaultGUID : {B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)\n"),
      [],
    )
  })
})

describe("what support asks for", () => {
  it("stands in its own order, whatever the order of the log", () => {
    const attempt = `| Diagnostic Data |
 Previous Registration : 2025-01-31 09:16:43.000 UTC
 Client ErrorCode : 0x801c03f2
 Server ErrorCode : DirectoryError
 Https Status : 400
 Request Id : ${ID}
`
    assert.equal(
      supportData(reading(attempt)),
      `Request Id: ${ID}
Previous Registration: 2025-01-31 09:16:43.000 UTC
Client ErrorCode: 0x801c03f2
Server ErrorCode: DirectoryError
`,
    )
  })
})
