import type { Evidence } from "../evidence/evidence.ts"
import { DAY, durationWords } from "../evidence/time.ts"
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
  why: "`Client Time` is the PC's clock when the log was made. It lies before something that had already happened then, far from the time of the server, or more than a year behind the last attempt of a PC that tries every hour, and TLS fails. With a wrong clock every certificate looks expired or not valid yet, so that Kerberos fails too.",
  fix: [
    reads(
      "Compare the PC's clock with the domain, from an elevated prompt: `w32tm /stripchart /computer:{Domain} /samples:3` prints the offset, and `tzutil /g` the time zone.",
      {
        rights: "administrator",
        proves:
          "An offset of seconds: the clock is right again; only the log was made with a wrong one. Whole hours: the time zone is wrong, or the clock was set by hand in a wrong one. Anything else: the clock itself is wrong.",
      },
    ),
    changes(
      'If the zone is not that of the place, set it: `tzutil /s "W. Europe Standard Time"`, with one of the names that `tzutil /l` lists, or Settings > Time & language > Date & time.',
      { rights: "administrator" },
    ),
    changes("Set the clock with `w32tm /resync` from an elevated prompt. Restart the PC and compare once more.", {
      rights: "administrator",
      proves:
        "An offset of seconds: repaired. Wrong again after the restart: the battery on the board is empty, or, on a virtual machine, the host sets a wrong time. An error of `w32tm`: `w32tm /query /source` shows where the PC has its time from.",
    }),
  ],
  sources: [discoverPhase, { page: "tzutil" }],
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
    `
             AzureAdJoined : NO
              DomainJoined : YES
               Client Time : 2031-06-10 08:00:00.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ clock-wrong
        DRS Discovery Test : FAIL [0x801c0021/0x80072f8f]
     Previous Registration : 2026-06-10 07:58:12.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c0021`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
               Client Time : 2031-06-10 08:00:00.000 UTC
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee7]
     Previous Registration : 2026-06-10 07:58:12.000 UTC
               Error Phase : discover
          Client ErrorCode : 0x801c0021`,
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
    const proof = happened
      ? beforeItsPast(happened, (log.timesOf(happened)[0] ?? now) - now)
      : (farFromAnswer(log) ?? yearsBehindAttempt(log, now))
    if (!proof) return
    const phase = log.failedTest?.phase ?? (log.isJoined ? undefined : log.registrations[0]?.phase)
    yield {
      span: client.valueSpan,
      message: proof.message,
      why: `${proof.why} ${FOLLOWS}`,
      ...(phase && { phase }),
      related: [{ span: proof.field.valueSpan, message: proof.said }],
    }
  },
})

/** The fields of what had happened when the log was made. */
const PAST: readonly FieldName[] = fieldEntries.flatMap(({ name, tells }) => (tells === "past" ? [name] : []))

/** What shows that the clock is wrong, and what is said of it. */
interface Proof {
  readonly field: Field
  readonly message: string
  /** What this log shows of the difference. */
  readonly why: string
  readonly said: string
}

const FOLLOWS =
  "With a wrong clock every certificate looks expired or not valid yet, so that Kerberos and TLS fail, and with them the join."

function beforeItsPast(field: Field, behind: number): Proof {
  const what =
    field.key === "previous registration" ? "the last attempt to join" : "something that had happened already"
  return {
    field,
    message: `The PC's clock is wrong: Client Time lies before ${what}`,
    why: `By \`Client Time\`, the PC's clock, the log was made ${durationWords(behind)} before something in it had happened. So the clock was at least so far behind.`,
    said: "It had happened already",
  }
}

const HOUR = 60 * 60_000

/** As far apart as two time zones can be. */
const OF_ZONES = 26 * HOUR

/** What an exact difference tells: whole hours are rarely an accident. */
function apart(ahead: number): string {
  const [by, way] = [Math.abs(ahead), ahead > 0 ? "ahead of" : "behind"]
  const isWhole = by <= OF_ZONES && Math.abs(by - Math.round(by / HOUR) * HOUR) < 2 * 60_000
  return `At the attempt the PC's clock was ${durationWords(by)} ${way} that of the server which answered. ${
    isWhole
      ? "Whole hours mean the time zone: the PC is set to a wrong one, and its clock was set right by hand for the place."
      : "It is no whole number of hours: the clock itself is wrong."
  }`
}

/** When the service answered, by its own clock, where that is far from when the PC says that it asked. */
function farFromAnswer(log: Evidence): Proof | undefined {
  for (const { block } of log.registrations) {
    const answer = fieldIn(block, "Server Time")
    const [answered] = log.timesOf(answer)
    const [asked] = log.timesOf(fieldIn(block, "Previous Registration"))
    if (answered !== undefined && asked !== undefined && Math.abs(answered - asked) > TOLERANCE && answer)
      return {
        field: answer,
        message: "The PC's clock is wrong: the server's clock is more than five minutes apart",
        why: apart(asked - answered),
        said: "The server's clock",
      }
  }
  return undefined
}

/** A year without an attempt: a PC that is on tries every hour. */
const LONG_OFF = 365 * DAY

/** The last attempt, where TLS fails now and the clock says that it was years ago: a certificate has run out by then. */
function yearsBehindAttempt(log: Evidence, now: number): Proof | undefined {
  if (!log.failedTest?.codes.some(({ code }) => OF_TLS.includes(code))) return undefined
  for (const { block } of log.registrations) {
    const field = fieldIn(block, "Previous Registration")
    const [tried] = log.timesOf(field)
    if (!field || tried === undefined || now - tried <= LONG_OFF) continue
    return {
      field,
      message: "The PC's clock looks wrong: by it the last attempt to join is over a year old, and TLS fails",
      why: `By \`Client Time\`, the PC's clock, the last attempt to join was ${durationWords(now - tried)} ago, and a PC that is on tries every hour. So it was off for so long, or its clock is that far ahead.`,
      said: "A PC that is on tries every hour",
    }
  }
  return undefined
}
