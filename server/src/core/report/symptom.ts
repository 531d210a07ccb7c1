import type { Diagnosis } from "../diagnosis/diagnose.ts"
import { stopsJoin } from "../diagnosis/verdict.ts"
import type { Say } from "../explain/say.ts"
import { fieldAt } from "../log/query.ts"
import { judgedOf } from "./judgement.ts"
import type { StageFact } from "./stages.ts"

/** What the user has of it, by the stage that fails; no log says it, and it follows from what is missing. */
export function symptomOf(diagnosis: Diagnosis, stages: readonly StageFact[], say: Say): string {
  const { root, evidence } = diagnosis
  const judged = judgedOf(diagnosis)
  if (judged === "none") return say("Nothing, as far as this log shows")
  if (judged === "unknown" || !root) return say("The log does not tell")
  if (stopsJoin(root)) {
    return say(
      "Cloud apps ask for a sign-in, and rules that demand a joined device block access; Microsoft Entra ID does not list the PC, or lists it as pending",
    )
  }
  if (fieldAt(evidence.capture, root.span.start)?.section.id === "ngc" || root.rule.id.startsWith("hello")) {
    return say("Windows Hello is not offered, or its PIN does not work")
  }
  // Apps ask the token broker, and not for the token by themselves.
  if (root.rule.id === "wam-default-missing")
    return say("Microsoft 365 apps may ask for a sign-in, although the token is there")
  const signIn = stages.find(({ phase }) => phase === "post-join")?.state
  if (signIn !== "passed" && stages.some(({ state }) => state === "failed")) {
    return say(
      "Microsoft 365 and other cloud apps ask for a password or another proof, and rules that demand a known device block access",
    )
  }
  return signIn === "passed" ? say("Sign-in to cloud apps works without a question") : say("The log does not tell")
}
