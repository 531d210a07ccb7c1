import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { explainEvent } from "../server/src/core/explain/kinds/event.ts"
import { explainPhase } from "../server/src/core/explain/kinds/phase.ts"
import { explainTopic } from "../server/src/core/explain/kinds/topic.ts"
import { markdown } from "../server/src/core/explain/print/markdown.ts"
import { eventMeaning, phaseMeaning } from "../server/src/core/knowledge/lookup.ts"
import { topics } from "../server/src/core/knowledge/topics.ts"
import { hoverAt } from "./support/hoverAt.ts"

/*
 * Everything that Microsoft's article on hybrid join explains, found in a log by its place. The numbers, names and
 * phases are the article's; the words are what an explanation cannot do without.
 */

type Phase = "discover" | "auth" | "join"

const PAGE = "https://learn.microsoft.com/entra/identity/devices/troubleshoot-hybrid-join-windows-current"

const codes: readonly [Phase, string, number, string, RegExp][] = [
  ["discover", "0x801c001d", -2145648611, "DSREG_AUTOJOIN_ADCONFIG_READ_FAILED", /service connection point/i],
  [
    "discover",
    "0x801c0021",
    -2145648607,
    "DSREG_AUTOJOIN_DISC_FAILED",
    /second code|last code|inner|sub-?error|behind/i,
  ],
  ["discover", "0x801c001f", -2145648609, "DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT", /enterpriseregistration\.windows\.net/],
  ["discover", "0x801c003d", -2145648579, "DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED", /federated/i],
  ["discover", "0x80072efd", -2147012867, "WININET_E_CANNOT_CONNECT", /connect/i],
  ["discover", "0x80072ee2", -2147012894, "WININET_E_TIMEOUT", /in time|time-?out|timed out/i],
  ["discover", "0x80072f8f", -2147012721, "WININET_E_DECODING_FAILED", /proxy/i],
  ["discover", "0x801c003a", -2145648582, "DSREG_DISCOVERY_TENANT_NOT_FOUND", /tenant/i],
  ["discover", "0x801c0025", -2145648603, "DSREG_SERVER_BUSY", /503/],
  ["discover", "0x8007000d", -2147024883, "E_INVALIDDATA", /proxy/i],
  ["auth", "0xcaa90017", -894894057, "ERROR_ADAL_PROTOCOL_NOT_SUPPORTED", /WS-Trust/],
  ["auth", "0xcaa9002c", -894894036, "ERROR_ADAL_FAILED_TO_PARSE_XML", /XML/],
  ["auth", "0xcaa90023", -894894045, "ERROR_ADAL_COULDNOT_DISCOVER_USERNAME_PASSWORD_ENDPOINT", /endpoint/i],
  ["auth", "0xcaa82ee2", -894947614, "ERROR_ADAL_INTERNET_TIMEOUT", /login\.microsoftonline\.com/],
  ["auth", "0xcaa82efe", -894947586, "ERROR_ADAL_INTERNET_CONNECTION_ABORTED", /connection/i],
  ["auth", "0xcaa82f8f", -894947441, "ERROR_ADAL_INTERNET_SECURE_FAILURE", /certificate/i],
  ["auth", "0xcaa82efd", -894947587, "ERROR_ADAL_INTERNET_CANNOT_CONNECT", /login\.microsoftonline\.com/],
  ["auth", "0xcaa20003", -895352829, "ERROR_ADAL_SERVER_ERROR_INVALID_GRANT", /SAML/],
  ["auth", "0xcaa90014", -894894060, "ERROR_ADAL_WSTRUST_REQUEST_SECURITYTOKEN_FAILED", /fault/i],
  ["auth", "0xcaa90006", -894894074, "ERROR_ADAL_WSTRUST_TOKEN_REQUEST_FAIL", /log/i],
  ["auth", "0xcaa1002d", -895418323, "ERROR_ADAL_OPERATION_PENDING", /inner|sub|server/i],
  ["join", "0x801c03f2", -2145647630, "DSREG_E_DIRECTORY_FAILURE", /message/i],
  ["join", "0x801c0002", -2145648638, "DSREG_E_DEVICE_AUTHENTICATION_ERROR", /AuthenticationError/],
  ["join", "0x801c0006", -2145648634, "DSREG_E_DEVICE_INTERNALSERVICE_ERROR", /server|service/i],
  ["join", "0x80090016", -2146893802, "NTE_BAD_KEYSET", /image/i],
  ["join", "0x80290407", -2144795641, "TPM_E_PCP_INTERNAL_ERROR", /TPM/],
  ["join", "0x80280036", -2144862154, "TPM_E_NOTFIPS", /FIPS/],
  ["join", "0x80090031", -2146893775, "NTE_AUTHENTICATION_IGNORED", /lock/i],
  ["join", "0x80072ee2", -2147012894, "WININET_E_TIMEOUT", /enterpriseregistration\.windows\.net/],
  ["join", "0x80072ee7", -2147012889, "WININET_E_NAME_NOT_RESOLVED", /DNS/],
  ["join", "0x80072efe", -2147012866, "WININET_E_CONNECTION_ABORTED", /connection/i],
]

