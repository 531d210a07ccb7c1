import type { Diagnosis, Reported } from "../diagnosis/diagnose.ts"
import { faultRule } from "../diagnosis/fault.ts"
import { phaseOf } from "../diagnosis/verdict.ts"
import type { Evidence } from "../evidence/evidence.ts"
import { namedPhase } from "../evidence/registrations.ts"
import { passedExpiry } from "../evidence/tokenTimes.ts"
import type { Say } from "../explain/say.ts"
import type { Phase } from "../knowledge/code.ts"
import { judgement } from "../knowledge/judgement.ts"
import { NO, YES } from "../knowledge/yesNo.ts"
import type { Field } from "../log/log.ts"
import { fieldAt, fieldIn } from "../log/query.ts"
import type { Span } from "../text/span.ts"

/** How a stage of the way to single sign-on went, as far as the log shows it. */
export type StageState = "passed" | "failed" | "skipped" | "unknown" | "not-applicable"

/** One stage, with the place that says so. */
export interface StageFact {
  readonly phase: Phase
  readonly state: StageState
  /** Why, in a sentence of ours without a full stop; backticks mark code. */
  readonly said: string
  readonly span?: Span
}

/** What a question about a stage comes to: undefined where it does not settle it. */
type Answer = Omit<StageFact, "phase"> | undefined

const BEFORE_SIGN_IN = ["precheck", "discover", "auth", "join"] as const

type JoinPhase = (typeof BEFORE_SIGN_IN)[number]

/** The stages in their order. A fault of ours, and a log that contradicts itself, leave all of them open. */
export function stagesOf(diagnosis: Diagnosis, say: Say): readonly StageFact[] {
  const phases: readonly Phase[] = [...BEFORE_SIGN_IN, "post-join"]
  const open = unreadable(diagnosis, say)
  if (open) return phases.map((phase) => ({ phase, ...open }))
  const told: StageFact[] = []
  for (const phase of BEFORE_SIGN_IN) told.push({ phase, ...joinStage(phase, diagnosis, told, say) })
  return [...told, { phase: "post-join", ...signIn(diagnosis, say) }]
}

function unreadable({ faults, root }: Diagnosis, say: Say): Answer {
  if (faults.length > 0 || root?.rule.id === faultRule.id) return unknown(faultSaid(say))
  return root?.rule.doubts ? unknown(say("The log contradicts itself"), root.span) : undefined
}

/** A stage of the join: the first answer counts, from what is certain to what the order of the phases tells. */
function joinStage(
  phase: JoinPhase,
  diagnosis: Diagnosis,
  before: readonly StageFact[],
  say: Say,
): Omit<StageFact, "phase"> {
  const { evidence } = diagnosis
  return (
    ofJoinedDevice(phase, diagnosis, say) ??
    byFinding(phase, diagnosis) ??
    ofNoDomain(evidence, say) ??
    byTests(phase, evidence, say) ??
    byAttempt(phase, evidence, say) ??
    notReached(before, say) ??
    byRoot(phase, diagnosis) ??
    untold(phase, evidence, say)
  )
}

function ofJoinedDevice(phase: JoinPhase, diagnosis: Diagnosis, say: Say): Answer {
  const { evidence: log } = diagnosis
  if (!log.isJoined) return undefined
  const span = log.field("AzureAdJoined")?.valueSpan
  return phase === "join"
    ? (deadJoin(diagnosis, say) ?? withSpan("passed", joinedSaid(diagnosis, say), span))
    : withSpan("not-applicable", say("The device is joined already"), span)
}

function deadJoin(diagnosis: Diagnosis, say: Say): Answer {
  const dead = ofDevice(diagnosis)
  return dead && failed(say("The device holds a join that does not work"), dead.span)
}

/** An error of the device itself: its object or its key is dead. */
function ofDevice({ findings, evidence: { capture } }: Diagnosis): Reported | undefined {
  return findings.find(({ severity, span }) => {
    const name = severity === "error" ? fieldAt(capture, span.start)?.field.entry?.name : undefined
    return name === "DeviceAuthStatus" || name === "KeySignTest"
  })
}

/** The codes of keys, of what stores them and of the TPM. */
const OF_KEYS = /^0x80(?:09|28|29)/i

/** A join is as good as the key by which the device proves it. */
function joinedSaid({ evidence: log, findings }: Diagnosis, say: Say): string {
  const isDoubtful = findings.some(({ code }) => OF_KEYS.test(code ?? ""))
  return !isDoubtful && (log.says("KeySignTest", "PASSED") || log.says("DeviceAuthStatus", "SUCCESS"))
    ? say("The device is joined to Microsoft Entra ID, and its key works")
    : say("The device is joined to Microsoft Entra ID; whether its key works, this log does not show")
}

function byFinding(phase: Phase, { findings }: Diagnosis): Answer {
  const error = findings.find((finding) => finding.severity === "error" && phaseOf(finding) === phase)
  return error && failed(error.message, error.span)
}

/** What the tests say of a stage. That the service can be reached is no join yet. */
function byTests(phase: JoinPhase, log: Evidence, say: Say): Answer {
  const tests = log.tests.filter((test) => test.phase === phase && !/^kerberos/i.test(test.field.name))
  const failing = tests.find(({ outcome }) => outcome === "fail")
  if (failing) return failed(say("{0} fails", `\`${failing.field.name}\``), failing.field.valueSpan)
  const skipped = tests.find(({ outcome }) => outcome === "skipped")
  if (skipped) return withSpan("skipped", say("{0} was skipped", `\`${skipped.field.name}\``), skipped.field.valueSpan)
  const [first] = tests
  if (phase === "join" || !first || tests.some(({ outcome }) => outcome !== "pass")) return undefined
  return withSpan("passed", tests.length === 1 ? say("Its test passes") : say("Its tests pass"), first.field.valueSpan)
}

