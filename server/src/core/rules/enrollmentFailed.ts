import { isBesideLog } from "../evidence/codes.ts"
import type { Mention } from "../evidence/mention.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { type Finding, rule } from "./rule.ts"
import { reason } from "./story.ts"

/** Enrollment in device management failed, which comes after the join. */
export const enrollmentFailed = rule({
  id: "enrollment-failed",
  severity: "warning",
  about: ["event", "enrollment code"],
  summary: "Enrollment in device management failed.",
  why: "An event of the enrollment, or a sentence beside the log, has an error of device management or of Windows Autopilot. dsregcmd itself prints none: the PC enrolls after it has joined, so that the join is judged by the lines of the log, and the enrollment by this code.",
  fix: [
    reads(
      "In Event Viewer open Applications and Services Logs > Microsoft > Windows > DeviceManagement-Enterprise-Diagnostics-Provider > Admin, and read the newest events 75 and 76.",
      {
        rights: "administrator",
        proves:
          "Event 75: an enrollment succeeded. Event 76: it failed; look up its code. Neither: none was tried; look whether Task Scheduler has a task below Microsoft > Windows > EnterpriseMgmt.",
      },
    ),
  ],
  sources: [{ page: "autoEnrollment" }, { page: "windowsEnrollment" }],
  bad: [
    `
             AzureAdJoined : YES

Log Name: Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin
Event ID: 76
Description:
Auto MDM Enroll: Device Credential (0x1), Failed (Unknown Win32 Error code: 0x8018002b)
                                                                            ^^^^^^^^^^ enrollment-failed`,
    `
The setup stops with 0x80180014.
                     ^^^^^^^^^^ enrollment-failed

             AzureAdJoined : YES`,
  ],
  good: [
    `
Ticket 80183321

             AzureAdJoined : YES`,
    `
             AzureAdJoined : YES

Event ID: 76
Auto MDM Enroll: Failed (Unknown Win32 Error code: 0x8018002b)

Event ID: 75
Auto MDM Enroll: Succeeded`,
    `
Log Name: System
Event ID: 76
The disk failed with 0x80070057.

             AzureAdJoined : YES`,
  ],
  *check(log) {
    const last = log.events.findLast(({ entry, text, codes }) =>
      entry ? entry.about === "enrollment" : codes.length > 0 && OWN_LOG.test(text),
    )
    if (last) {
      const root = last.codes.at(-1)
      const what = last.entry ? "Automatic enrollment in device management failed" : "An event of device management"
      if (last.entry?.nature === "success" || /\bsucceeded\b/i.test(last.text)) return
      if (root && FAILURE.test(root.code)) yield finding(what, root)
      else if (last.entry)
        yield {
          span: last.sentence ?? last.section.span,
          message: `${what}; ${IN_WORDS.test(last.text) ? "its code is given in words" : "the event gives no code"}`,
        }
      return
    }
    const told = log.codes.find((one) => OF_ENROLLMENT.test(one.code) && isBesideLog(log.capture, one))
    if (told) yield finding("The text names an error of enrollment", told)
  },
})

/** The log of device management, of which only the outcomes of an enrollment are in the catalogue. */
const OWN_LOG = /\bDeviceManagement-Enterprise-Diagnostics-Provider\b/i

/** `Failed (The network path was not found.)`: Windows prints its own message where it has one for the code. */
const IN_WORDS = /\bFailed \([A-Z][a-z]+ [^)]{5}/

/** Codes with the failure bit; a kind of credential is a small number. */
const FAILURE = /^0x[89a-f]/

/** Device management, and Windows Autopilot with its enrollment status page. */
const OF_ENROLLMENT = /^0x(?:8018|8103|c103)/

function finding(what: string, root: Mention): Finding {
  const entry = codeMeaning(root.code, "enrollment")
  const why = reason(root, "enrollment").replace(/^MDM enrollment: /, "")
  return { span: root.span, ...said(why, what, "Enrollment failed"), code: root.code, ...(entry && { entry }) }
}