const ANCHORS: Readonly<Record<Phase, string>> = {
  discover: "#discover-phase",
  auth: "#authentication-phase",
  join: "#join-phase",
}

const PHASE_NAMES: Readonly<Record<Phase, string>> = {
  discover: "discover phase",
  auth: "authentication phase",
  join: "join phase",
}

function registration(phase: Phase, code: string): string {
  return `     Previous Registration : 2025-01-31 09:16:43.000 UTC
         Registration Type : sync
               Error Phase : ${phase}
          Client ErrorCode : ${code}
              Https Status : 400
`
}

describe("every code of the article, in its phase", () => {
  it("is 30 codes in 31 code-and-phase pairs", () => {
    assert.equal(codes.length, 31)
    assert.equal(new Set(codes.map(([, code]) => code)).size, 30)
  })

  for (const [phase, code, decimal, symbol, words] of codes) {
    it(`${code} in ${phase} is ${symbol}`, () => {
      const text = hoverAt(registration(phase, code), code)
      assert.ok(text.includes(symbol), "names it")
      assert.ok(text.includes(code) && text.includes(String(decimal)), "in hexadecimal and decimal")
      assert.ok(text.includes(PHASE_NAMES[phase]), "in its phase")
      assert.match(text, words)
      assert.ok(text.includes("**What to do**"), "says what to do")
      assert.ok(text.includes(`${PAGE}${ANCHORS[phase]}`), "links the heading of the page")
      assert.match(text, /Source: .*, 20\d\d-\d\d-\d\d/, "dates the page")
    })
  }

  it("tells a time-out in discovery from one in the join", () => {
    const meaning = (phase: Phase) => hoverAt(registration(phase, "0x80072ee2"), "0x80072ee2")
    assert.ok(meaning("discover").includes("discover phase") && meaning("join").includes("join phase"))
    assert.notEqual(meaning("discover"), meaning("join"))
  })

  it("finds the codes of a failed test in their places", () => {
    const tests = (name: string, code: string) => `    ${name} : FAIL [0x801c0021/${code}]\n`
    assert.match(hoverAt(tests("DRS Discovery Test", "0x80072EE2"), "0x80072EE2"), /discover phase/)
    assert.match(hoverAt(tests("Token acquisition Test", "0xcaa90017"), "0xcaa90017"), /authentication phase/)
    assert.match(hoverAt(tests("DRS Connectivity Test", "0x80072efe"), "0x80072efe"), /join phase/)
  })
})

describe("every server message of the article", () => {
  const messages: readonly [string, string, RegExp][] = [
    ["DirectoryError", "Your request is throttled temporarily. Please try after 300 seconds.", /wait/i],
    [
      "DirectoryError",
      "AADSTS90002: Tenant 11111111-2222-3333-4444-555555555555 not found. This error may happen if there are no active subscriptions for the tenant. Check with your subscription administrator.",
      /service connection point|SCP/,
    ],
    [
      "DirectoryError",
      "The device object by the given id (e92325d0-xxxx-xxxx-xxxx-94ae875d5245) is not found.",
      /sync/i,
    ],
    [
      "DirectoryError",
      "The device object by the given id (e92325d0-xxxx-xxxx-xxxx-94ae875d5245) isn't found.",
      /sync/i,
    ],
    ["AuthenticationError", "The verification of the target computer's SID failed.", /certificate/i],
  ]
  for (const [code, message, words] of messages) {
    it(message.slice(0, 50), () => {
      const log = `${registration("join", "0x801c03f2")}          Server ErrorCode : ${code}\n            Server Message : ${message}\n`
      const text = hoverAt(log, message.slice(0, 12))
      assert.match(text, words)
      assert.ok(text.includes(code))
      assert.ok(text.includes(`${PAGE}#join-phase`))
    })
  }

  it("tells the three causes of DirectoryError apart", () => {
    const told = messages
      .slice(0, 3)
      .map(([, message]) => hoverAt(`            Server Message : ${message}\n`, message.slice(0, 12)))
    assert.equal(new Set(told).size, 3)
  })
})