/** What the last registration attempt says: it failed here, or it got past the first two phases. */
function byAttempt(phase: JoinPhase, log: Evidence, say: Say): Answer {
  const live = log.registrations.filter(({ isOutdated, passesNow }) => !isOutdated && !passesNow)
  const here = live.find((attempt) => attempt.phase === phase)
  if (here) {
    const at = here.client?.span ?? fieldIn(here.block, "Error Phase")?.valueSpan
    const { daysBefore } = here
    if (daysBefore === undefined) return failed(say("The last registration attempt failed in this phase"), at)
    if (daysBefore === 1)
      return failed(say("The last registration attempt, a day before the tests, failed in this phase"), at)
    return failed(say("The last registration attempt, {0} days before the tests, failed in this phase", daysBefore), at)
  }
  const order = BEFORE_SIGN_IN.indexOf(phase)
  for (const { block } of live) {
    const named = namedPhase(block)
    if (named === undefined || BEFORE_SIGN_IN.indexOf(named as JoinPhase) <= order) continue
    const at = fieldIn(block, "Error Phase")?.valueSpan
    return phase === "auth"
      ? unknown(say("The last attempt reached the join, with a token or by synchronization without one"), at)
      : withSpan("passed", say("The last registration attempt got past it"), at)
  }
  return undefined
}

/** Nothing goes on behind the first two phases where one of them fails; behind the third a join may, as sync-join. */
function notReached(before: readonly StageFact[], say: Say): Answer {
  const stop = before.find(({ phase, state }) => state === "failed" && phase !== "auth")
  return stop && { state: "skipped", said: say("Not reached, because an earlier stage fails") }
}

/** A warning or a piece of information that the verdict rests on says more of its stage than nothing. */
function byRoot(phase: Phase, { root }: Diagnosis): Answer {
  return root && phaseOf(root) === phase ? unknown(root.message, root.span) : undefined
}

/** The tests are those of a hybrid join, which a PC in no domain does not begin. */
function ofNoDomain(log: Evidence, say: Say): Answer {
  if (log.joinType !== "none" && log.joinType !== "registered") return undefined
  return withSpan(
    "not-applicable",
    say("The device is in no domain, so a hybrid join is not possible"),
    log.field("DomainJoined")?.valueSpan,
  )
}

function untold(phase: JoinPhase, log: Evidence, say: Say): Omit<StageFact, "phase"> {
  const joined = log.field("AzureAdJoined")
  return phase === "join" && joined
    ? unknown(say("The device is not joined, and the log does not say what became of this stage"), joined.valueSpan)
    : notShown(say)
}

/** The token of the user who ran the command. */
function signIn(diagnosis: Diagnosis, say: Say): Omit<StageFact, "phase"> {
  const { evidence: log, findings, root } = diagnosis
  const token = log.field("AzureAdPrt")
  if (log.withoutUser) return unknown(say("No user's session was there to be asked"), log.withoutUser.valueSpan)
  if (!token && ofDevice(diagnosis))
    return unknown(say("The log does not show the user's token; without a join that works it is not renewed"))
  if (!token) return byFinding("post-join", diagnosis) ?? byRoot("post-join", diagnosis) ?? notShown(say)
  if (YES.test(token.value)) {
    const expiry = passedExpiry(log)
    return expiry
      ? failed(say("The user's token is past its end by the log's own clock"), expiry.valueSpan)
      : withSpan("passed", tokenSaid(root, say), token.valueSpan)
  }
  if (isUnneeded(token, log)) {
    return withSpan("not-applicable", say("A device that is not joined has no token of this kind"), token.valueSpan)
  }
  const limited = findings.find(({ rule }) => rule.limit)
  if (limited) return unknown(`The log ${limited.rule.limit}`, limited.span)
  if (!log.isJoined || !NO.test(token.value)) return notShown(say)
  return failed(reasonOf(root) ?? say("The user has no primary refresh token (PRT)"), token.valueSpan)
}

function isUnneeded({ entry, value, block }: Field, log: Evidence): boolean {
  return judgement(entry, value, entry?.sections[0] ?? block.section.id, log.joinType) === "notApplicable"
}

/** A token that is there makes nobody overlook what the verdict says. */
function tokenSaid(root: Reported | undefined, say: Say): string {
  return root && root.severity !== "info"
    ? say("The user has a primary refresh token (PRT). The fault named at the top is another one")
    : say("The user has a primary refresh token (PRT)")
}

/** Why there is no token, where an error says it. */
function reasonOf(root: Reported | undefined): string | undefined {
  return root && root.severity === "error" && phaseOf(root) === "post-join" ? root.message : undefined
}

/** What is said where something of ours broke. */
export function faultSaid(say: Say): string {
  return say("A fault in dsreg kept a part of the log from being read")
}

function notShown(say: Say): Omit<StageFact, "phase"> {
  return unknown(say("The log does not show it"))
}

function failed(said: string, span: Span | undefined): Omit<StageFact, "phase"> {
  return withSpan("failed", said, span)
}

function unknown(said: string, span?: Span): Omit<StageFact, "phase"> {
  return withSpan("unknown", said, span)
}

function withSpan(state: StageState, said: string, span: Span | undefined): Omit<StageFact, "phase"> {
  return { state, said, ...(span && { span }) }
}
