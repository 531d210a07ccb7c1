import assert from "node:assert/strict"
import { createHmac } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import fc from "fast-check"
import { type RedactOptions, redact } from "../../server/src/core/redact/redact.ts"
import { fileText } from "../../server/src/core/text/fileText.ts"
import { growsLikeItsText } from "../support/growth.ts"
import { identifyingLog, originalsOf } from "../support/identifyingLog.ts"
import { readingOf } from "../support/readingOf.ts"

const logs = readdirSync("test/logs")
  .filter((name) => name.endsWith(".dsreg"))
  .map((name) => [name, fileText(readFileSync(`test/logs/${name}`))] as const)

const digest = (text: string) => createHmac("sha256", "a key for the tests").update(text).digest("hex")
const waysToRedact: readonly RedactOptions[] = [{}, { digest }, { keepsRequestIds: true }]

/** What names are made of, what stands between them, and pseudonyms; in the fields that name somebody, and outside. */
const scrap = fc
  .array(
    fc.constantFrom(
      ...[
        "ann",
        "A-17",
        "lamna",
        "LAMNA",
        ".com",
        ".local",
        "\\",
        "@",
        "10.1.2.3",
        ".",
        "-",
        "_",
        "$",
        "PC-1",
        "user-2",
      ],
      ...[
        "DOMAIN-1",
        "tenant-1",
        "domain-2.example",
        " ",
        "%40",
        "%5C",
        ":",
        "/",
        "https://",
        "fd12::17",
        "5",
        "ü",
        "İ",
      ],
      ...[
        "S-1-5-21-1-2-3-4",
        "8c5e27b0-63fa-4d19-8a07-b94f0d3e6c12",
        "LUCERNE-KIOSK-0815",
        "LUCERNE-KIOSK-0",
        "Users\\",
      ],
      ...["C:\\Users\\", '"', "(", ")", ",", ";", "=", "0x80072ee2", "9AF1C0D2E3B4A5968778695A4B3C2D1E0F918273", "|"],
      "eyJhbGciOiJub25lIn0.eyJ1cG4iOiJhbm4ifQ.c2ln",
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""))
const field = fc.constantFrom(
  ...["Device Name", "DomainName", "Executing Account Name", "TenantName", "TenantId", "User Identity", "MdmUrl"],
  ...["Proxy Server List", "Server Message", "Computer", "User", "Correlation ID", "SettingsUrl", "Idp"],
)
const line = fc.oneof(
  scrap,
  fc.tuple(field, scrap).map((parts) => parts.join(" : ")),
)
const garbage = fc
  .array(line, { maxLength: 8 })
  .map((lines) => ["| Device State |", "AzureAdJoined : NO", ...lines].join("\n"))

/** A log with the lines given, and what they are when they are redacted. */
function becomes(lines: readonly (readonly [string, string])[], options?: RedactOptions): void {
  const before = lines.map(([line]) => line).join("\n")
  assert.deepEqual(
    redact(before, options).text.split("\n"),
    lines.map(([, line]) => line),
  )
}

const same = (line: string) => [line, line] as const

