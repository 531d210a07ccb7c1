import type { LogEvent } from "../evidence/events.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { Mention } from "../evidence/mention.ts"
import { codeMeanings } from "../knowledge/lookup.ts"

/** Events of the AAD log that tell about one request. */
export interface TokenRequest {
  readonly events: readonly LogEvent[]
  /** The event with the code that is nearest to the cause. */
  readonly event: LogEvent
  readonly root: Mention
  /** A server's code nearer to the cause that is not known: it is quoted beside the known one. */
  readonly unknown: Mention | undefined
}

/** The events of one request are written within a few seconds of each other. */
const ONE_REQUEST = 5_000

/** The requests for tokens that failed, as the events of the AAD log tell of them. */
export function failedRequests(log: Evidence): readonly TokenRequest[] {
  const groups: Group[] = []
  for (const event of log.events) {
    const tells = event.codes.length > 0 || isWsTrust(event) || answerOnTheWay(event) !== undefined
    if (event.entry?.log !== "AAD" || !tells) continue
    const last = groups.at(-1)
    const group =
      last && belongs(event, last) ? last : { events: [], ids: new Set<number>(), requests: new Set<string>() }
    if (group !== last) groups.push(group)
    group.events.push(event)
    group.ids.add(event.entry.id)
    if (event.request !== undefined) group.requests.add(event.request)
  }
  return groups.flatMap(({ events }) => requestOf(events) ?? [])
}

/** Events of one request, with their numbers and identifiers. */
interface Group {
  readonly events: LogEvent[]
  readonly ids: Set<number>
  readonly requests: Set<string>
}

/** By the identifier of the request, else by the time; without either, by standing next to each other. */
function belongs({ entry, request, time }: LogEvent, { events: [first], ids, requests }: Group): boolean {
  if (request !== undefined && requests.has(request)) return true
  if (ids.has(entry?.id ?? 0)) return false
  if (time === undefined || first?.time === undefined) return time === first?.time
  return Math.abs(time - first.time) <= ONE_REQUEST
}

function requestOf(events: readonly LogEvent[]): TokenRequest | undefined {
  const onTheWay = events.flatMap((event) => {
    const root = answerOnTheWay(event)
    return root ? [{ event, root }] : []
  })
  const all = events.flatMap((event) =>
    event.codes.filter(({ code }) => !/^0x[0-7]/.test(code)).map((root) => ({ event, root })),
  )
  const inward = [
    ...all.filter(({ root }) => !root.code.startsWith("0x")),
    ...onTheWay,
    ...all.filter(({ root }) => root.code.startsWith("0x") && !OUTER.has(root.code)),
    ...all.filter(({ root }) => OUTER.has(root.code)),
  ]
  const best = inward.find(({ root }) => codeMeanings(root.code).length > 0) ?? inward[0]
  const nearest = inward[0]?.root
  const unknown = nearest && nearest !== best?.root ? nearest : undefined
  return best && { ...best, unknown, events }
}

/** An HTTP status that tells more than that the request failed: a proxy that wants a login, a service that is not there. */
function answerOnTheWay({ section }: LogEvent): Mention | undefined {
  const { start, end } = section.span
  const found = ON_THE_WAY.exec(section.capture.text.slice(start, end))
  const status = found?.[1]
  if (!found || !status) return undefined
  const last = start + found.index + found[0].length
  return {
    span: { start: last - status.length, end: last },
    code: `0x${(0x80190000 + Number(status)).toString(16)}`,
  }
}

const ON_THE_WAY = /\bHttp request status:\s{0,4}(407|429|50[234]|511)\b/i

/** Codes that only say that something inside them failed. */
const OUTER: ReadonlySet<string> = new Set(["0xcaa5001c", "0xcaa1000e", "0x801c0515"])

/** Whether an event says that the federation service did not accept the Windows sign-in of the user or the computer. */
export function isWsTrust({ entry, text }: LogEvent): boolean {
  return entry?.id === 1088 && /\bFailedAuthentication\b|\bID3242\b/i.test(text)
}

/** Whether an event says that an account's name or SID was asked for and not found, with an answer of the server. */
export function isUnknownAccount({ entry, text }: LogEvent): boolean {
  return entry?.id === 1025 && /Http request status: 40[04]\b.{0,300}\/(?:sidtoname|nametosid)\b/i.test(text)
}

/** Whether an event says that the look-up of an account's name or SID failed, whatever the reason. */
export function isLookUp({ entry, text }: LogEvent): boolean {
  return entry?.id === 1104 && /\bplugin call Lookup\b/i.test(text)
}
