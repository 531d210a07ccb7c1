import type { Evidence } from "../evidence/evidence.ts"
import { type Mention, mentionsIn } from "../evidence/mention.ts"
import { failsOnTheWay, proxyOfUserOnly } from "../evidence/proxies.ts"
import type { Registration } from "../evidence/registrations.ts"
import type { Test } from "../evidence/tests.ts"
import type { TokenAttempt } from "../evidence/tokenAttempts.ts"
import type { CodeEntry } from "../knowledge/code.ts"
import { decodedTitle } from "../knowledge/decode.ts"
import { codeMeaning, phaseName } from "../knowledge/lookup.ts"
import type { Block } from "../log/log.ts"
import { fieldIn } from "../log/query.ts"
import { said } from "./message.ts"
import type { Explained, Finding, Related } from "./rule.ts"

/**
 * `network time-out (0x80072ee2)`: what a code means at its place and the code itself; for one without an entry what
 * it is, `unknown TPM error (0x80280fff)`. Empty without a code.
 */
export function reason(mention: Mention | undefined, place: Parameters<typeof codeMeaning>[1]): string {
  if (!mention) return ""
  const title = codeMeaning(mention.code, place)?.title ?? decodedTitle(mention.code)
  const unknown = mention.code.startsWith("0x") ? "a code" : "an answer"
  return `${title ?? `${unknown} that dsreg does not know`} (${mention.code})`
}

/** A finding on a failed test: the innermost code, its meaning, and the rest of the story. */
export function testFinding(log: Evidence, test: Test, ...what: readonly [string, ...string[]]): Finding {
  const root = serverAnswer(log, test) ?? test.codes.at(-1)
  const entry = root && codeMeaning(root.code, test.phase)
  const why = reason(root, test.phase)
  const network = networkStory(log, root)
  return {
    span: test.field.valueSpan,
    ...(why ? said(why, ...what) : { message: `${what[0]}; dsregcmd gives no code` }),
    ...(root && { code: root.code }),
    ...(entry && { entry }),
    explains: network.explains,
    related: [...network.related, ...laterTests(log, test), ...registrationStories(log)],
  }
}

/** What the server said, with a code that is known, to the last attempt that failed as the test does. */
function serverAnswer(log: Evidence, { phase, codes }: Test): Mention | undefined {
  const same = log.registrations.find((one) => one.phase === phase && one.client?.code === codes.at(-1)?.code)
  const answer = same?.message && mentionsIn(same.message.field)[0]
  return answer && codeMeaning(answer.code, phase) ? answer : undefined
}

/** The tests that failed behind the first one; they follow from it and are no findings of their own. */
function* laterTests(log: Evidence, first: Test): Iterable<Related> {
  for (const test of log.tests) {
    if (test === first || test.outcome !== "fail") continue
    const why = reason(test.codes.at(-1), test.phase)
    const message = `${test.field.name} failed as well${why && `: ${why}`}`
    yield { span: test.field.valueSpan, message, sameFailure: true }
  }
}

/** Why an attempt to join failed: the server's message where it is a known one, else the code. */
export function registrationReason({ client, message, phase }: Registration): string {
  if (!message?.meaning) return reason(client, phase)
  return client ? `${message.meaning.title} (${client.code})` : message.meaning.title
}

/** What the last registration attempts say, one after the other. */
export function* registrationStories({ registrations }: Evidence): Iterable<Related> {
  for (const registration of registrations) yield* registrationStory(registration)
}

/** That the last attempt to register failed, in which phase and why, and when where that is not the time of the tests. */
export function attemptFailed(
  { phase, daysBefore }: Pick<Registration, "phase" | "daysBefore">,
  why: string,
): Pick<Finding, "message"> {
  const where = phase ? ` in the ${phaseName(phase)}` : ""
  if (daysBefore !== undefined) {
    const when = `${daysBefore === 1 ? "a day" : `${daysBefore} days`} before the tests`
    return said(why, `The last registration attempt, ${when}, failed${where}`, `Registration failed ${when}`)
  }
  return said(why, `The last registration attempt failed${where}`, `Registration failed${where}`, "Registration failed")
}

/** What the last registration attempt says: its code and the server's message. */
export function* registrationStory(registration: Registration): Iterable<Related> {
  const { block, phase, client, message } = registration
  if (client) {
    const { message: what } = attemptFailed(registration, reason(client, phase ?? "join"))
    yield { span: client.span, message: what, sameFailure: true }
  }
  if (message) {
    const words = message.meaning?.title ?? reason(mentionsIn(message.field)[0], "join")
    yield {
      span: message.field.valueSpan,
      message: words ? `The server's message: ${words}` : "The server's message",
      sameFailure: true,
    }
  }
  const request = fieldIn(block, "Request Id")
  if (request && request.value !== "") {
    yield {
      span: request.valueSpan,
      message: "The request id that Microsoft support asks for, with the time of the attempt",
    }
  }
}

/** The message on an attempt to get a token: what is wrong, then why it failed, where the log tells. */
export function attemptSaid(
  attempt: TokenAttempt,
  ...beginnings: readonly [string, ...string[]]
): Pick<Finding, "message" | "verdict"> {
  const { full, short } = attemptReason(attempt)
  const told = said(full, ...beginnings)
  return told.verdict === undefined ? told : { ...said(short, ...beginnings), verdict: told.verdict }
}

