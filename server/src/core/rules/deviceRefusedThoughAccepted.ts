import type { Evidence } from "../evidence/evidence.ts"
import type { TokenAttempt } from "../evidence/tokenAttempts.ts"
import { postJoinAuthentication } from "../knowledge/headings.ts"
import { askForTokenAgain } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { fieldIn } from "../log/query.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** Codes by which Microsoft Entra ID refuses the device, not the user. */
const OF_DEVICE = ["AADSTS700003", "AADSTS50155", "AADSTS135011"]

/** The device was refused with a token attempt, and its own check succeeds. */
export const deviceRefusedThoughAccepted = rule({
  id: "device-refused-though-accepted",
  severity: "warning",
  about: ["DeviceAuthStatus : SUCCESS"],
  phase: "post-join",
  explains: [{ rule: "prt-refused", codes: OF_DEVICE }],
  summary: "A token was refused because of the device, whose own check succeeds.",
  why: "`DeviceAuthStatus` asks the tenant about this device now, and it answers well. The refusal says the contrary: it is older than the present registration, or it came from another tenant.",
  fix: [
    reads("Compare the time of {Previous Prt Attempt} with the begin of {DeviceCertificateValidity}.", {
      rights: "user",
      proves:
        "If the attempt is older, it belongs to an earlier registration and is history: ask for the token again. If it is newer, go on.",
    }),
    reads("Compare the tenant in {Endpoint URI} with {TenantId}.", {
      rights: "user",
      proves:
        "If they differ, the other tenant does not know this device and refuses it rightly: the user signed in with an account of that tenant. If they are the same, go on.",
    }),
    askForTokenAgain,
    reads("In the Microsoft Entra admin center open Entra ID > Devices > All devices and search for {DeviceId}.", {
      rights: "directory-administrator",
      where: "entra",
      proves:
        "If it is there and enabled, do not register the PC again: the refusal is older. If it is missing or disabled, it went after this log was made: follow the code of the refusal.",
    }),
  ],
  sources: [postJoinAuthentication, { page: "prt" }],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
          DeviceAuthStatus : SUCCESS
                AzureAdPrt : NO
                             ^^ device-refused-though-accepted
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
                HTTP Error : 0x0
  Server Error Description : AADSTS700003: Device object was not found in the tenant.`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
          DeviceAuthStatus : SUCCESS
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000006d
  Server Error Description : AADSTS50126: Error validating credentials.`,
  ],
  *check(log) {
    const prt = log.field("AzureAdPrt")
    const status = log.field("DeviceAuthStatus")
    const attempt = log.prtAttempt
    const root = attempt?.root
    if (!prt || !status || !attempt || !root || !OF_DEVICE.includes(root.code) || !log.says("AzureAdPrt", "NO")) return
    if (!log.says("DeviceAuthStatus", "SUCCESS")) return
    const time = fieldIn(attempt.block, "Previous Prt Attempt")
    const [tried] = log.timesOf(time)
    const [begins] = log.timesOf(log.field("DeviceCertificateValidity", "device-details", "device-state"))
    const isOlder = tried !== undefined && begins !== undefined && tried < begins
    yield {
      span: prt.valueSpan,
      ...said(
        reason(root, "post-join"),
        isOlder
          ? "The refusal is older than the present registration"
          : asksAnotherTenant(log, attempt)
            ? "Another tenant than the device's own refused it"
            : "Refused because of the device, whose check succeeds now",
        "Refused, though the device's check succeeds",
      ),
      code: root.code,
      related: [
        { span: root.span, message: "The refusal", sameFailure: true },
        { span: status.valueSpan, message: "The check of the device, which succeeds" },
        ...(time ? [{ span: time.valueSpan, message: "When the token was refused" }] : []),
      ],
    }
  },
})

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i

/** Whether the address that was asked names another tenant than the one of the join; masked ones prove nothing. */
function asksAnotherTenant(log: Evidence, { block }: TokenAttempt): boolean {
  const own = GUID.exec(log.field("TenantId")?.value ?? "")?.[0].toLowerCase()
  const asked = GUID.exec(fieldIn(block, "Endpoint URI")?.value ?? "")?.[0].toLowerCase()
  return own !== undefined && asked !== undefined && own !== asked
}
