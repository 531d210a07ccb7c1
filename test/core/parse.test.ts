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

/** The sections of a text as `id: field=value, …`, those without a title with a star. */
function outline(text: string): string[] {
  return capture(text).sections.map(
    ({ id, title, blocks }) =>
      `${id}${title === "" ? "*" : ""}: ${blocks.flatMap(({ fields }) => fields.map(({ name, value }) => `${name}=${value}`)).join(", ")}`,
  )
}

describe("an event", () => {
  const header = "Log Name:      Microsoft-Windows-User Device Registration/Admin\nSource: x\n"

  it("begins at each header", () => {
    const text = `${header}Event ID:      304\nDescription:\nx\n\n${header}Event ID:      305\n`
    assert.deepEqual(
      outline(text).map((line) => /Event ID=\d+/.exec(line)?.[0]),
      ["Event ID=304", "Event ID=305"],
    )
  })

  it("begins at its number where no header is left", () => {
    assert.deepEqual(outline("Event ID: 304\nLevel: Error\nEvent ID: 305\n"), [
      "event*: Event ID=304, Level=Error",
      "event*: Event ID=305",
    ])
  })

  it("is not begun again by its own sentence, nor by a description inside", () => {
    const text = `${header}Event ID: 1098\nDescription:\nError: 0xCAA2000C x\nDescription: AADSTS50076: y\n`
    assert.equal(outline(text).length, 1)
  })

  it("is one in PowerShell's list, whichever line comes first", () => {
    const message = "Message      : Automatic registration Succeeded.\n"
    for (const text of [`Id           : 306\n${message}`, `${message}Id           : 306\n`]) {
      assert.equal(outline(`${text}\n${text}`).length, 2, text)
    }
  })

  it("is a row of PowerShell's table, and only below its heading", () => {
    const row = "6/10/2026 8:01:00 AM            304 Error            Something of another program\n"
    assert.deepEqual(outline(`TimeCreated                     Id LevelDisplayName Message\n${row}${row}`), [
      "event*: ",
      "event*: ",
    ])
    assert.deepEqual(outline(row), [])
  })

  it("has its headings in the language of Windows", () => {
    assert.deepEqual(outline("Protokollname: X\nQuelle:        Y\nEreignis-ID:   304\n"), [
      "event*: Protokollname=X, Quelle=Y, Ereignis-ID=304",
    ])
    assert.deepEqual(outline("Nom du journal\u00a0:X\nSource :       Y\nID de l’événement :304\n"), [
      "event*: Nom du journal=X, Source=Y, ID de l’événement=304",
    ])
    assert.deepEqual(outline("ログの名前:         X\nソース:           Y\nイベント ID:       304\n"), [
      "event*: ログの名前=X, ソース=Y, イベント ID=304",
    ])
  })

  it("is read as XML on one line or on many", () => {
    const elements = [
      "<Event xmlns='http://x'>",
      "<System>",
      "<Provider Name='Microsoft-Windows-AAD' Guid='{0}'/>",
      "<EventID Qualifiers='0'>1104</EventID>",
      "<TimeCreated SystemTime='2026-06-10T06:01:00Z'/>",
      "<Correlation/>",
      "</System>",
      "<EventData>",
      "<Data Name='API'>Get token</Data>",
      "<Data Name='Result'>3221225567</Data>",
      "</EventData>",
      "</Event>",
    ]
    for (const text of [elements.join(""), elements.join("\n"), elements.map((one) => `  - ${one}`).join("\r\n")]) {
      assert.deepEqual(outline(text), [
        "event*: Provider=Microsoft-Windows-AAD, EventID=1104, TimeCreated=2026-06-10T06:01:00Z, API=Get token, Result=3221225567",
      ])
    }
  })

  it("that is shown as text and as XML is one", () => {
    const xml = "<Event xmlns='x'><System><EventID>304</EventID></System></Event>"
    assert.equal(outline(`${header}Event ID: 304\nEvent Xml:\n${xml}`).length, 1)
    assert.equal(outline(`${header}Event ID: 304\n${xml}`).length, 2)
  })

  it("has names before values without a colon in its details, and nowhere else", () => {
    assert.deepEqual(outline("+ System \n\n   EventID 304 \n\n   [ SystemTime]  2026-06-10T06:01:00Z \n"), [
      "event*: EventID=304, SystemTime=2026-06-10T06:01:00Z",
    ])
    assert.deepEqual(outline("Channel X \n"), [])
  })

  it("is no mail, no other program's list and no prose", () => {
    for (const text of ["Date: Wed, 10 Jun 2026 08:01:00\n", "Id : abc\nName : x\n", "Event 304 comes every hour\n"]) {
      assert.ok(!outline(text).some((line) => line.startsWith("event")), text)
    }
  })
})

describe("a log of the Azure VM extension", () => {
  it("is the debug output of a join", () => {
    const line = "2026-02-11T08:00:01.13Z\t[Information]:\tDsrCmdAzureHelper::GetTenantId failed 0x801c0042.\n"
    assert.deepEqual(outline(line), ["join-debug*: "])
  })
})