/** Why an attempt failed, in words, whole and in short; empty where nothing tells. */
function attemptReason(attempt: TokenAttempt): {
  readonly full: string
  readonly short: string
} {
  const { block, root, unknown, refusedWith } = attempt
  const but = unknown ? `; dsreg does not know ${unknown.code}` : ""
  const address = fieldIn(block, "Endpoint URI")?.value ?? ""
  const onTheWay = answerOnTheWay(attempt)
  if (!refusedWith || !root || onTheWay) {
    const why = onTheWay ? `${onTheWay.title} (${root?.code})` : reason(root, "post-join")
    const isOfFederation = root && failsOnTheWay(root.code) && /\/adfs\/|\/trust\//i.test(address)
    return { full: `${why}${isOfFederation ? ", at the federation service" : ""}${but}`, short: why }
  }
  if (isWebPage(attempt)) {
    const page = `a web page came with HTTP ${refusedWith}, as a proxy sends it (${root.code})${but}`
    return { full: page, short: page }
  }
  const inWords = isDescribed(attempt) ? ", for the reason in its description" : ", and the log holds no reason"
  const isOfEntra = /^https:\/\/login\.(?:microsoftonline|windows|chinacloudapi|partner)\b/i.test(address)
  const by = isOfEntra ? " by Microsoft Entra ID" : ""
  return {
    full: `refused${by} with HTTP ${refusedWith}${inWords} (${root.code})${but}`,
    short: `refused with HTTP ${refusedWith} (${root.code})${but}`,
  }
}

/** What the catalogue knows of why an attempt failed: of its code, or of the HTTP status where that tells more. */
export function attemptMeaning(attempt: TokenAttempt): CodeEntry | undefined {
  const { root, refusedWith } = attempt
  const onTheWay = answerOnTheWay(attempt)
  if (onTheWay || !root) return onTheWay
  // A server said no, and not why or with a number that is not known: what the status can mean besides helps nobody.
  return refusedWith ? undefined : codeMeaning(root.code, "post-join")
}

/** Whether the server said why in words. */
function isDescribed({ block }: TokenAttempt): boolean {
  return (fieldIn(block, "Server Error Description")?.value ?? "") !== ""
}

/** Whether what should be the server's words is a page for a browser: no sign-in server sends one. */
function isWebPage({ block }: TokenAttempt): boolean {
  return /^\s*<(?:!doctype|html|head|body)\b/i.test(fieldIn(block, "Server Error Description")?.value ?? "")
}

/**
 * An HTTP status that is no refusal of the user or the device: a service that is not there or has too much to do. A server that says why in its description is heard instead.
 */
function answerOnTheWay(attempt: TokenAttempt): CodeEntry | undefined {
  const { refusedWith } = attempt
  if (!refusedWith || isDescribed(attempt) || !/^(?:429|50[234]|511)$/.test(refusedWith)) return undefined
  return codeMeaning(`0x${(0x80190000 + Number(refusedWith)).toString(16)}`, "any")
}

/** The lines of an attempt that say how it failed. */
export function* attemptStory({ block }: TokenAttempt): Iterable<Related> {
  for (const name of ["Attempt Status", "HTTP Error", "Server Error Description"]) {
    const field = fieldIn(block, name)
    const mention = field && mentionsIn(field)[0]
    if (!field || !mention) continue
    const message =
      (name === "Attempt Status" && answered(block, mention)) || said(reason(mention, "post-join"), name).message
    yield { span: field.valueSpan, message, sameFailure: true }
  }
}

/** What a status that stands for a refusal as well as for a failing network was here, where the lines below it tell. */
function answered(block: Block, { code }: Mention): string | undefined {
  const error = fieldIn(block, "HTTP Error")
  const network = error && mentionsIn(error)[0]
  if (network && failsOnTheWay(network.code)) return `No answer came (${code})`
  const words = fieldIn(block, "Server Error Description")?.value || fieldIn(block, "Server Error Code")?.value
  return words ? `The service answered, and refused (${code})` : undefined
}

/**
 * What a network that fails explains besides: that the device could not be checked, where that ended with the network
 * too, and that SYSTEM lacks the user's proxy, which then is a part of the same story.
 */
export function networkStory(
  log: Evidence,
  root: Mention | undefined,
): { readonly related: readonly Related[]; readonly explains: readonly Explained<string>[] } {
  if (!root || !failsOnTheWay(root.code)) return { related: [], explains: [] }
  const status = log.field("DeviceAuthStatus")
  const codes = (status ? mentionsIn(status) : []).flatMap(({ code }) =>
    failsOnTheWay(code) || NETWORK_STATUSES.has(code) ? [code] : [],
  )
  const only = proxyOfUserOnly(log)
  return {
    related: only
      ? [
          { span: only.access.valueSpan, message: "SYSTEM goes out without a proxy, and the user has one" },
          { span: only.proxy.valueSpan, message: "The user's proxy" },
        ]
      : [],
    explains: ["proxy-not-for-system", { rule: "device-auth-not-tested", codes }],
  }
}

/** Statuses of a network that failed, as an HRESULT carries them. */
const NETWORK_STATUSES: ReadonlySet<string> = new Set(["0xd000023c", "0xd00000be", "0xd00000c4", "0xd00000b5"])
