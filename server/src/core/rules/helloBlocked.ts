import type { Evidence } from "../evidence/evidence.ts"
import { missingPrerequisites, prerequisite, willNotProvision } from "../evidence/hello.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import {
  hardwarePolicy,
  helloNeedsHardware,
  helloNeedsJoin,
  helloNeedsToken,
  meetAtDevice,
} from "../knowledge/helloLadders.ts"
import { reads } from "../knowledge/step.ts"
import { NO } from "../knowledge/yesNo.ts"
import { lowerFirst, said } from "./message.ts"
import { rule } from "./rule.ts"
/** Windows Hello is wanted by policy and cannot be set up. */
export const helloBlocked = rule({
  id: "hello-blocked",
  severity: "warning",
  about: ["PreReqResult : WillNotProvision"],
  phase: "post-join",
  repaired: { line: "PreReqResult : WillProvision" },
  summary: "Windows Hello for Business is wanted by policy and cannot be set up.",
  why: "A policy asks for Windows Hello, the session is at the device, and a prerequisite is not met. The lines that say NO are the reasons, to be met in their order.",
  fix: [
    reads("Read the first line of the section that says NO.", {
      rights: "user",
      proves:
        "`IsDeviceJoined` or `IsUserAzureAD`: the join or the token of the user comes first. `PolicyEnabled`: no policy asks for Windows Hello. `DeviceEligible`: the hardware. `SessionIsNotRemote`: sign in at the device. `CertEnrollment` and what follows: the certificate.",
      inLog: [
        { fields: ["IsDeviceJoined"], when: NO, leaves: helloNeedsJoin },
        { fields: ["IsUserAzureAD"], when: NO, leaves: helloNeedsToken },
        { fields: ["DeviceEligible"], when: NO, leaves: helloNeedsHardware },
      ],
    }),
    meetAtDevice,
  ],
  sources: [helloPrerequisites, hardwarePolicy],
  bad: [
    `
            IsDeviceJoined : YES
             IsUserAzureAD : YES
             PolicyEnabled : YES
          PostLogonEnabled : YES
            DeviceEligible : NO
        SessionIsNotRemote : YES
            CertEnrollment : none
              PreReqResult : WillNotProvision
                             ^^^^^^^^^^^^^^^^ hello-blocked`,
  ],
  good: [
    `
             PolicyEnabled : NO
            DeviceEligible : NO
        SessionIsNotRemote : YES
              PreReqResult : WillNotProvision`,
    `
             PolicyEnabled : YES
            DeviceEligible : NO
        SessionIsNotRemote : NO
              PreReqResult : WillNotProvision`,
    `
             PolicyEnabled : YES
            DeviceEligible : YES
        SessionIsNotRemote : YES
              PreReqResult : WillProvision`,
  ],
  *check(log) {
    const result = willNotProvision(log)
    if (!result || !isHelloWanted(log)) return
    const missing = missingPrerequisites(log)
    const [first] = missing
    if (first && !HAS_OWN_RULE.test(first.message)) {
      yield {
        span: result.valueSpan,
        ...(log.isJoined && first.span.start === prerequisite(log, "IsDeviceJoined")?.valueSpan.start
          ? { message: "Windows Hello's check says that the device is not joined, which AzureAdJoined contradicts" }
          : said(
              lowerFirst(first.message),
              "Windows Hello is wanted by policy and cannot be set up",
              "Windows Hello cannot be set up",
            )),
        related: missing,
      }
    }
  },
})

/** Prerequisites whose NO is a finding of its own: certificate, AD FS token, cloud Kerberos ticket. */
const HAS_OWN_RULE = /AD FS|certificate|Kerberos/

/** Whether a policy asks for Windows Hello and the session could set it up. */
function isHelloWanted(log: Evidence): boolean {
  return log.says("PolicyEnabled", "YES") && !log.says("SessionIsNotRemote", "NO")
}
