import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { WideTable } from "../../server/src/core/log/wideTable.ts"
import { readings } from "../support/reading.ts"

const TABLE = `"PSComputerName","AzureAdJoined","DomainJoined","AzureAdPrt","DeviceAuthStatus","Server Error Description"
"DESK-1","YES","YES","YES","SUCCESS",""
"DESK-2","YES","YES","NO","FAILED. Device is either disabled or deleted",""
"DESK-3","NO","YES","","",""
`

function logs(text: string): string {
  return new WideTable().next(text)
}

describe("a table with a column for each field", () => {
  it("is read as a log a row, on the line of the row", () => {
    const lines = logs(TABLE).split("\n")
    assert.equal(lines.length, TABLE.split("\n").length)
    assert.equal(lines[0], "")
    assert.match(lines[2] ?? "", /Device Name : DESK-2 {3}AzureAdJoined : YES {3}DomainJoined : YES {3}AzureAdPrt : NO/)
    assert.deepEqual(
      readings(logs(TABLE)).map(({ joinType, findings }) => [joinType, findings.map(({ rule }) => rule.id).join()]),
      [
        ["hybrid-joined", ""],
        ["hybrid-joined", "device-disabled-or-deleted"],
        ["domain-joined", "hybrid-join-incomplete"],
      ],
    )
  })

  it("may have semicolons or tabs, no quotes, and a line that names the type above", () => {
    const plain = "#TYPE Selected\nAzureAdJoined;DomainJoined;AzureAdPrt\nYES;NO;YES\n"
    assert.match(logs(plain).split("\n")[2] ?? "", /AzureAdJoined : YES {3}DomainJoined : NO {3}AzureAdPrt : YES$/)
    assert.match(logs(plain.replaceAll(";", "\t")).split("\n")[2] ?? "", /DomainJoined : NO {3}AzureAdPrt : YES$/)
  })

  it("may be one that Format-Table prints, up to the empty line behind it", () => {
    const [heading, dashes, first, second, , prose] = logs(
      "PSComputerName AzureAdJoined DomainJoined AzureAdPrt\n-------------- ------------- ------------ ----------\nDESK-1         YES           YES          YES\nDESK-2         NO            YES\n\nDone             in             3 s\n",
    ).split("\n")
    assert.deepEqual([dashes, prose], ["", "Done             in             3 s"])
    assert.match(heading ?? "", /^PSComputerName/)
    assert.match(first ?? "", /Device Name : DESK-1 {3}AzureAdJoined : YES {3}DomainJoined : YES {3}AzureAdPrt : YES$/)
    assert.match(second ?? "", /Device Name : DESK-2 {3}AzureAdJoined : NO {3}DomainJoined : YES$/)
  })

  it("loses only the rest of a value that goes on in the next lines", () => {
    const [, first, second, third, last] = logs(
      '"AzureAdJoined","DomainJoined","AzureAdPrt","Server Error Description","User Identity"\n"YES","NO","NO","AADSTS50126: wrong.\nTrace ID: 1\n","ann"\n"YES","NO","YES","",""\n',
    ).split("\n")
    assert.match(first ?? "", /Server Error Description : AADSTS50126: wrong\.$/)
    assert.deepEqual([second, third], ["", ""])
    assert.match(last ?? "", /AzureAdPrt : YES$/)
  })

  it("is the same in whatever parts of whole lines it comes", () => {
    const table = new WideTable()
    const parts = TABLE.split(/(?<=\n)/).map((line) => table.next(line))
    assert.equal(parts.join(""), logs(TABLE))
  })
})

describe("any other text", () => {
  it("stays as it is", () => {
    for (const text of [
      "| Device State |\nAzureAdJoined : YES\nDomainJoined : NO\n",
      '"Name","Value"\n"AzureAdJoined","YES"\n"DomainJoined","NO"\n',
      "TenantId,DeviceId,Thumbprint\n1,2,3\n",
    ])
      assert.equal(logs(text), text)
    fc.assert(fc.property(fc.string(), (text) => logs(text).split("\n").length === text.split("\n").length))
  })
})
