import { isBesideLog } from "../evidence/codes.ts"
import { debugFailuresOf } from "../evidence/joinDebug.ts"
import { readRegistrationEvents } from "../knowledge/ladders.ts"
import { codeMeaning, codeMeanings } from "../knowledge/lookup.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** What stands beside the log of a PC that is not joined names an error of the join. */
export const joinCodeBesideLog = rule({
  id: "join-code-beside-log",
  severity: "warning",
  about: ["join code"],
  ofJoin: true,
  explains: ["hybrid-join-incomplete"],
  summary: "The text beside the log names an error of the join.",
  why: "The log itself keeps no attempt to join, as on a PC that a user joins in the setup of Windows or in Settings. What was written above or below it has the code that the user saw, and that is all that is known of the failure.",
  fix: readRegistrationEvents,
  sources: [{ page: "helloErrors" }, { page: "windowsEnrollment" }],
  bad: [
    `
Something went wrong, error code: 801c0003
                                  ^^^^^^^^ join-code-beside-log

| Device State |
             AzureAdJoined : NO
              DomainJoined : NO`,
    `
preCheckResult: Join
isDcAvailable: YES
DSREGCMD_END_STATUS
             AzureAdJoined : NO
AutoJoin failed: 0x801c003d
                 ^^^^^^^^^^ join-code-beside-log`,
    `
{
  "message": "VM has reported a failure when processing extension 'AADLoginForWindows'. Error message: "AAD Join failed with status code -2145648509.""
                                                                                                                                         ^^^^^^^^^^^ join-code-beside-log
}`,
  ],
  good: [
    `
Something went wrong, error code: 801c0003

| Device State |
             AzureAdJoined : YES
              DomainJoined : NO`,
    `
             AzureAdJoined : NO
              DomainJoined : YES
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]`,
    `
| Device State |
             AzureAdJoined : NO
              DomainJoined : NO
               Device Name : desk-1

The device 801c0003-1111-2222-3333-444455556666 was looked up.`,
  ],
  *check(log) {
    if (log.isJoined || log.failedTest || log.registrations.length > 0) return
    if (log.events.some(({ entry }) => entry !== undefined)) return
    if (log.capture.sections.some((section) => section.id === "join-debug" && debugFailuresOf(section).length > 0))
      return
    const told = log.codes.find((one) => isOfJoin(one.code) && isBesideLog(log.capture, one))
    if (!told) return
    const entry = codeMeaning(told.code, "join")
    yield {
      span: told.span,
      ...said(reason(told, "join"), "The text names an error of the join"),
      code: told.code,
      ...(entry && { entry }),
    }
  },
})

/** Codes of the registration, but for those that only the setup of Windows Hello ends with. */
function isOfJoin(code: string): boolean {
  const meanings = code.startsWith("0x801c") ? codeMeanings(code) : undefined
  return (
    meanings !== undefined &&
    (meanings.length === 0 || meanings.some(({ places }) => places.some((place) => place !== "hello")))
  )
}
