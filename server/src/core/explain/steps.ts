import type { Advice, SharedText } from "../knowledge/shared.ts"
import type { Rights, Risk, StepTraits, Where } from "../knowledge/step.ts"
import type { ExplainedStep } from "./explanation.ts"
import { english, type Say } from "./say.ts"

/** Advice as the steps of a document; a single piece is a ladder of one. */
export function stepsOf(advice: Advice | readonly Advice[]): readonly ExplainedStep[] {
  return [advice].flat().map((piece: Advice) => {
    if (typeof piece === "string") return { text: piece }
    const { kind: _, ...step } = piece
    return step
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
