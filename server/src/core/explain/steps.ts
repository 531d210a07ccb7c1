import type { Advice, SharedText } from "../knowledge/shared.ts"
import type { Rights, Risk, StepTraits, Where } from "../knowledge/step.ts"
import type { ExplainedStep } from "./explanation.ts"

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

/** What is said of a step beside its sentence, in a few words: `as administrator · changes the device`. Undefined where nothing is. */
export function stepMark({ rights, risk, where = "device" }: StepTraits): string | undefined {
  const words = [...(rights ? [RIGHTS[rights]] : []), ...(risk ? [riskName(risk, where)] : [])]
  return words.length > 0 ? words.join(" · ") : undefined
}

const RIGHTS: Readonly<Record<Rights, string>> = {
  user: "as the user",
  administrator: "as administrator",
  system: "as SYSTEM",
  "directory-administrator": "as directory administrator",
}

const PLACES: Readonly<Record<Where, string>> = {
  device: "the device",
  directory: "the directory",
  "federation-service": "the federation service",
  network: "the network",
  management: "device management",
  app: "the app",
}

function riskName(risk: Risk, where: Where): string {
  switch (risk) {
    case "reads":
      return "reads only"
    case "changes":
      return `changes ${PLACES[where]}`
    case "ends-sign-ins":
      return "ends sign-ins"
  }
}