describe("every phase of the article", () => {
  const phases: readonly [string, RegExp][] = [
    ["pre-check", /domain controller/i],
    ["discover", /service connection point/i],
    ["auth", /WS-Trust/i],
    ["join", /regist/i],
  ]
  for (const [name, words] of phases) {
    it(`${name} is explained where Error Phase names it`, () => {
      const text = hoverAt(` Error Phase : ${name}\n`, `: ${name}`, 2)
      assert.match(text, words)
      assert.match(text, /learn\.microsoft\.com/)
    })
  }

  it("post-join is explained as well", () => {
    const entry = phaseMeaning("post-join") ?? assert.fail("no such phase")
    assert.match(markdown(explainPhase(entry)), /Alternate Login ID|alternate login ID/i)
  })
})

describe("every field of the article", () => {
  const fields: readonly [string, string, string][] = [
    ["Device State", "AzureAdJoined", "YES"],
    ["Device State", "EnterpriseJoined", "NO"],
    ["Device State", "DeviceId", "5820fbe9-60c8-43b0-bb11-44aee233e4e7"],
    ["Device State", "Thumbprint", "B753A6679CE720451921302CA873794D94C6204A"],
    ["Device State", "KeyContainerId", "bae6a60b-1d2f-4d2a-a298-33385f6d05e9"],
    ["Device State", "KeyProvider", "Microsoft Platform Crypto Provider"],
    ["Device State", "TpmProtected", "YES"],
    ["Device State", "KeySignTest:", "MUST Run elevated to test."],
    ["Device State", "Idp", "login.windows.net"],
    ["Device State", "TenantId", "72b988bf-xxxx-xxxx-xxxx-2d7cd011xxxx"],
    ["Device State", "TenantName", "Contoso"],
    ["Device State", "AuthCodeUrl", "https://login.microsoftonline.com/x/oauth2/authorize"],
    ["Device State", "AccessTokenUrl", "https://login.microsoftonline.com/x/oauth2/token"],
    ["Device State", "MdmUrl", "https://enrollment.example/Discovery.svc"],
    ["Device State", "MdmTouUrl", "https://portal.example/TermsOfUse.aspx"],
    ["Device State", "dmComplianceUrl", "https://portal.example/?portalAction=Compliance"],
    ["Device State", "SettingsUrl", "eyJVcmlzIjpbXX0="],
    ["Device State", "JoinSrvVersion", "1.0"],
    ["Device State", "JoinSrvUrl", "https://enterpriseregistration.windows.net/EnrollmentServer/device/"],
    ["Device State", "JoinSrvId", "urn:ms-drs:enterpriseregistration.windows.net"],
    ["Device State", "KeySrvVersion", "1.0"],
    ["Device State", "KeySrvUrl", "https://enterpriseregistration.windows.net/EnrollmentServer/key/"],
    ["Device State", "KeySrvId", "urn:ms-drs:enterpriseregistration.windows.net"],
    ["Device State", "DomainJoined", "YES"],
    ["Device State", "DomainName", "CONTOSO"],
    ["User State", "NgcSet", "YES"],
    ["User State", "NgcKeyId", "{C7A9AEDC-780E-4FDA-B200-1AE15561A46B}"],
    ["User State", "WorkplaceJoined", "NO"],
    ["User State", "WamDefaultSet", "YES"],
    ["User State", "WamDefaultAuthority", "organizations"],
    ["User State", "WamDefaultId", "https://login.microsoft.com"],
    ["User State", "WamDefaultGUID", "{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)"],
    ["User State", "AzureAdPrt", "YES"],
    ["Diagnostic Data", "Previous Registration", "2019-01-31 09:16:43.000 UTC"],
    ["Diagnostic Data", "Registration Type", "sync"],
    ["Diagnostic Data", "Error Phase", "join"],
    ["Diagnostic Data", "Client ErrorCode", "0x801c03f2"],
    ["Diagnostic Data", "Server ErrorCode", "DirectoryError"],
    ["Diagnostic Data", "Server Message", "The device object by the given id (x) is not found."],
    ["Diagnostic Data", "Https Status", "400"],
    ["Diagnostic Data", "Request Id", "6bff0bd9-820b-484b-ab20-2a4f7b76c58e"],
    ["Diagnostic Data", "Diagnostics Reference", "www.microsoft.com/aadjerrors"],
    ["Diagnostic Data", "User Context", "UN-ELEVATED User"],
    ["Diagnostic Data", "Client Time", "2019-06-05 08:25:29.000 UTC"],
    ["Diagnostic Data", "AD Connectivity Test", "PASS"],
    ["Diagnostic Data", "AD Configuration Test", "PASS"],
    ["Diagnostic Data", "DRS Discovery Test", "FAIL [0x801c0021/0x80072ee2]"],
    ["Diagnostic Data", "DRS Connectivity Test", "SKIPPED"],
    ["Diagnostic Data", "Token acquisition Test", "SKIPPED"],
    ["Diagnostic Data", "Fallback to Sync-Join", "ENABLED"],
  ]
  for (const [section, name, value] of fields) {
    it(`${name} is explained in ${section}`, () => {
      const log = `+------+\n| ${section} |\n+------+\n\n    ${name}: ${value}\n`
      const text = hoverAt(log, name)
      assert.ok(!text.includes("not known here"))
      assert.match(text, /https:\/\/learn\.microsoft\.com\/|Not documented by Microsoft/)
    })
  }

  it("DomainJoined, WorkplaceJoined and AzureAdJoined say what they should be", () => {
    for (const name of ["DomainJoined", "WorkplaceJoined", "AzureAdJoined"]) {
      const text = hoverAt(`| ${name.startsWith("W") ? "User" : "Device"} State |\n${name} : YES\n`, name)
      assert.match(text, /Expected: /)
    }
  })
})

