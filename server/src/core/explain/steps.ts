import type { ValueOf } from "../evidence/valueNear.ts"
import type { Advice, SharedText } from "../knowledge/shared.ts"
import type { Answer, Rights, Risk, StepTraits, Where } from "../knowledge/step.ts"
import type { ExplainedStep } from "./explanation.ts"
import { english, type Say } from "./say.ts"
import { quoted } from "./text.ts"

/**
 * Advice as the steps of a document; a single piece is a ladder of one. Where a log is at hand, what it tells already
 * is filled in, and what it answers is no step any more.
 */
export function stepsOf(advice: Advice | readonly Advice[], fieldValue: ValueOf = NO_LOG): readonly ExplainedStep[] {
  return [advice].flat().flatMap((piece: Advice) => {
    const answered = typeof piece === "string" ? undefined : answerTo(piece.inLog, fieldValue)
    return answered ? explained(answered.leaves, fieldValue, answered.value) : explained(piece, fieldValue)
  })
}

const NO_LOG: ValueOf = () => undefined

function answerTo(answers: readonly Answer[] = [], fieldValue: ValueOf) {
  for (const { fields, when, leaves } of answers) {
    const value = fields.map(fieldValue).find((found) => found !== undefined)
    if (value !== undefined && (!when || when.test(value))) return { leaves, value }
  }
  return undefined
}

function explained(piece: Advice | undefined, fieldValue: ValueOf, answer?: string): readonly ExplainedStep[] {
  if (piece === undefined) return []
  if (typeof piece === "string") return [{ text: filled(piece, fieldValue, answer) }]
  const { kind: _, inLog: __, text, proves, ...traits } = piece
  return [
    {
      ...traits,
      text: filled(text, fieldValue, answer),
      ...(proves && { proves: filled(proves, fieldValue, answer) }),
    },
  ]
}

/** A sentence with what stands in braces: the name of a field, and its value in this log; `{0}` is the answer itself. */
function filled(text: string, fieldValue: ValueOf, answer = ""): string {
  return text.replace(/\{(0|[A-Z][\w ]*)\}/g, (_, name: string) => {
    if (name === "0") return quoted(answer.replace(/(?<![.\s])[.\s]+$/, ""))
    const value = fieldValue(name)
    return value === undefined ? `\`${name}\`` : `\`${name}\` (here ${quoted(value)})`
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
  const first = steps.some(({ text }) => /psexec/i.test(text))
    ? undefined
    : steps.find(({ rights }) => rights === "system")
  return steps.map((step) => stepMark(step, step === first ? say("as SYSTEM, by psexec -s -i cmd") : undefined, say))
}

function stepMark({ rights, risk, where = "device" }: StepTraits, by: string | undefined, say: Say) {
  const words = [...(rights ? [by ?? RIGHTS[rights](say)] : []), ...(risk ? [riskName(risk, where, say)] : [])]
  return words.length > 0 ? words.join(" · ") : undefined
}

const RIGHTS: Readonly<Record<Rights, (say: Say) => string>> = {
  user: (say) => say("as the user"),
  administrator: (say) => say("as administrator"),
  system: (say) => say("as SYSTEM"),
  "directory-administrator": (say) => say("as directory administrator"),
}

const CHANGES: Readonly<Record<Where, (say: Say) => string>> = {
  device: (say) => say("changes the device"),
  directory: (say) => say("changes the directory"),
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
