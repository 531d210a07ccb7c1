import { reads, type Step, type StepTraits } from "./step.ts"
import { YES } from "./yesNo.ts"

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
    "Test the addresses as SYSTEM, the account the join runs under: start `psexec -s -i cmd` (Sysinternals) as an administrator, and in its window run `curl.exe -v https://enterpriseregistration.windows.net/`. A 404 is the right answer. Behind a proxy, name it with `--proxy`, for curl knows none by itself. Without PsExec, Microsoft's script Test-DeviceRegConnectivity asks the same addresses as SYSTEM by a scheduled task.",
    {
      rights: "system",
      proves: "An address that fails there fails for the join, whatever a browser shows.",
      inLog: [{ fields: ["AzureAdJoined"], when: YES }],
    },
  ),
)
