import { reads, type Step, type StepTraits } from "./step.ts"

/** A sentence that several entries rightly share, kept once under a name. */
export interface SharedText extends StepTraits {
  readonly kind: "shared"
  readonly text: string
}

/** One piece of advice: a sentence of which no more is said, one shared by name, or a step with its rights and risk. */
export type Advice = string | SharedText | Step

/** Names a sentence or a step so that more than one entry may say it; `tidy` rejects any other repetition. */
export function shared(said: string | Step): SharedText {
  return typeof said === "string" ? { kind: "shared", text: said } : { ...said, kind: "shared" }
}

/** How to try an address as the computer account, which is what the join task does. */
export const testAsSystem = shared(
  reads(
    "Test the address as SYSTEM, the account the join runs under: start `psexec -s -i cmd`, or run Microsoft's Test-DeviceRegConnectivity script.",
    { rights: "system", proves: "An address that fails there fails for the join, whatever a browser shows." },
  ),
)
