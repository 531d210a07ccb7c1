import assert from "node:assert/strict"
import { describe, it } from "node:test"
import fc from "fast-check"
import { TextDocument } from "vscode-languageserver-textdocument"
import { explanationPage } from "../../server/src/core/explain/explanationPage.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { hover } from "../../server/src/features/hover.ts"
import { hoverAt } from "../support/hoverAt.ts"

const title = (name: string) => `+------+\n| ${name} |\n+------+\n\n`

/** A device whose join fails in the discover phase; the failing test is line 6. */
const TIMED_OUT = `| Device State |
 AzureAdJoined : NO
 DomainJoined : YES
| Diagnostic Data |
 AD Connectivity Test : PASS
 DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
 DRS Connectivity Test : SKIPPED
`

describe("a hover", () => {
  const failed = `${title("Device State")} AzureAdJoined : NO\n DomainJoined : YES\n\n${title("SSO State")} AzureAdPrt : NO\n\n${title("Diagnostic Data")} DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n DRS Connectivity Test : SKIPPED\n Client ErrorCode : 0x801c0021\n`

  it("on a code says why, then what to do, and what the thing is only then", () => {
    const text = hoverAt(failed, "0x80072ee2")
    const order = [
      "**Network time-out** · WININET_E_TIMEOUT",
      "asks as SYSTEM",
      "**What to do**",
      "1. On the PC run ",
      "`-2147012894`",
      "Source: ",
    ]
    const places = order.map((part) => text.indexOf(part))
    assert.ok(!places.includes(-1), text)
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    assert.doesNotMatch(text, /This log/)
  })

  it("on a general code fills in the reason that stands behind it", () => {
    const text = hoverAt(failed, "0x801c0021")
    assert.match(text, /^A general code\. The reason is `0x80072ee2`: network time-out\.$/m)
    assert.match(text, /^\*\*Do first\*\*: On the PC run .*enterpriseregistration/m)
    assert.doesNotMatch(text, /Look up the last code/)
  })

  it("on what only follows names the line it follows from, and what to do there", () => {
    for (const [needle, skip] of [
      ["SKIPPED", 0],
      ["0x801c0021\n", 3],
      ["AzureAdJoined : NO", 16],
    ] as const) {
      const text = hoverAt(failed, needle, skip)
      assert.match(text, /^Follows from line 18: .*network time-out.*\. Nothing to do here\.$/m, needle)
      assert.match(text, /^\*\*Do there first\*\*: On the PC run .*enterpriseregistration/m, needle)
      assert.doesNotMatch(text, /\*\*What to do\*\*|first FAIL above/, needle)
    }
  })

  it("on what the log cannot tell says what would show it", () => {
    const asUser = failed.replace(
      "Diagnostic Data |\n+------+\n",
      "Diagnostic Data |\n+------+\n\n User Context : UN-ELEVATED User\n",
    )
    const test = hoverAt(asUser, "0x80072ee2")
    assert.match(
      test,
      /^\*\*To see more\*\*: Open a command prompt as administrator and run `dsregcmd \/status`.* fails for the join/m,
    )
    assert.doesNotMatch(hoverAt(failed, "0x80072ee2"), /To see more/, "where nobody says that a user tested")
    const ofSystem = `${title("Device State")} AzureAdJoined : YES\n DomainJoined : YES\n\n${title("SSO State")} AzureAdPrt : NO\n\n${title("Diagnostic Data")} Executing Account Name : SYSTEM\n`
    assert.match(
      hoverAt(ofSystem, "AzureAdPrt : NO", 13),
      /^\*\*To see more\*\*: In the session of the user who has the problem, /m,
    )
  })

  it("fills in what the log tells of a step, as code and never as a link", () => {
    const refused = `${title("Device State")} AzureAdJoined : YES\n DomainJoined : YES\n\n${title("SSO State")} AzureAdPrt : NO\n Attempt Status : 0xc0000236\n User Identity : ann@contoso.com\n Endpoint URI : https://evil.example/[x](command:y)\n`
    const text = hoverAt(refused, "0xc0000236")
    assert.match(text, /run `Test-NetConnection evil\.example -Port 443`/)
    assert.doesNotMatch(text, /\(command:y\)/)
    assert.doesNotMatch(text, /from `Endpoint URI`/)
  })

  it("on a token that an unjoined device cannot have gives no errands", () => {
    const text = hoverAt(failed, "AzureAdPrt : NO", 13)
    assert.match(text, /^Follows from `AzureAdJoined : NO` in line 5\. Nothing to do here\.$/m)
    assert.doesNotMatch(text, /TPM|KeySignTest|proxy/)
  })

  it("on a missing token of a joined device still says what to do", () => {
    const joined = `${title("Device State")} AzureAdJoined : YES\n DomainJoined : YES\n\n${title("SSO State")} AzureAdPrt : NO\n`
    const text = hoverAt(joined, "AzureAdPrt : NO", 13)
    assert.doesNotMatch(text, /Follows from|Nothing to do/)
    assert.match(text, /KeySignTest/)
  })

  it("links the line where the client can go there", () => {
    const document = new LogDocument("untitled:a(b)[c]", 1, failed)
    const position = TextDocument.create("", "", 0, failed).positionAt(failed.indexOf("SKIPPED"))
    const reader = { commands: new Set(["dsreg.goToLine"]), say: english }
    const shown = hover(document, position, reader)?.contents as { value: string } | undefined
    const value = shown?.value ?? ""
    const [, argument = ""] = /\[line 18\]\(command:dsreg\.goToLine\?([\w%.~-]+)\)/.exec(value) ?? []
    assert.deepEqual(JSON.parse(decodeURIComponent(argument)), ["untitled:a(b)[c]", 17])
  })

  it("on a field name explains the field, on its value that value", () => {
    const log = `${title("Diagnostic Data")} Fallback to Sync-Join : DISABLED\n`
    assert.doesNotMatch(hoverAt(log, "Fallback"), /^Here: /m)
    assert.match(hoverAt(log, "DISABLED"), /^Here: /m)
  })

  it("on a failing value begins with why it matters, for the editor shows the message itself", () => {
    const log = `${title("Diagnostic Data")} AadRecoveryEnabled : YES\n`
    assert.match(hoverAt(log, "YES"), /^The keys that prove the device's identity cannot be used\./)
  })

  it("on the word of a failing value says why and what to do, not where else to look", () => {
    const text = hoverAt(TIMED_OUT, "FAIL")
    assert.match(text, /^Windows asked where to register and got no answer in time\./)
    const first = text.split("\n").findIndex((line) => line.startsWith("1. "))
    assert.ok(first > 0 && first < 10, String(first))
    assert.ok(text.indexOf("**DRS Discovery Test**") > text.indexOf("1. "))
    assert.doesNotMatch(text, /first FAIL above|`SKIPPED`/)
  })

  it("on the name beside a failing value says what is wrong with it, on one that follows where the cause is", () => {
    assert.match(
      hoverAt(TIMED_OUT, "DRS Discovery"),
      /^\*\*Discovery failed: network time-out \(0x80072ee2\)\*\*\n\nWindows asked where to register/,
    )
    assert.match(hoverAt(TIMED_OUT, "DRS Connectivity"), /^Follows from line 6: Discovery failed: /)
  })

  it("on a healthy value says so first, and on none that a finding speaks of", () => {
    assert.match(hoverAt(TIMED_OUT, "PASS"), /^As it should be\.\n/)
    assert.doesNotMatch(hoverAt(`${title("Diagnostic Data")} AadRecoveryEnabled : YES\n`, "YES"), /As it should be/)
    assert.doesNotMatch(hoverAt(TIMED_OUT, "SKIPPED"), /As it should be/)
  })

  it("on the error code of a server leads to the message beside it that decides, and says its steps once", () => {
    const log = `${title("Diagnostic Data")} Previous Registration : 2025-01-31 09:16:43.000 UTC\n Error Phase : join\n Client ErrorCode : 0x801c03f2\n Server ErrorCode : DirectoryError\n Server Message : AADSTS90002: Tenant 11111111-2222-3333-4444-555555555555 not found.\n`
    const code = hoverAt(log, "DirectoryError")
    assert.match(code, /^Follows from line 9: The tenant named by the service connection point was not found /)
    assert.doesNotMatch(code, /Let `Server Message` decide/)
    const message = hoverAt(log, "AADSTS90002")
    assert.equal(message.match(/^1\. /gm)?.length, 1)
    assert.match(message, /^1\. On the PC run `reg query HKLM/m)
  })

  it("on a line that is no field says why a finding on it matters and what to do", () => {
    const banner =
      "Microsoft Windows [Version 10.0.17134.1304]\nC:\\>dsregcmd /status\n| Device State |\n AzureAdJoined : YES\n| Diagnostic Data |\n Client Time : 2025-01-31 09:16:43.000 UTC\n"
    assert.match(hoverAt(banner, "10.0.17134"), /^\*\*What to do\*\*/m)
  })

  it("on a section title explains the section", () => {
    assert.match(hoverAt(`${title("SSO State")} AzureAdPrt : YES\n`, "SSO State"), /^\*\*SSO State\*\*/)
  })

  it("tells the same name in two sections apart", () => {
    const log = `${title("User State")} NgcSet : YES\n\n${title("Work Account 1")} NgcSet : NO\n`
    assert.notEqual(hoverAt(log, "NgcSet : YES"), hoverAt(log, "NgcSet : NO"))
  })

  it("on a code in a line that is no field explains the code", () => {
    const text = hoverAt(
      "The get join response operation failed with exit code: Unknown HResult Error code: 0x801c03f2.\n",
      "0x801c03f2",
    )
    assert.match(text, /DSREG_E_DIRECTORY_FAILURE/)
  })

  it("on a code that nobody knows takes the number apart and says so", () => {
    const text = hoverAt(`${title("Diagnostic Data")} Client ErrorCode : 0x80070035\n`, "0x80070035")
    assert.match(text, /not in the catalogue/)
    assert.match(text, /Windows error 53/)
  })

  it("on a time tells it on the reader's clock, and its age by the log's", () => {
    const log = `${title("Diagnostic Data")} Client Time : 2025-07-04 12:16:43.000 UTC\n Previous Registration : 2025-01-31 23:30:05.000 UTC\n`
    const text = hoverAt(log, "2025-01-31", 0, "Europe/Berlin")
    assert.match(text, /^In your time zone, `Europe\/Berlin`: `2025-02-01 00:30:05 UTC\+01:00`$/m)
    assert.match(text, /^By the log's clock: 153 days earlier$/m)
    assert.match(hoverAt(log, "2025-07-04", 0, "Asia/Kolkata"), /`2025-07-04 17:46:43 UTC\+05:30`/)
    assert.match(hoverAt(log, "2025-07-04", 0, "UTC"), /`2025-07-04 12:16:43 UTC\+00:00`/)
  })

  it("on one of two times tells that one", () => {
    const log = `${title("Device Details")} DeviceCertificateValidity : [ 2024-02-01 08:00:00.000 UTC -- 2034-03-02 08:30:00.000 UTC ]\n`
    assert.match(hoverAt(log, "2034", 0, "America/New_York"), /`2034-03-02 03:30:00 UTC-05:00`/)
    assert.doesNotMatch(hoverAt(log, "2034", 0, "America/New_York"), /2024-02-01 03/)
  })

  it("on a time of a server's message or of an event tells it too", () => {
    const log = `${title("Diagnostic Data")} Server Message : refused. Timestamp: 2025-01-31 09:16:43Z\n`
    assert.match(hoverAt(log, "2025-01-31", 0, "Europe/Paris"), /`2025-01-31 10:16:43 UTC\+01:00`/)
    const event = "Event ID: 304\nAutomatic registration failed.\nIt began at 2025-01-31T09:16:43Z there\n"
    assert.match(hoverAt(event, "2025-01-31", 0, "Europe/Paris"), /`2025-01-31 10:16:43 UTC\+01:00`/)
  })

  it("on a time says nothing of a zone that is missing or unknown", () => {
    const log = `${title("Diagnostic Data")} Previous Registration : 2025-01-31 23:30:05.000 UTC\n`
    for (const zone of [undefined, "", "Moon/Base", "`x`"]) {
      assert.doesNotMatch(hoverAt(log, "2025-01-31", 0, zone), /time zone/, String(zone))
    }
  })

  it("on SettingsUrl shows what the Base64 text holds, as text", () => {
    // {"Uris":["https://a.example/","https://b.example/"]}
    const value = "eyJVcmlzIjpbImh0dHBzOi8vYS5leGFtcGxlLyIsImh0dHBzOi8vYi5leGFtcGxlLyJdfQ=="
    const log = `${title("Tenant Details")} SettingsUrl : ${value}\n`
    assert.match(hoverAt(log, value), /^Decoded: `\{"Uris":\["https:\/\/a\.example\/","https:\/\/b\.example\/"\]\}`$/m)
    assert.doesNotMatch(hoverAt(log, "SettingsUrl"), /Decoded/)
    assert.doesNotMatch(hoverAt(`${title("Tenant Details")} SettingsUrl :\n`, "SettingsUrl"), /decoded/)
  })

  it("on a SettingsUrl that is cut, masked, huge or no Base64 says plainly that it cannot be read", () => {
    const whole = "eyJVcmlzIjpbImh0dHBzOi8vYS5leGFtcGxlLyIsImh0dHBzOi8vYi5leGFtcGxlLyJdfQ=="
    for (const value of [
      whole.slice(0, 30),
      "eyJVcmlz****",
      "https://a.example/",
      "////",
      "A".repeat(300_000),
      "é",
      "A",
    ]) {
      const text = hoverAt(`${title("Tenant Details")} SettingsUrl : ${value}\n`, value)
      assert.match(text, /^This value cannot be decoded\. /m, value.slice(0, 40))
    }
  })

  it("on a SettingsUrl with markup inside shows it as inline code", () => {
    // {"a":"[x](command:evil) `b` ![p](https://example.com/p.png)"}
    const value = "eyJhIjoiW3hdKGNvbW1hbmQ6ZXZpbCkgYGJgICFbcF0oaHR0cHM6Ly9leGFtcGxlLmNvbS9wLnBuZykifQ"
    const text = hoverAt(`${title("Tenant Details")} SettingsUrl : ${value}\n`, value)
    assert.match(text, /^Decoded: `` \{"a":"\[x\]\(command:evil\) `b` .* ``$/m)
  })

  it("on blanks and on plain text is none", () => {
    const document = new LogDocument("file:///a", 1, "\n   nothing here\n")
    assert.equal(hover(document, { line: 0, character: 0 }, { commands: new Set(), say: english }), undefined)
    assert.equal(hover(document, { line: 1, character: 6 }, { commands: new Set(), say: english }), undefined)
    assert.equal(hover(document, { line: 99, character: 99 }, { commands: new Set(), say: english }), undefined)
  })

  for (const value of [
    "[click](command:workbench.action.quit)",
    "![picture](https://example.com/x.png)",
    "<img src=x onerror=alert(1)>",
    "https://example.com/track?me",
    "`code` and ``more``",
  ]) {
    it(`shows nothing of a hostile value: ${value}`, () => {
      for (const name of ["TenantName", "Server Message", "Unheard Of", "User Identity"]) {
        const text = hoverAt(`${title("Tenant Details")} ${name} : ${value}\n`, value)
        assert.ok(!text.includes(value))
      }
    })
  }

  it("quotes the name of an unknown field as code", () => {
    assert.match(hoverAt(" Unheard (of) : 1\n", "Unheard"), /\*\*`Unheard \(of\)`\*\*/)
  })
})

describe("the end of a hover", () => {
  const ours = { commands: new Set(["dsreg.explain", "dsreg.goToLine"]), say: english }
  const link = /\n\n\[Explain here\]\(command:dsreg\.explain\?([\w%.~-]+)\)$/

  /** The page that the hover at the first place of a text leads to. */
  function leadsTo(log: string, needle: string, client: Parameters<typeof hover>[2] = ours): string | undefined {
    const position = TextDocument.create("", "", 0, log).positionAt(log.indexOf(needle) + 1)
    const shown = hover(new LogDocument("file:///a", 1, log), position, client)?.contents as { value: string }
    const [, argument] = link.exec(shown.value) ?? []
    return argument && JSON.parse(decodeURIComponent(argument))[0]
  }

  it("leads to the page of what it explains", () => {
    const failure = `${title("Diagnostic Data")} DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n`
    assert.equal(leadsTo(failure, "0x80072ee2"), "code/0x80072ee2/discover")
    assert.equal(leadsTo(failure, "DRS Discovery"), "field/DRS Discovery Test")
    assert.equal(leadsTo(failure, "Diagnostic Data"), "section/diagnostic-data")
    const joined = `${title("Diagnostic Data")} AadRecoveryEnabled : YES\n`
    assert.equal(leadsTo(joined, "YES"), "rule/device-keys-unusable")
  })

  it("is no link for what has no page", () => {
    assert.equal(leadsTo(" Unheard Of : 1\n", "Unheard"), undefined)
    assert.equal(leadsTo(`${title("SSO State")} Server Error Code : unheard_of\n`, "unheard_of"), undefined)
  })

  it("is no link for a client without the command", () => {
    const log = `${title("SSO State")} AzureAdPrt : NO\n`
    assert.equal(leadsTo(log, "AzureAdPrt", { commands: new Set(["dsreg.copy"]), say: english }), undefined)
  })

  it("is the only command in it but those that go to a line of it, and opens a page that is there, whatever the log holds", () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          ..."`[]()<>!\\\"' :?%",
          "``",
          "](command:dsreg.explain?%5B%22index%22%5D)",
          "[x](command:workbench.action.quit)",
          "<command:dsreg.explain>",
          "0x80072ee2",
          "AADSTS50126",
          "invalid_grant",
          "The device object by the given id (x) is not found.",
        ),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join(""))
    const name = fc.constantFrom(
      "AzureAdPrt",
      "Server Message",
      "Server ErrorCode",
      "User Identity",
      "Event ID",
      "Unheard Of",
    )
    const line = fc.oneof(
      fc.tuple(name, hostile).map(([name, value]) => ` ${name} : ${value}`),
      hostile.map((name) => ` ${name} : NO`),
      hostile.map((name) => `+---+\n| ${name} |\n+---+`),
      fc.constantFrom("+---+\n| Diagnostic Data |\n+---+", "Event ID: 1098", "Error Phase : discover"),
      hostile,
    )
    const log = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join("\n"))
    fc.assert(
      fc.property(log, fc.nat(), fc.nat(), (text, row, column) => {
        const lines = text.split("\n")
        const position = {
          line: row % lines.length,
          character: column % ((lines[row % lines.length]?.length ?? 0) + 1),
        }
        const shown = hover(new LogDocument("file:///a", 1, text), position, ours)?.contents as { value: string }
        if (!shown) return
        const [whole = "", argument] = link.exec(shown.value) ?? []
        const before = shown.value
          .slice(0, shown.value.length - whole.length)
          .replace(/\[line \d+\]\(command:dsreg\.goToLine\?%5B%22file%3A%2F%2F%2Fa%22%2C\d+%5D\)/g, "")
        assert.doesNotMatch(before.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, ""), /command:/)
        if (!argument) return
        const ids = JSON.parse(decodeURIComponent(argument))
        assert.equal(ids.length, 1)
        assert.ok(explanationPage(ids[0]), `there is no page ${ids[0]}`)
      }),
      { numRuns: 1000 },
    )
  })
})