describe("what stands around a log", () => {
  const log = `${box("Device State")}AzureAdJoined : YES\n`

  it("is part of it where it is the banner of a transcript", () => {
    for (const banner of [
      "Startzeit: 20260610\nComputer: PC\n",
      "Heure de début : 20260610\n",
      "開始時刻: 20260610\n",
    ]) {
      const text = `*****\n${banner}*****\nPS C:\\> dsregcmd /status\n${log}`
      assert.deepEqual(textsOf(`${text}*****\n${banner}*****\n`).length, 1, banner)
      assert.deepEqual(textsOf(`${text}${text}`).length, 2, banner)
    }
  })

  it("is part of it where it is the head of a ticket", () => {
    const text = `Date: 6/10/2026 8:01:00 AM\nUser: Ann\nPS C:\\> dsregcmd /status\n${log}`
    assert.equal(textsOf(text).length, 1)
  })

  it("is a capture of its own where an event stands before the command", () => {
    assert.equal(textsOf(`Event ID: 306\n\nPS C:\\> dsregcmd /status\n${log}`).length, 2)
  })
})

describe("the output of another program below a log", () => {
  const log = `${box("Diagnostic Data")} User Context : SYSTEM\n Client Time : 1\n`

  it("has a section of its own, from the prose above it on", () => {
    assert.deepEqual(outline(`${log}\n Endpoint probe\n HTTP Status : 200\n Client Time : 2\n`), [
      "diagnostic-data: User Context=SYSTEM, Client Time=1",
      "other: HTTP Status=200, Client Time=2",
    ])
  })

  it("ends where dsregcmd's own fields go on", () => {
    assert.deepEqual(outline(`${log}\n Endpoint probe\n Client Time : 2\n\n AD Connectivity Test : PASS\n`), [
      "diagnostic-data: User Context=SYSTEM, Client Time=1",
      "other: Client Time=2",
      "diagnostic-data*: AD Connectivity Test=PASS",
    ])
  })

  for (const [what, text] of [
    ["a comment", `${log}\n a comment\n AD Connectivity Test : PASS\n`],
    ["a comment without a blank line", `${log} a comment\n Client Time : 2\n`],
    ["a repeated line without prose", `${log}\n Client Time : 2\n`],
    ["a new box", `${log}\n prose\n${box("User State")} NgcSet : NO\n`],
    [
      "the diagnostics of the other token",
      `${box("SSO State")} AzureAdPrt : NO\n Attempt Status : 0x1\n\n prose\n EnterprisePrt : NO\n Attempt Status : 0x2\n`,
    ],
    [
      "a second attempt",
      `${log} Previous Registration : 1\n Error Phase : join\n\n prose\n Previous Registration : 2\n Error Phase : auth\n`,
    ],
  ] as const) {
    it(`is not seen in ${what}`, () => assert.ok(!outline(text).some((line) => line.startsWith("other"))))
  }
})

describe("a line that a narrow window cut", () => {
  const edge = `+${"-".repeat(29)}\n${"-".repeat(9)}+\n`

  it("goes on, where the boxes were cut as well", () => {
    const text = `${edge}| SSO State                   \n|\n${edge}AzureAdPrtAuthority : https://\nlogin.example\nAzureAdPrt : NO\n`
    assert.deepEqual(outline(text), ["sso-state: AzureAdPrtAuthority=https://\nlogin.example, AzureAdPrt=NO"])
  })

  it("goes on behind the mark of a quoted mail too", () => {
    const quoted = `${edge}AzureAdPrtAuthority : https://x\nlogin.example\nAzureAdPrt : NO\n`.replace(/^(?=.)/gm, "> ")
    assert.deepEqual(outline(quoted), ["untitled*: AzureAdPrtAuthority=https://x\n> login.example, AzureAdPrt=NO"])
  })

  it("does not where they are whole, or the line is shorter", () => {
    assert.deepEqual(outline(`${box("SSO State")}AzureAdPrtAuthority : https://\nlogin.example\n`), [
      "sso-state: AzureAdPrtAuthority=https://",
    ])
    assert.deepEqual(outline(`${edge}AzureAdPrt : NO\na comment\n`), ["untitled*: AzureAdPrt=NO"])
  })
})

describe("tags of HTML", () => {
  it("end lines", () => {
    assert.deepEqual(
      fieldsOf("<div>AzureAdJoined : YES</div><p class='x'>DomainJoined : NO</p><li>DomainName :</li>"),
      ["untitled/AzureAdJoined=YES", "untitled/DomainJoined=NO", "untitled/DomainName="],
    )
  })

  it("are no empty line, so that a server's text goes on behind them", () => {
    const text = " Server Message : AADSTS90002:<br>\nTenant not found.<br>\n Https Status : 400<br>\n"
    assert.deepEqual(fieldsOf(text), [
      "untitled/Server Message=AADSTS90002:<br> Tenant not found.",
      "untitled/Https Status=400",
    ])
  })
})
