import { decodedAnswer } from "../knowledge/answerNumbers.ts"
import { reads } from "../knowledge/step.ts"
import { bare, type Explanation } from "./explanation.ts"
import { lookupLink } from "./sources.ts"
import { stepsOf } from "./steps.ts"

/** A number of a server that the catalogue does not have, `AADSTS9999991`: what can be said all the same. Undefined for any other code. */
export function unknownAnswer(code: string): Explanation | undefined {
  const said = decodedAnswer(code)
  if (said.length === 0) return undefined
  const elsewhere = lookupLink(code)
  return {
    ...bare,
    known: false,
    title: code,
    fullTitle: code,
    summary: `${code}: not in the catalogue`,
    inList: { name: `\`${code}\``, text: "not in the catalogue" },
    names: [code],
    tags: ["not in the catalogue"],
    facts: [`\`${code}\``],
    said: [...said, "dsreg does not know this number: neither what caused it nor what helps."],
    steps: stepsOf(elsewhere ? ENTRA_STEPS : FEDERATION_STEPS),
    ...(elsewhere && { elsewhere }),
  }
}

const ENTRA_STEPS = [
  reads(
    "Read the sentence behind the code, in `Server Error Description`, in the event or in the window: the service says there in words what it refused.",
  ),
  reads(
    "Search the Microsoft Entra sign-in logs for the correlation ID that stands beside it. The entry has a failure reason, and often a link to what helps.",
    { rights: "directory-administrator", where: "entra" },
  ),
  "If that does not explain it, open a case with Microsoft Support and give the code, the correlation ID and the time.",
]

const FEDERATION_STEPS = [
  reads("Read the sentence behind the code: AD FS says there in words what it refused."),
  reads("Look into the AD FS/Admin log on the federation servers at that time; the correlation ID finds the event.", {
    rights: "directory-administrator",
    where: "federation-service",
  }),
]
