import type { ValueOf } from "../evidence/valueNear.ts"
import type { JoinType } from "../knowledge/joinType.ts"
import type { Advice, SharedText } from "../knowledge/shared.ts"
import {
  type Answer,
  fact,
  type Rights,
  type Risk,
  type Role,
  type Step,
  type StepTraits,
  type Where,
} from "../knowledge/step.ts"
import type { ExplainedStep } from "./explanation.ts"
import { english, type Say } from "./say.ts"
import { quoted } from "./text.ts"

/** Advice as a document tells it. */
export interface Advised {
  /** What somebody should know and nobody has to do. */
  readonly facts: readonly string[]
  /** What to do, in order; a single piece of advice is a ladder of one. */
  readonly steps: readonly ExplainedStep[]
}

/**
 * Advice, with what has to hold first in front. Where a log is at hand, what it tells already is filled in, what it
 * answers is no step any more, and a step for another kind of device is left out.
 */
export function advised(
  advice: Advice | readonly Advice[],
  fieldValue: ValueOf = NO_LOG,
  device: JoinType = "unknown",
): Advised {
  const all = [advice].flat().flatMap((piece: Advice) => {
    if (!isFor(piece, device)) return []
    const answered = typeof piece === "string" ? undefined : answerTo(piece.inLog, fieldValue)
    if (!answered) return explained(piece, fieldValue)
    const { leaves, value } = answered
    return isFor(leaves, device) ? explained(asFact(leaves), fieldValue, value) : []
  })
  const withRole = (wanted: Role | undefined) => all.flatMap(({ role, step }) => (role === wanted ? [step] : []))
  return { facts: withRole("fact").map(({ text }) => text), steps: [...withRole("condition"), ...withRole(undefined)] }
}

/** The steps of advice that holds no facts. */
export function stepsOf(advice: Advice | readonly Advice[]): readonly ExplainedStep[] {
  return advised(advice).steps
}

/** Whether a piece of advice is for such a device, or the log does not tell which it is. */
function isFor(piece: Advice | undefined, device: JoinType): boolean {
  const joins = typeof piece === "object" ? piece.joins : undefined
  return joins === undefined || device === "unknown" || joins.includes(device)
}

/** A sentence that stands for an answered step leaves nothing to do. */
function asFact(leaves: string | Step | undefined): Step | undefined {
  return typeof leaves === "string" ? fact(leaves) : leaves
}

const NO_LOG: ValueOf = () => undefined

function answerTo(answers: readonly Answer[] = [], fieldValue: ValueOf) {
  for (const { fields, when, leaves } of answers) {
    const value = fields.map(fieldValue).find((found) => found !== undefined)
    if (value !== undefined && (!when || when.test(value))) return { leaves, value }
  }
  return undefined
}

function explained(
  piece: Advice | undefined,
  fieldValue: ValueOf,
  answer?: string,
): readonly { readonly role: Role | undefined; readonly step: ExplainedStep }[] {
  if (piece === undefined) return []
  if (typeof piece === "string") return [{ role: undefined, step: { text: filled(piece, fieldValue, answer) } }]
  const { kind: _, inLog: __, joins: ___, role, text, proves, ...traits } = piece
  const step = {
    ...traits,
    text: filled(text, fieldValue, answer),
    ...(proves && { proves: filled(proves, fieldValue, answer) }),
  }
  return [{ role, step }]
}

/**
 * A sentence with what stands in braces: the name of a field, and its value in this log; `{0}` is the answer itself. In
 * a command it is the value alone, or a word in capitals to be replaced.
 */
function filled(text: string, fieldValue: ValueOf, answer = ""): string {
  return text.replace(/`[^`]*`|\{(0|[A-Z][\w ]*)\}/g, (all, name: string | undefined) => {
    if (name === undefined) return inCommand(all, fieldValue)
    if (name === "0") return quoted(answer.replace(/(?<![.\s])[.\s]+$/, ""))
    const value = fieldValue(name)
    return value === undefined ? `\`${name}\`` : `\`${name}\` (here ${quoted(value)})`
  })
}

/** The value of a log is a stranger's, and somebody will run the command: only what is a plain name gets into it. */
const PLAIN_NAME = /^\w[\w.-]{0,252}$/

function inCommand(code: string, fieldValue: ValueOf): string {
  return code.replace(/\{([A-Z]\w*)\}/g, (_, name: string) => {
    const value = fieldValue(name)
    return value !== undefined && PLAIN_NAME.test(value) ? value : name.toUpperCase()
  })
}

/** A sentence of ours, shared or not. */
export function sentence(text: string | SharedText): string {
  return typeof text === "string" ? text : text.text
}

/**
 * What is said beside the sentence of each step, in a few words: `as administrator · changes the device`; undefined
 * where nothing is. The first step for SYSTEM says how one becomes it, where no step does.
 */
export function stepMarks(steps: readonly ExplainedStep[], say: Say = english): readonly (string | undefined)[] {
  const first = steps.some(({ text }) => /psexec -/i.test(text))
    ? undefined
    : steps.find(({ rights }) => rights === "system")
  return steps.map((step) => stepMark(step, step === first ? say("as SYSTEM, by psexec -s -i cmd") : undefined, say))
}

function stepMark({ rights, risk, where = "device" }: StepTraits, by: string | undefined, say: Say) {
  const words = [
    ...(rights ? [by ?? rightsName(rights, where, say)] : []),
    ...(risk ? [riskName(risk, where, say)] : []),
  ]
  return words.length > 0 ? words.join(" · ") : undefined
}

function rightsName(rights: Rights, where: Where, say: Say): string {
  switch (rights) {
    case "user":
      return say("as the user")
    case "administrator":
      if (where === "federation-service") return say("as administrator of the federation server")
      if (where === "sync-server") return say("as administrator of the Microsoft Entra Connect server")
      if (where === "agent-server") return say("as administrator of the agent's server")
      return say("as administrator of the PC")
    case "system":
      return say("as SYSTEM")
    case "directory-administrator":
      if (where === "entra" || where === "app") return say("as administrator in Microsoft Entra ID")
      if (where === "federation-service") return say("as administrator of the federation service")
      if (where === "active-directory") return say("as administrator in Active Directory")
      if (where === "management") return say("as administrator of device management")
      if (where === "network") return say("as administrator of the network")
      return say("as administrator in Microsoft Entra ID or Active Directory")
  }
}

const CHANGES: Readonly<Record<Where, (say: Say) => string>> = {
  device: (say) => say("changes the device"),
  entra: (say) => say("changes Microsoft Entra ID"),
  "active-directory": (say) => say("changes Active Directory"),
  directory: (say) => say("changes the directory"),
  "sync-server": (say) => say("changes the synchronization"),
  "agent-server": (say) => say("changes the agent's server"),
  "federation-service": (say) => say("changes the federation service"),
  network: (say) => say("changes the network"),
  management: (say) => say("changes device management"),
  app: (say) => say("changes the app"),
}

function riskName(risk: Risk, where: Where, say: Say): string {
  switch (risk) {
    case "reads":
      return say("reads only")
    case "changes":
      return CHANGES[where](say)
    case "ends-sign-ins":
      return say("ends sign-ins")
  }
}
