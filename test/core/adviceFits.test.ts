import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { explainFinding } from "../../server/src/core/explain/finding.ts"
import { reading, readings } from "../support/reading.ts"

const HYBRID = "| Device State |\nAzureAdJoined : YES\nDomainJoined : YES\nDeviceId : e9\n"
const ENTRA = "| Device State |\nAzureAdJoined : YES\nDomainJoined : NO\nDeviceId : e9\n"
const IN_DOMAIN = "| Device State |\nAzureAdJoined : NO\nDomainJoined : YES\nDomainName : CONTOSO\n"
const ALONE =
  "| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : NO\n| User State |\nWorkplaceJoined : NO\n"

/** What the verdict of a log rests on, or what a rule says, explained there: its steps as lines of text, and its ending. */
function root(text: string, rule?: string) {
  const { root: first, findings, evidence } = reading(text)
  const finding = rule === undefined ? first : findings.find((one) => one.rule.id === rule)
  assert.ok(finding)
  const { steps, ending = [], why } = explainFinding(finding, evidence)
  return { rule: finding.rule.id, steps: steps.map(({ text, proves }) => `${text} ${proves ?? ""}`), ending, why }
}

const refusedBy = (code: string, message: string) =>
  `| Diagnostic Data |\nUser Context : SYSTEM\nClient Time : 2026-03-04 07:20:11.000 UTC\nPrevious Registration : 2026-03-04 07:05:02.000 UTC\nRegistration Type : sync\nError Phase : join\nClient ErrorCode : ${code}\nServer ErrorCode : DirectoryError\nServer Message : ${message}\nHttps Status : 400\n`

const NO_TENANT = refusedBy("0x801c03f2", "AADSTS90002: Tenant 283fcc80-6ea0-5224-9404-227e21e0219f not found.")

