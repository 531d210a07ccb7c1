import type { Reported } from "../diagnosis/diagnose.ts"
import { faultRule } from "../diagnosis/fault.ts"
import { phaseOf, stopsJoin } from "../diagnosis/verdict.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { type ValueOf, valueNear } from "../evidence/valueNear.ts"
import { valuesFor } from "../knowledge/joinType.ts"
import type { SectionId } from "../knowledge/sectionId.ts"
import type { Field } from "../log/log.ts"
import { knownName } from "../log/names.ts"
import { fieldAt } from "../log/query.ts"
import type { Repaired } from "../rules/rule.ts"
import { commandsToRun } from "./commandsToRun.ts"
import type { Say } from "./say.ts"
import { quoted } from "./text.ts"

/** How somebody knows that a fault is repaired, and what is left where it stays; empty where there is none to repair. */
export function endingOf(finding: Reported, log: Evidence, say: Say): readonly string[] {
  if (!isFault(finding)) return []
  const repaired = repairedBy(finding, log, say)
  return [...(repaired ? [repaired] : []), ...tokenAfter(repaired, finding, log, say), otherwise(finding, log, say)]
}

/** A device that proves itself again is not yet a user with a token, of whom the complaint is. */
function tokenAfter(repaired: string | undefined, { rule }: Reported, log: Evidence, say: Say): readonly string[] {
  const lacksToken = log.says("AzureAdPrt", "NO") && rule.explains?.includes("prt-missing")
  return lacksToken && !repaired?.includes("AzureAdPrt") ? [asUser("AzureAdPrt : YES", say)] : []
}

/** Whether a finding is repaired when the join has come to its end. */
export function awaitsJoin(finding: Reported, log: Evidence): boolean {
  return isFault(finding) && stopsJoin(finding) && !log.says("AzureAdJoined", "YES")
}

function isFault(finding: Reported): boolean {
  const { severity, rule } = finding
  return !rule.doubts && rule.id !== faultRule.id && (severity !== "info" || stopsJoin(finding))
}

/**
 * The line of a new log that shows it: of a join its end, else what the rule says, the line that shows the fault, or the
 * user's token.
 */
function repairedBy(finding: Reported, log: Evidence, say: Say): string | undefined {
  if (awaitsJoin(finding, log)) return asDevice("AzureAdJoined : YES", say)
  const { repaired } = finding.rule
  if (repaired) return repairedAsRule(repaired, say)
  const field = fieldAt(log.capture, finding.span.start)?.field
  const healthy = field && healthyValue(field, log)
  if (field?.entry && healthy) {
    const line = `${field.entry.name} : ${healthy}`
    return OF_USER.includes(field.entry.sections[0]) ? asUser(line, say) : asDevice(line, say)
  }
  return phaseOf(finding) === "post-join" && !log.says("AzureAdPrt", "YES")
    ? asUser("AzureAdPrt : YES", say)
    : field?.entry && isOfStatus(field) && field.value !== "" && !field.value.includes("\n")
      ? say("Repaired when a new log does not show {0} any more.", quoted(`${field.entry.name} : ${field.value}`))
      : undefined
}

function repairedAsRule(repaired: Repaired, say: Say): string {
  const name = "line" in repaired ? (repaired.line.split(" : ")[0] ?? "") : repaired.laterTime
  const isOfUser = knownName(name)?.entries.some(({ sections }) => OF_USER.includes(sections[0])) === true
  if ("line" in repaired) return isOfUser ? asUser(repaired.line, say) : asDevice(repaired.line, say)
  return isOfUser
    ? say(
        "Repaired when a new `dsregcmd /status`, not elevated, in the session of the user with the problem, shows a later time in {0}.",
        `\`${name}\``,
      )
    : say("Repaired when a new `dsregcmd /status` from an elevated prompt shows a later time in {0}.", `\`${name}\``)
}

/** Whether a line is of the status itself: the lines of an attempt or an event tell of that one only, and stay. */
function isOfStatus({ entry }: Field): boolean {
  return entry !== undefined && entry.block === undefined && entry.sections[0] !== "event"
}

/** What a line of the status itself should say on this device. */
function healthyValue(field: Field, { joinType }: Evidence): string | undefined {
  const { entry, value } = field
  if (!entry?.healthy || !isOfStatus(field)) return undefined
  const [healthy] = valuesFor(entry.healthy, joinType)
  return healthy?.toLowerCase() === value.toLowerCase() ? undefined : healthy
}

/** The sections that speak of whoever runs the command. */
const OF_USER: readonly SectionId[] = ["user-state", "sso-state", "ngc"]

function asUser(line: string, say: Say): string {
  return say(
    "Repaired when a new `dsregcmd /status`, not elevated, in the session of the user with the problem, shows {0}.",
    `\`${line}\``,
  )
}

function asDevice(line: string, say: Say): string {
  return say("Repaired when a new `dsregcmd /status` from an elevated prompt shows {0}.", `\`${line}\``)
}

/** What support asks for, where the log has it, else the events, which tell more than the log. */
function otherwise(finding: Reported, log: Evidence, say: Say): string {
  const told = valueNear(log, [finding.span, ...(finding.related ?? []).map(({ span }) => span)])
  const request = firstOf(REQUESTS, told) ?? requestOfEvent(finding, log)
  const time = firstOf(TIMES, told)
  if (request && time) {
    return say(
      "If it stays, give Microsoft support {0} and {1}, with the logs that the scripts of https://aka.ms/authscripts collect.",
      request,
      time,
    )
  }
  if (request ?? log.events[0]) {
    return say(
      "If it stays, give Microsoft support {0} and the time of the attempt, with the logs that the scripts of https://aka.ms/authscripts collect.",
      request ?? say("the event"),
    )
  }
  const id = stopsJoin(finding) ? "join-events" : "sign-in-events"
  const command = commandsToRun(say).find((one) => one.id === id)
  return say(
    "If it stays, run {0} from an elevated prompt. Read that file together with a new log, by Add Events to This Log in the editor or by {1}: the newest errors in it are the next thing to follow.",
    `\`${command?.command}\``,
    "`dsreg check LOG --events FILE`",
  )
}

const REQUESTS = ["Request Id", "Correlation ID", "Client Request ID"]
const TIMES = ["Server Timestamp", "Previous Prt Attempt", "Previous Registration", "Client Time"]

/** The first of these fields that tells something, with its value. */
function firstOf(names: readonly string[], told: ValueOf): string | undefined {
  for (const name of names) {
    const value = told(name)
    if (value !== undefined) return `\`${name}\` ${quoted(value)}`
  }
  return undefined
}

/** The request of the event that a finding stands in. */
function requestOfEvent({ span }: Reported, { events }: Evidence): string | undefined {
  const event = events.find(({ section }) => section.span.start <= span.start && span.end <= section.span.end)
  return event?.request === undefined ? undefined : `\`Correlation ID\` ${quoted(event.request)}`
}