describe("a redacted log", () => {
  it("has one pseudonym for each thing, of its own form, in every place", () => {
    becomes([
      ["C:\\Users\\ann.berg>dsregcmd /status", "C:\\Users\\user-1>dsregcmd /status"],
      same("| Device State |"),
      same("             AzureAdJoined : YES"),
      ["                DomainName : NORTHWIND", "                DomainName : DOMAIN-1"],
      [
        "               Device Name : NW-LT-17.corp.northwind.com",
        "               Device Name : PC-1.domain-2.example",
      ],
      same("| Device Details |"),
      [
        "                  DeviceId : 3f1c9a52-7d41-4a0e-9b3a-51c2d8e7f604",
        "                  DeviceId : 00000000-0000-4000-8000-000000000001",
      ],
      [
        "                Thumbprint : 9AF1C0D2E3B4A5968778695A4B3C2D1E0F918273",
        "                Thumbprint : 0000000000000000000000000000000000000001",
      ],
      same("| Tenant Details |"),
      ["                TenantName : Northwind Traders, Inc.", "                TenantName : tenant-1"],
      [
        "                  TenantId : 8c5e27b0-63fa-4d19-8a07-b94f0d3e6c12",
        "                  TenantId : 00000000-0000-4000-8000-000000000002",
      ],
      [
        "               AuthCodeUrl : https://login.microsoftonline.com/8c5e27b0-63fa-4d19-8a07-b94f0d3e6c12/oauth2/authorize",
        "               AuthCodeUrl : https://login.microsoftonline.com/00000000-0000-4000-8000-000000000002/oauth2/authorize",
      ],
      same("| SSO State |"),
      ["             User Identity : ann.berg@northwind.com", "             User Identity : user-1@domain-3.example"],
      same("| Diagnostic Data |"),
      [
        "    Executing Account Name : NORTHWIND\\ann.berg, ann.berg@northwind.com",
        "    Executing Account Name : DOMAIN-1\\user-1, user-1@domain-3.example",
      ],
      ["The PC nw-lt-17 of NORTHWIND, says Ann.Berg", "The PC pc-1 of DOMAIN-1, says user-1"],
    ])
  })

  it("leaves what is the same on every PC, and what somebody hid already", () => {
    becomes(
      [
        "| Device State |",
        "               Device Name : ***",
        "| Tenant Details |",
        "                  TenantId : xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "                TenantName : [REDACTED]",
        "                       Idp : login.windows.net",
        "                JoinSrvUrl : https://enterpriseregistration.windows.net/EnrollmentServer/device/",
        "                 JoinSrvId : urn:ms-drs:enterpriseregistration.microsoftonline.us",
        "| User State |",
        "            WamDefaultGUID : {B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)",
        "| Diagnostic Data |",
        "     Diagnostics Reference : www.microsoft.com/aadjerrors",
        "    Executing Account Name : NT AUTHORITY\\SYSTEM",
        "            Server Message : 00000000-0000-0000-0000-000000000000 and 29d9ed98-a469-4536-ade2-f981bc1d605e",
        "See https://learn.microsoft.com/entra, S-1-5-18, 127.0.0.1, C:\\Windows\\system32\\dsregcmd.exe, 10.0.19045.4529",
      ].map(same),
    )
  })

  it("finds SIDs, IP addresses, shares, directory names, encoded and unknown addresses, tokens", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : NO"),
      [
        "S-1-5-21-11223344-55667788-99001122-1104 and S-1-12-1-11223344-55667788-99001122-33445566",
        "S-1-5-21-0-0-0-1 and S-1-12-1-0-0-0-2",
      ],
      ["10.20.30.40, 192.168.7.9 and 10.20.30.40", "192.0.2.1, 192.0.2.2 and 192.0.2.1"],
      ["fd12:3456:789a:1::17", "2001:db8::1"],
      [
        "9a f1 c0 d2 e3 b4 a5 96 87 78 69 5a 4b 3c 2d 1e 0f 91 82 73 is 9AF1C0D2E3B4A5968778695A4B3C2D1E0F918273",
        `${"00 ".repeat(19)}01 is ${"0".repeat(39)}1`,
      ],
      ["\\\\files07\\logs\\a.txt", "\\\\pc-1\\logs\\a.txt"],
      ["CN=x,OU=Berlin Office,DC=lamna,DC=com", "CN=x,OU=DOMAIN-1,DC=domain-2,DC=com"],
      [
        "https://sts.lamna.museum/adfs?user=bo%40lamna.de",
        "https://sts.domain-3.example/adfs?user=user-1%40domain-4.example",
      ],
      [`eyJhbGciOiJub25lIn0.eyJ1cG4iOiJhbm4ifQ.c2lnbmVk`, "eyJREDACTED.REDACTED.REDACTED"],
      [
        "6f0e5d4c3b2a49588776655443322110 is 6F0E5D4C-3B2A-4958-8776-655443322110",
        `${"0".repeat(12)}4000800${"0".repeat(12)}1 is 00000000-0000-4000-8000-000000000001`,
      ],
      ["Host Name:     SRV-22.lamna.com", "Host Name:     PC-2.domain-5.example"],
      ["USERNAME=kaiser", "USERNAME=user-2"],
    ])
  })

  it("looks into settings that are Base64", () => {
    const settings = { host: "wip.lamna.com", tenant: "Lamna Healthcare" }
    const text = `| Tenant Details |\nTenantName : Lamna Healthcare\nSettingsUrl : ${Buffer.from(JSON.stringify(settings)).toString("base64")}\n`
    const [, value = ""] = /SettingsUrl : (\S+)/.exec(redact(text).text) ?? []
    assert.deepEqual(JSON.parse(Buffer.from(value, "base64").toString()), {
      host: "pc-1.domain-1.example",
      tenant: "tenant-1",
    })
  })

  it("says nothing of settings that cannot be looked into", () => {
    const text = "| Tenant Details |\nTenantName : X\nSettingsUrl : eyJob3N0IjoiY29ycC5sYW1uYS5jb20\n"
    assert.equal(redact(text).text, "| Tenant Details |\nTenantName : X\nSettingsUrl : UkVEQUNURUQ=\n")
  })

  it("keeps the ids of requests where support is to find them", () => {
    const lines = [
      "| SSO State |",
      "AzureAdPrt : NO",
      "AcquirePrtDiagnostics : PRESENT",
      "Correlation ID : 5d1f0a3e-8b2c-4d6f-9e70-1a2b3c4d5e6f",
      "Server Error Description : AADSTS50034 Trace ID: 0f9e8d7c-6b5a-4433-8211-00ffeeddccbb",
    ]
    becomes(lines.map(same), { keepsRequestIds: true })
    assert.ok(!/5d1f0a3e|0f9e8d7c/.test(redact(lines.join("\n")).text))
  })

  it("replaces a name that is a word of the log only where it stands as a name", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : YES"),
      ["DomainName : OR", "DomainName : DOMAIN-1"],
      ["Device Name : SSO.or.example", "Device Name : PC-1.domain-2.example"],
      same("| SSO State |"),
      same("AzureAdPrt : NO"),
      same("FAIL or PASS"),
    ])
  })

  it("tells a PC with a long name by the first letters that NetBIOS knows", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : YES"),
      ["Device Name : LUCERNE-KIOSK-0815.lucerne.com", "Device Name : PC-1.domain-1.example"],
      ["Executing Account Name : LUCERNE-KIOSK-0\\setupman", "Executing Account Name : PC-1\\user-1"],
    ])
  })

  it("tells a domain that is named like the first letters of a PC from the PC", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : YES"),
      ["DomainName : LUCERNE-KIOSK-0", "DomainName : DOMAIN-1"],
      ["Device Name : LUCERNE-KIOSK-0815.lucerne.com", "Device Name : PC-1.domain-2.example"],
      ["Executing Account Name : LUCERNE-KIOSK-0\\ann", "Executing Account Name : DOMAIN-1\\user-1"],
    ])
  })

  it("tells a PC that is named like an IP address", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : YES"),
      ["Device Name : 10.20.30.40", "Device Name : 192.0.2.1"],
      ["10.20.30.40 and 10.20.30.41", "192.0.2.1 and 192.0.2.2"],
    ])
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : YES"),
      ["Device Name : 10-20-30-40.lamna.com", "Device Name : PC-1.domain-1.example"],
      ["ping 10-20-30-40", "ping PC-1"],
    ])
  })

  it("finds hosts of one word in the lists of proxies", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : NO"),
      same("| WinHttp Default Proxy Config |"),
      same("Access Type : NAMED_PROXY"),
      [
        "Proxy Server List : webgw:8080;http=webgw2.lamna.com:80",
        "Proxy Server List : pc-1:8080;http=pc-2.domain-1.example:80",
      ],
      ["Proxy Bypass List : *.lamna.com;srv5;10.*;<local>", "Proxy Bypass List : *.domain-1.example;pc-3;10.*;<local>"],
    ])
  })

  it("finds a user by a path in quotes or in an address, and a tenant that is spelled without its blanks", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : NO"),
      ['"C:\\Users\\Jana Qoe"', '"C:\\Users\\user-1"'],
      ["path=%5CUsers%5Cjana.q8%5CDesktop", "path=%5CUsers%5Cuser-2%5CDesktop"],
      same("| Tenant Details |"),
      ["TenantName : Lamna Healthcare", "TenantName : tenant-1"],
      ["LamnaHealthcareVPN", "tenant-1VPN"],
    ])
  })

  it("finds names in the letters of any language", () => {
    becomes([
      same("| Device State |"),
      same("AzureAdJoined : YES"),
      ["Device Name : MÜNCHEN-07", "Device Name : PC_1"],
      [
        "Executing Account Name : MÜLLER\\jörg, jörg@müller.de",
        "Executing Account Name : DOMAIN-1\\user-1, user-1@domain-2.example",
      ],
      ["İstanbul: Jörg an München-07", "İstanbul: user-1 an PC_1"],
    ])
  })

  it("gives no pseudonym that stands in the log already", () => {
    const { text } = redact(
      "| Device State |\nAzureAdJoined : YES\nDomainName : LAMNA\nThe switch is user_1.\nC:\\Users\\eva>",
    )
    assert.match(text, /C:\\Users\\user-2>$/)
  })

  it("keeps the endings by which a domain cannot be verified", () => {
    becomes([
      same("| Diagnostic Data |"),
      [
        "Executing Account Name : LAKE\\gus, gus@lake.local",
        "Executing Account Name : DOMAIN-1\\user-1, user-1@domain-2.local",
      ],
    ])
  })

  it("has the same pseudonyms as another log by the same key, and others by another", () => {
    const first =
      "| Device State |\nAzureAdJoined : YES\nDevice Name : A-17\n| SSO State |\nUser Identity : ann@lamna.com\n"
    const second = "| SSO State |\nAzureAdPrt : NO\nUser Identity : ann@lamna.com\n"
    const userIn = (text: string, key: string) =>
      /User Identity : (\S+)/.exec(
        redact(text, { digest: (what) => createHmac("sha256", key).update(what).digest("hex") }).text,
      )?.[1]
    assert.equal(userIn(first, "one key"), userIn(second, "one key"))
    assert.notEqual(userIn(first, "one key"), userIn(first, "another"))
    assert.match(userIn(first, "one key") ?? "", /^user-[\da-f]{12}@domain-[\da-f]{12}\.example$/)
  })

  it("is listed with what stood where, and how often", () => {
    const { replaced } = redact("| Device State |\nAzureAdJoined : YES\nDevice Name : A-17\n[A-17]: PS C:\\>\n")
    assert.deepEqual(replaced, [{ kind: "host", original: "A-17", pseudonym: "PC-1", count: 2 }])
  })

  for (const [name, text] of logs) {
    it(`${name} reads the same, and redacted twice it is the same`, () => {
      for (const options of waysToRedact) {
        const once = redact(text, options).text
        assert.deepEqual(readingOf(once), readingOf(text))
        assert.equal(once.split(/\r\n|\r|\n/).length, text.split(/\r\n|\r|\n/).length)
        assert.equal(redact(once, options).text, once)
      }
    })

    it(`${name} keeps no GUID, fingerprint, mail name or device name`, () => {
      const { text: left } = redact(text)
      for (const original of originalsOf(text)) assert.ok(!left.toLowerCase().includes(original), original)
    })
  }

  it("reads the same whatever names are in it, and none of them is left", () => {
    fc.assert(
      fc.property(identifyingLog, fc.constantFrom(...waysToRedact), ({ text, secrets }, options) => {
        const once = redact(text, options).text
        assert.deepEqual(readingOf(once), readingOf(text))
        assert.equal(redact(once, options).text, once)
        const kept = options.keepsRequestIds ? secrets.filter(({ kind }) => kind !== "request") : secrets
        for (const { value } of kept) assert.ok(!once.toLowerCase().includes(value.toLowerCase()), value)
      }),
      { numRuns: 150 },
    )
  })

  it("that was redacted stays as it is, whatever it is made of", () => {
    fc.assert(
      fc.property(garbage, fc.constantFrom(...waysToRedact), (text, options) => {
        const once = redact(text, options).text
        assert.equal(redact(once, options).text, once)
      }),
      { numRuns: 1000 },
    )
  })

  it("lists what stands there at last", () => {
    const { text, replaced } = redact("| Device State |\nAzureAdJoined : YES\nDevice Name : .com\n")
    for (const { pseudonym } of replaced) assert.ok(text.includes(pseudonym), pseudonym)
  })

  it("costs what the length of the text costs", () => {
    growsLikeItsText("redacting", 400_000, manyDevices, (text) => redact(text))
  })
})

function manyDevices(characters: number): string {
  let text = ""
  for (let seed = 1; text.length < characters; seed++) {
    text += `PS C:\\Users\\user.no${seed}> dsregcmd /status\n| Device State |\nAzureAdJoined : NO\nDomainName : NET${seed}X\nDevice Name : DESK-${seed}.net${seed}x.com\n`
  }
  return text
}
