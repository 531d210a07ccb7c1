import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { allFields, blocksOf, fieldAt, fieldIn } from "../../server/src/core/log/query.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"

/** The capture of a text that holds one. */
function capture(text: string) {
  const [first, ...others] = readLog(text)
  assert.ok(first && others.length === 0)
  return first
}

const textsOf = (text: string) => readLog(text).map((one) => one.text)

/** The fields of a text as `section/name=value` lines. */
function fieldsOf(text: string): string[] {
  return Array.from(
    allFields(capture(text)),
    ({ section, field }) => `${section.id}/${field.name}=${field.value.replace(/\s+/g, " ")}`,
  )
}

const box = (title: string) =>
  `+------------------------------------------------+\n| ${title}      |\n+------------------------------------------------+\n\n`

describe("one line", () => {
  const shapes: readonly [string, string, string][] = [
    ["the current layout", "             AzureAdJoined : YES", "AzureAdJoined=YES"],
    ["the older layout", "    AzureAdJoined: YES", "AzureAdJoined=YES"],
    ["a doubled colon", "     KeySignTest: : MUST Run elevated to test.", "KeySignTest=MUST Run elevated to test."],
    ["carriage returns", "             AzureAdJoined : YES\r\n", "AzureAdJoined=YES"],
    ["tabs", "\tAzureAdJoined\t:\tYES\t", "AzureAdJoined=YES"],
    ["trailing blanks", "AzureAdJoined : YES  ", "AzureAdJoined=YES"],
    ["a byte order mark", "\ufeffAzureAdJoined : YES", "AzureAdJoined=YES"],
    ["an empty value", "                    MdmUrl :", "MdmUrl="],
    ["an empty value with blanks", "                    MdmUrl :    \r\n", "MdmUrl="],
    [
      "a URL",
      "  JoinSrvUrl : https://enterpriseregistration.windows.net/x/",
      "JoinSrvUrl=https://enterpriseregistration.windows.net/x/",
    ],
    ["a time", "               Client Time : 2019-06-05 08:25:29.000 UTC", "Client Time=2019-06-05 08:25:29.000 UTC"],
    ["a name with blanks and a hyphen", "     Fallback to Sync-Join : ENABLED", "Fallback to Sync-Join=ENABLED"],
    [
      "values with colons",
      "KerbTopLevelNames : .windows.net,.windows.net:1433",
      "KerbTopLevelNames=.windows.net,.windows.net:1433",
    ],
    ["a pasted line number", "  6. AzureAdJoined : YES", "AzureAdJoined=YES"],
    ["bold", "**NgcSet : YES**", "NgcSet=YES"],
    ["a masked value that ends in asterisks", "Thumbprint : 6C22630********", "Thumbprint=6C22630********"],
    ["an assignment", "AzureAdJoined = YES", "AzureAdJoined=YES"],
    ["a quoted line", "> AzureAdJoined : YES", "AzureAdJoined=YES"],
  ]
  for (const [what, line, expected] of shapes) {
    it(`reads ${what}`, () => assert.deepEqual(fieldsOf(line), [`untitled/${expected}`]))
  }

  it("reads lines joined by HTML breaks", () => {
    assert.deepEqual(fieldsOf("AzureAdJoined : YES<br/>DomainJoined : NO<br />DomainName :"), [
      "untitled/AzureAdJoined=YES",
      "untitled/DomainJoined=NO",
      "untitled/DomainName=",
    ])
  })

  for (const line of [
    "For more information, please visit https://www.microsoft.com/aadjerrors",
    "Install the latest PowerShell for new features and improvements! https://aka.ms/PSWindows",
    "C:\\Windows\\System32> whoami",
    "x = y",
    "",
  ]) {
    it(`keeps what is no field: ${line.slice(0, 30)}`, () => {
      const read = capture(line)
      assert.deepEqual(Array.from(allFields(read)), [])
      assert.deepEqual(
        read.others.map(({ start, end }) => line.slice(start, end)),
        line === "" ? [] : [line],
      )
    })
  }
})

