import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { hints } from "../../server/src/features/hints.ts"
import { defaultSettings, type HintSettings, settingsFrom } from "../../server/src/features/settings.ts"

const LOG = `Microsoft Windows [Version 10.0.26100.6725]
C:\\>dsregcmd /status
| Device Details |
 DeviceCertificateValidity : [ 2024-03-04 12:00:00.000 UTC -- 2025-03-24 12:17:00.000 UTC ]
| Diagnostic Data |
               Client Time : 2025-03-04 12:16:43.000 UTC
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : discover
          Client ErrorCode : -2145648607
              Https Status : 400
`
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

/** The hints of a text, each with its line, with the kinds that are named turned on and the others off. */
function shown(text: string, ...kinds: readonly (keyof HintSettings)[]): string[] {
  const off = { symbols: false, names: false, ages: false, certificates: false, values: false }
  const on = Object.fromEntries(kinds.map((kind) => [kind, true]))
  const settings = { ...defaultSettings, hints: kinds.length > 0 ? { ...off, ...on } : defaultSettings.hints }
  return hints(new LogDocument("file:///a", 1, text), whole, settings, english).map(
    ({ position, label }) => `${position.line} ${label}`,
  )
}

describe("the hints", () => {
  it("of all kinds stand beside the values they speak of, one a value", () => {
    assert.deepEqual(
      shown(LOG).sort(),
      [
        "0 Windows 11 24H2 or Windows Server 2025",
        "10 Bad Request",
        "3 20 days left",
        "6 network time-out · WININET_E_TIMEOUT",
        "7 3 hours earlier",
        "9 registration service not discovered · 0x801c0021 · DSREG_AUTOJOIN_DISC_FAILED",
      ].sort(),
    )
  })

  it("stand behind the value", () => {
    const [hint] = hints(
      new LogDocument("file:///a", 1, LOG),
      { start: { line: 6, character: 0 }, end: { line: 6, character: 60 } },
      defaultSettings,
      english,
    )
    assert.deepEqual(hint?.position, { line: 6, character: 57 })
    assert.match(String(hint?.tooltip), /[a-z]\.$/)
  })

  it("can each be turned off", () => {
    assert.deepEqual(shown(LOG, "symbols")[0], "6 WININET_E_TIMEOUT")
    assert.deepEqual(shown(LOG, "names")[0], "6 network time-out")
    assert.deepEqual(shown(LOG, "ages"), ["7 3 hours earlier"])
    assert.deepEqual(shown(LOG, "certificates"), ["3 20 days left"])
    assert.deepEqual(shown(LOG, "values").sort(), [
      "0 Windows 11 24H2 or Windows Server 2025",
      "10 Bad Request",
      "9 0x801c0021",
    ])
  })

  it("measure by the log's own clock, and by none where the log has none", () => {
    const range = "[ 2024-03-04 12:00:00.000 UTC -- 2025-03-24 12:17:00.000 UTC ]"
    const at = (clock: string) => shown(`Client Time : ${clock}\nDeviceCertificateValidity : ${range}\n`)
    assert.deepEqual(at("2025-03-24 11:00:00.000 UTC"), ["1 77 min left"])
    assert.deepEqual(at("2025-03-27 12:17:00.000 UTC"), ["1 expired 3 days earlier"])
    assert.deepEqual(at("2024-03-04 09:00:00.000 UTC"), ["1 valid in 3 hours"])
    assert.deepEqual(shown(`DeviceCertificateValidity : ${range}\n`), [])
    assert.deepEqual(at("2025-**-24 11:00:00.000 UTC"), [])
  })

  it("explain a code in a line that is no field", () => {
    assert.match(
      shown("It ended with -2145647630 there\n")[0] ?? "",
      /^0 registration refused with DirectoryError · 0x801c03f2 · DSREG_E_DIRECTORY_FAILURE$/,
    )
  })

  it("say of a build only what Microsoft's tables say", () => {
    assert.deepEqual(shown("OsVersion : 10.0.19045.2604\nOSBuild : 22631\nOS Build : 99999\nOsVersion : YES\n"), [
      "0 Windows 10 22H2",
      "1 Windows 11 23H2",
    ])
    assert.deepEqual(shown("OsBuildNumber : 19045\nClient Build : 19045\n"), ["0 Windows 10 22H2"])
  })

  it("name an HTTP status, but not the zero of an answer that never came", () => {
    assert.deepEqual(shown("HTTP status : 0\nHttps Status : 407\nHTTP status : 4000\n"), [
      "1 Proxy Authentication Required",
    ])
  })

  it("are read from the settings, each on by default", () => {
    assert.deepEqual(settingsFrom({ hints: { ages: false, symbols: "x" } }).hints, {
      symbols: true,
      names: true,
      ages: false,
      certificates: true,
      values: true,
    })
  })

  it("say what they do not know where the log prints no time of its own", () => {
    const joined = `| Device Details |
 DeviceCertificateValidity : [ 2024-03-04 12:00:00.000 UTC -- 2034-03-04 12:30:00.000 UTC ]
| SSO State |
      AzureAdPrtUpdateTime : 2025-03-04 09:00:00.000 UTC
      AzureAdPrtExpiryTime : 2025-03-18 09:00:00.000 UTC
      Previous Prt Attempt : 2025-03-04 12:00:00.000 UTC
`
    assert.deepEqual(shown(joined).sort(), [
      "1 3287 days left at most",
      "3 3 hours earlier at least",
      "4 in 13 days at most",
    ])
    const expired = joined.replace("2034-03-04", "2025-03-01")
    assert.deepEqual(shown(expired, "certificates"), ["1 expired 2 days earlier at least"])
  })
})