describe("the events of the article", () => {
  for (const id of [201, 204, 304, 305, 307]) {
    it(`${id} says what to read in it`, () => {
      const entry = eventMeaning(id) ?? assert.fail("no such event")
      assert.match(markdown(explainEvent(entry)), /User Device Registration/)
      assert.match(markdown(explainEvent(entry)), /learn\.microsoft\.com/)
    })
  }
})

describe("what the article says beside codes", () => {
  const page = (id: string) =>
    markdown(explainTopic(topics.find((topic) => topic.id === id) ?? assert.fail(`no topic ${id}`)))

  it("step 5 points to today's scripts, not to the dead link", () => {
    assert.match(page("collect-logs"), /https:\/\/aka\.ms\/authscripts/)
    assert.doesNotMatch(page("collect-logs"), /github\.com/i)
  })

  it("its scope, its assumptions and the place of the events are told", () => {
    for (const said of [
      /Windows 10 and Windows Server 2016/,
      /November 2015 Update/,
      /down-level/,
      /Conditional Access, Enterprise State Roaming and Windows Hello for Business/,
      /Applications and Services Logs/,
      /1607/,
    ])
      assert.match(page("hybrid-join-scope"), said)
  })

  it("the known issue is shown where the log meets it", () => {
    assert.match(page("known-issue-two-accounts"), /two/i)
    assert.match(hoverAt("| User State |\nWorkplaceJoined : NO\n", "WorkplaceJoined"), /two/i)
  })

  it("the causes of a missing sign-on stand at both fields", () => {
    for (const name of ["WamDefaultSet", "AzureAdPrt"]) {
      const text = hoverAt(`| User State |\n${name} : NO\n`, name)
      assert.match(text, /TPM/)
      assert.match(text, /alternate login ID/i)
      assert.match(text, /proxy/i)
    }
  })
})
