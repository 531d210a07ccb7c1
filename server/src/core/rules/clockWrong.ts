import type { Evidence } from "../evidence/evidence.ts"
import { type FieldName, fieldEntries } from "../knowledge/fields/catalogue.ts"
import { discoverPhase } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import type { Field } from "../log/log.ts"
import { fieldIn } from "../log/query.ts"
import { rule } from "./rule.ts"

/** As far as clocks may differ, in milliseconds: Kerberos allows five minutes, and a day's mistake of a zone is none of these. */
const TOLERANCE = 5 * 60_000

/** Codes of certificates and TLS, which follow from a wrong clock. */
const OF_TLS = ["0x80072f8f", "0x80072f05", "0x800b0101", "0xcaa82f8f"]

/** The PC's clock contradicts other times in the log. */
export const clockWrong = rule({
  id: "clock-wrong",
  severity: "error",
  about: ["Client Time"],
  explains: [
    "certificate-not-yet-valid",
    "hybrid-join-incomplete",
    { rule: "drs-discovery-failed", codes: OF_TLS },
    { rule: "drs-connectivity-failed", codes: OF_TLS },
    { rule: "token-acquisition-failed", codes: OF_TLS },
    { rule: "registration-failed", codes: OF_TLS },
  ],
  summary: "The PC's clock is wrong.",
  why: "`Client Time` is the PC's clock when the log was made. It lies before something that had already happened then, or far from the time of the server. With a wrong clock every certificate looks expired or not valid yet, so TLS and Kerberos fail.",
  fix: [
    reads(
      "Compare the PC's clock with the domain: `w32tm /query /status` and `w32tm /stripchart /computer:DOMAIN /samples:3`.",
      {
        rights: "administrator",
        proves: "An offset of minutes or more is the fault. Seconds are none.",
      },
    ),
    changes("Set the clock with `w32tm /resync`, and see that it stays right after a restart. Then read a new log.", {
      rights: "administrator",
    }),
  ],
  sources: [discoverPhase],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
               Client Time : 2023-06-10 08:00:00.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ clock-wrong
        DRS Discovery Test : FAIL [0x801c0021/0x80072f8f]
     Previous Registration : 2026-06-10 07:58:12.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c0021`,
    `
               Client Time : 2025-03-04 06:20:00.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ clock-wrong
     Previous Registration : 2025-03-04 06:16:43.000 UTC
          Client ErrorCode : 0x801c0002
               Server Time : 2025-03-04 09:16:44.000 UTC`,
  ],
  good: [
    `
               Client Time : 2026-06-10 08:00:00.000 UTC
     Previous Registration : 2026-06-10 07:58:12.000 UTC`,
    `
               Client Time : 2026-06-10 08:00:00.000 UTC
     Previous Registration : 2026-06-10 08:03:12.000 UTC`,
  ],
  *check(log) {
    const client = log.field("Client Time")
    const [now] = log.timesOf(client)
    if (!client || now === undefined) return
    const happened = log.fieldsOf(PAST).find((past) => (log.timesOf(past)[0] ?? 0) > now + TOLERANCE)
    const answer = happened ? undefined : answerFarFromAttempt(log)
    const proof = happened ?? answer
    if (!proof) return
    yield {
      span: client.valueSpan,
      message: happened
        ? `The PC's clock is wrong: Client Time lies before ${happened.key === "previous registration" ? "the last attempt to join" : "something that had happened already"}`
        : "The PC's clock is wrong: the server's clock is more than five minutes apart",
      ...(log.failedTest && { phase: log.failedTest.phase }),
      related: [{ span: proof.valueSpan, message: happened ? "It had happened already" : "The server's clock" }],
    }
  },
})

/** The fields of what had happened when the log was made. */
const PAST: readonly FieldName[] = fieldEntries.flatMap(({ name, tells }) => (tells === "past" ? [name] : []))

/** When the service answered, by its own clock, where that is far from when the PC says that it asked. */
function answerFarFromAttempt(log: Evidence): Field | undefined {
  for (const { block } of log.registrations) {
    const answer = fieldIn(block, "Server Time")
    const [answered] = log.timesOf(answer)
    const [asked] = log.timesOf(fieldIn(block, "Previous Registration"))
    if (answered !== undefined && asked !== undefined && Math.abs(answered - asked) > TOLERANCE) return answer
  }
  return undefined
}