describe("what to do about a join", () => {
  it("ends with how it is started, once", () => {
    for (const text of [
      IN_DOMAIN + NO_TENANT,
      IN_DOMAIN + refusedBy("0x801c0006", "Internal error"),
      `${IN_DOMAIN}| Diagnostic Data |\nAD Connectivity Test : FAIL [0x54b]\n`,
      `${IN_DOMAIN}| Diagnostic Data |\nDRS Discovery Test : FAIL [0x801c0021/0x80190197]\n`,
    ]) {
      const { steps, ending } = root(text)
      assert.equal(steps.filter((step) => step.includes("schtasks /run")).length, 1, text)
      assert.match(steps.at(-1) ?? "", /Automatic-Device-Join".*Wait two minutes.*`AzureAdJoined : YES`/s)
      assert.match(ending[0] ?? "", /`AzureAdJoined : YES`/)
    }
  })

  it("speaks of no scheduled task where the PC is in no domain", () => {
    const { steps } = root(ALONE + refusedBy("0x801c03ed", "Multi-factor authentication is required"))
    assert.doesNotMatch(steps.join("\n"), /schtasks|Active Directory/)
    assert.match(steps.at(-1) ?? "", /Access work or school/)
  })

  it("starts none where the device is joined", () => {
    const { steps } = root(`${HYBRID}DeviceAuthStatus : FAILED. Device is either disabled or deleted\n`)
    assert.doesNotMatch(steps.join("\n"), /schtasks/)
  })

  it("clears what is left of an earlier registration, and ends no sign-in of a PC that is not joined", () => {
    const { steps } = root(IN_DOMAIN + refusedBy("0x801c03f3", "gone"))
    assert.doesNotMatch(steps.join("\n"), /sign out and in|Windows Hello may have to be set up|BitLocker/)
    assert.match(steps.at(-2) ?? "", /`dsregcmd \/leave`/)
    assert.match(steps.at(-1) ?? "", /schtasks \/run/)
  })

  it("asks for no token of a user", () => {
    const { steps } = root(`${IN_DOMAIN}| Diagnostic Data |\nToken acquisition Test : FAIL [0xcaa82ee7]\n`)
    assert.doesNotMatch(steps.join("\n"), /AzureAdPrt/)
  })

  it("is done anew by the extension on a virtual machine of Azure", () => {
    const { steps } = root(readFileSync("test/logs/vm-extension-host-name-taken.dsreg", "utf8"))
    assert.doesNotMatch(steps.join("\n"), /schtasks/)
    assert.match(steps.at(-1) ?? "", /AADLoginForWindows.*`AzureAdJoined : YES`/s)
  })
})

describe("a tenant that was not found", () => {
  it("is corrected where the PC reads it, with the ID of this log", () => {
    const { rule, steps, why } = root(IN_DOMAIN + NO_TENANT)
    assert.equal(rule, "tenant-not-found")
    const all = [...why, ...steps].join("\n")
    assert.match(all, /reg query HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD/)
    assert.match(all, /CN=62a0ff2e-97b9-4513-943f-0d221bd30080/)
    assert.match(all, /ADSI Edit/)
    assert.match(all, /Configure device options/)
    assert.match(all, /283fcc80-6ea0-5224-9404-227e21e0219f/)
  })
})

describe("a second factor that was not given", () => {
  const message = "Multi-factor authentication is required to complete this operation: AADSTS50076"

  it("names where it is asked for, what each setting is for, and whose join is repeated", () => {
    const all = root(IN_DOMAIN + refusedBy("0x801c03ed", message)).steps.join("\n")
    assert.match(all, /User actions.*Register or join devices/)
    assert.match(all, /Device settings/)
    assert.doesNotMatch(all, /begin again/)
  })

  it("says that neither setting is for a PC in a domain, and only there", () => {
    const inDomain = root(IN_DOMAIN + refusedBy("0x801c03ed", message))
    const alone = root(ALONE + refusedBy("0x801c03ed", message))
    assert.match([...inDomain.why, ...inDomain.steps].join("\n"), /hybrid join/)
    assert.doesNotMatch([...alone.why, ...alone.steps].join("\n"), /hybrid join/i)
  })
})

describe("a device that is disabled or deleted", () => {
  const REFUSED = "DeviceAuthStatus : FAILED. Device is either disabled or deleted\n"

  it("follows its computer account only in a domain", () => {
    assert.match(root(HYBRID + REFUSED).steps.join("\n"), /computer account.*Active Directory/s)
    assert.doesNotMatch(root(ENTRA + REFUSED).steps.join("\n"), /[Hh]ybrid|sync|Active Directory|computer account/)
  })
})

describe("a user name whose suffix leads to no tenant", () => {
  it("gets another one by steps that say where", () => {
    const { steps, why } = root(
      `${HYBRID}| SSO State |\nAzureAdPrt : NO\nAcquirePrtDiagnostics : PRESENT\nPrevious Prt Attempt : 2025-05-05 08:00:11.000 UTC\nAttempt Status : 0xc000006d\nUser Identity : o.lind@fabrikam.lan\nEndpoint URI : https://login.microsoftonline.com/fabrikam.lan/oauth2/token\nServer Error Description : AADSTS90002: Tenant 'fabrikam.lan' not found.\n`,
    )
    const all = steps.join("\n")
    assert.match(all, /Domain names/)
    assert.match(all, /Active Directory Domains and Trusts/)
    assert.match(all, /Set-ADUser .* -UserPrincipalName/)
    assert.match([...why, all].join("\n"), /`o\.lind@fabrikam\.lan`/)
  })
})

describe("a clock that is wrong", () => {
  const asked = (client: string, server: string) =>
    root(
      `${IN_DOMAIN}| Diagnostic Data |\nClient Time : ${client}\nPrevious Registration : ${client}\nError Phase : join\nClient ErrorCode : 0x801c0002\nServer Time : ${server}\n`,
      "clock-wrong",
    )

  it("is told by the difference in this log, whole hours as a time zone", () => {
    const hours = asked("2025-03-04 06:16:43.000 UTC", "2025-03-04 09:16:44.000 UTC")
    const told = hours.why.join("\n")
    assert.match(told, /3 hours behind/)
    assert.match(told, /time zone/)
    assert.doesNotMatch(told, /a year behind|had already happened/)
    const minutes = asked("2025-03-04 09:40:43.000 UTC", "2025-03-04 09:16:44.000 UTC")
    assert.match(minutes.why.join("\n"), /24 minutes ahead/)
    assert.doesNotMatch(minutes.why.join("\n"), /time zone/)
  })

  it("says once what follows from it", () => {
    const told = asked("2025-03-04 06:16:43.000 UTC", "2025-03-04 09:16:44.000 UTC").why.join("\n")
    assert.equal(told.match(/TLS/g)?.length, 1)
  })
})

describe("advice that is the same whatever the code", () => {
  it("is that of the rule, and the code says why beside it", () => {
    const { rule, why, steps } = root(
      `${HYBRID}| User State |\nNgcSet : NO\nWamDefaultSet : ERROR (0x80070520)\n| Diagnostic Data |\nExecuting Account Name : CONTOSO\\ann, ann@contoso.com\n`,
      "wam-default-error",
    )
    assert.equal(rule, "wam-default-error")
    assert.equal(why.length, 2)
    assert.match(steps.join("\n"), /Add-AppxPackage/)
  })

  it("says of a join that falls back that it goes on by sync", () => {
    const { why, steps } = root(
      `${IN_DOMAIN}| Diagnostic Data |\nToken acquisition Test : FAIL [0xcaa82ee2]\nFallback to Sync-Join : ENABLED\n`,
    )
    assert.match(why.join("\n"), /fallback to a join by sync is enabled/)
    assert.match(why.join("\n"), /no answer came in time/)
    assert.match(steps.join("\n"), /Pending/)
  })
})

describe("Windows Hello", () => {
  const CHECK = (lines: string) =>
    `${HYBRID}| SSO State |\nAzureAdPrt : YES\n| Ngc Prerequisite Check |\n${lines}\nPreReqResult : WillNotProvision\n`

  it("waits for the first condition that is not met, and only that is advised on", () => {
    const { rule, steps } = root(
      CHECK(
        "IsDeviceJoined : YES\nIsUserAzureAD : YES\nPolicyEnabled : YES\nDeviceEligible : NO\nSessionIsNotRemote : YES",
      ),
    )
    assert.equal(rule, "hello-blocked")
    assert.match(steps[0] ?? "", /tpmtool getdeviceinformation/)
    assert.doesNotMatch(steps.join("\n"), /IsUserAzureAD|CertEnrollment/)
  })

  it("in an event as well", () => {
    const { rule, steps } = root(readFileSync("test/logs/event-362-no-adfs-token.dsreg", "utf8"))
    assert.equal(rule, "hello-event-blocked")
    assert.match(steps.join("\n"), /EnterprisePrt/)
    assert.doesNotMatch(steps.join("\n"), /Get-AzureADKerberosServer|`AzureAdPrt : NO`/)
  })

  it("gets its certificate from one source, and only that is looked at", () => {
    const lines = (source: string) =>
      CHECK(
        `IsDeviceJoined : YES\nIsUserAzureAD : YES\nPolicyEnabled : YES\nDeviceEligible : YES\nSessionIsNotRemote : YES\nCertEnrollment : ${source}\nAdfsRaIsReady : NO\nScepReady : NO`,
      )
    const ofAdfs = root(lines("enrollment authority"), "hello-certificate-not-ready").steps.join("\n")
    assert.match(ofAdfs, /Get-AdfsCertificateAuthority/)
    assert.doesNotMatch(ofAdfs, /SCEP/)
    const ofManagement = root(lines("mobile device management"), "hello-certificate-not-ready").steps.join("\n")
    assert.match(ofManagement, /SCEP/)
    assert.doesNotMatch(ofManagement, /AD FS|Adfs/)
  })
})

describe("the sign of a repair", () => {
  const TOKEN = "| SSO State |\nAzureAdPrt : YES\nAzureAdPrtUpdateTime : 2025-05-02 06:44:19.000 UTC\n"

  it("is the line that the fault is about, with what it should say", () => {
    const [enterprise] = root(
      `${HYBRID}${TOKEN}EnterprisePrt : NO\n| Ngc Prerequisite Check |\nPolicyEnabled : YES\nCertEnrollment : enrollment authority\n`,
    ).ending
    assert.match(enterprise ?? "", /session of the user .*`EnterprisePrt : YES`/)
    const [hello] = root(
      `${HYBRID}${TOKEN}| Ngc Prerequisite Check |\nIsDeviceJoined : YES\nIsUserAzureAD : YES\nPolicyEnabled : YES\nDeviceEligible : NO\nSessionIsNotRemote : YES\nPreReqResult : WillNotProvision\n`,
    ).ending
    assert.match(hello ?? "", /`PreReqResult : WillProvision`/)
  })

  it("is a later time, where an old one is the fault", () => {
    const stale = root(`${HYBRID}${TOKEN}| Diagnostic Data |\nClient Time : 2025-06-02 06:44:19.000 UTC\n`)
    assert.equal(stale.rule, "prt-stale")
    assert.match(stale.ending[0] ?? "", /later time in `AzureAdPrtUpdateTime`/)
  })
})

describe("a step that looks", () => {
  it("says what each outcome means, in every test log", () => {
    const silent = new Set<string>()
    let looked = 0
    for (const name of readdirSync("test/logs").filter((file) => file.endsWith(".dsreg"))) {
      for (const { root: finding, evidence } of readings(readFileSync(`test/logs/${name}`, "utf8"))) {
        for (const { risk, text, proves } of finding ? explainFinding(finding, evidence).steps : []) {
          if (risk !== "reads") continue
          looked++
          if (proves === undefined && !/\b(?:If|if|Where|With|Only)\b/.test(text)) silent.add(`${name}: ${text}`)
        }
      }
    }
    assert.ok(looked > 500, String(looked))
    assert.deepEqual([...silent], [])
  })
})