describe("sections and blocks", () => {
  it("files fields under the title above them", () => {
    const text = `${box("Device State")}  AzureAdJoined : NO\n\n${box("User State")}  NgcSet : NO\n`
    assert.deepEqual(fieldsOf(text), ["device-state/AzureAdJoined=NO", "user-state/NgcSet=NO"])
  })

  it("keeps the same name in two sections apart", () => {
    const text = `${box("User State")} NgcSet : YES\n\n${box("Work Account 1")} NgcSet : NO\n`
    assert.deepEqual(fieldsOf(text), ["user-state/NgcSet=YES", "work-account/NgcSet=NO"])
  })

  it("reads plain and flattened titles", () => {
    assert.deepEqual(fieldsOf("| SSO State |\nAzureAdPrt : NO\n## Diagnostic Data\nUser Context : SYSTEM\n"), [
      "sso-state/AzureAdPrt=NO",
      "diagnostic-data/User Context=SYSTEM",
    ])
  })

  it("keeps a title it does not know", () => {
    assert.deepEqual(fieldsOf(`${box("Brand New Section")} Shiny : YES\n`), ["other/Shiny=YES"])
  })

  it("takes a block between plain rules out of the section above", () => {
    const text = `${box("User State")} NgcSet : NO\n\n+------------+\n Previous Registration : 2025-01-31 09:16:43.000 UTC\n Error Phase : join\n+------------+\n`
    assert.deepEqual(fieldsOf(text), [
      "user-state/NgcSet=NO",
      "untitled/Previous Registration=2025-01-31 09:16:43.000 UTC",
      "untitled/Error Phase=join",
    ])
  })

  it("groups the registration and ends the group at the next other field", () => {
    const text = `${box("Diagnostic Data")} User Context : SYSTEM\n\n Previous Registration : 2025-01-31 09:16:43.000 UTC\n Client ErrorCode : 0x801c001d\n Executing Account Name : X\\y, y\n`
    const [block] = blocksOf(capture(text), "previous-registration")
    assert.deepEqual(
      block?.fields.map(({ name }) => name),
      ["Previous Registration", "Client ErrorCode"],
    )
  })

  it("gives PRT diagnostics to the PRT printed above them", () => {
    const text = `${box("SSO State")} AzureAdPrt : YES\n EnterprisePrt : NO\n EnterprisePrtAuthority :\n AcquirePrtDiagnostics : PRESENT\n Attempt Status : 0xc000006d\n OnPremTgt : NO\n`
    const [block] = blocksOf(capture(text), "prt-diagnostics")
    assert.equal(block?.owner?.name, "EnterprisePrt")
    assert.equal(block && fieldIn(block, "Attempt Status")?.value, "0xc000006d")
    assert.equal(block && fieldIn(block, "OnPremTgt"), undefined)
  })

  it("reads a server message that runs over several lines", () => {
    const text = ` Client ErrorCode : 0x801c03f2\n Server Message : AADSTS90002: Tenant not found.\r\nTrace ID: 1\r\nCorrelation ID: 2\r\nmore of it\r\n Https Status : 400\n`
    const read = capture(text)
    const message = Array.from(allFields(read)).find(({ field }) => field.name === "Server Message")?.field
    assert.equal(message?.value, "AADSTS90002: Tenant not found.\r\nTrace ID: 1\r\nCorrelation ID: 2\r\nmore of it")
    assert.deepEqual(read.others, [])
    assert.equal(fieldIn(blocksOf(read, "previous-registration")[0] ?? assert.fail(), "Https Status")?.value, "400")
  })

  it("finds the field at an offset", () => {
    const text = " AzureAdJoined : YES\n DomainJoined : NO\n"
    const read = capture(text)
    assert.equal(fieldAt(read, text.indexOf("NO"))?.field.name, "DomainJoined")
    assert.equal(fieldAt(read, 1)?.field.name, "AzureAdJoined")
    assert.equal(fieldAt(read, 0), undefined)
  })

  it("takes the Windows build from a banner in any language", () => {
    assert.equal(capture("Microsoft Windows [Versione 10.0.19045.2604]\n").build, "10.0.19045.2604")
  })
})

describe("captures", () => {
  const one = `${box("Device State")} AzureAdJoined : NO\n\n${box("User State")} NgcSet : NO\n`

  it("is one for one run", () => assert.equal(textsOf(one).length, 1))

  it("begins where a title comes again, with the rule above it", () => {
    assert.deepEqual(textsOf(one + one), [one, one])
  })

  it("begins at a prompt, with the banner above it", () => {
    const banner = "Microsoft Windows [Version 10.0.22631.3447]\n(c) Microsoft Corporation. All rights reserved.\n\n"
    const first = `C:\\> dsregcmd /status\n${one}`
    const second = `${banner}C:\\Users\\ann>dsregcmd /status\n${box("SSO State")} AzureAdPrt : NO\n`
    assert.deepEqual(textsOf(first + second), [first, second])
  })

  it("does not begin at the first prompt, nor at two prompts in a row", () => {
    const text = `Windows PowerShell\nPS C:\\> dsregcmd /?\nPS C:\\> dsregcmd /status\n${one}`
    assert.deepEqual(textsOf(text), [text])
  })

  it("is one for an empty text", () => assert.deepEqual(textsOf(""), [""]))
})
