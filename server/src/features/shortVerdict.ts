import { type Diagnosis, joinTypeName, type Reported } from "../core/diagnosis/diagnose.ts"
import { phaseOf } from "../core/diagnosis/verdict.ts"
import { upperFirst } from "../core/explain/explanation.ts"
import { phaseName } from "../core/knowledge/lookup.ts"
import { wholeWords } from "./wholeWords.ts"

/** What a verdict rests on, or the verdict where it rests on nothing, in so many characters: for a line that is not wrapped. */
export function shortVerdict({ verdict, root, joinType }: Diagnosis, length: number): string {
  const whole = root?.message ?? verdict.replace(/\.$/, "")
  if (whole.length <= length) return whole
  // Cut, a verdict without a fault would say nothing of what its log cannot show.
  if (!root) return shortened(`No fault in what is shown · ${joinTypeName(joinType)}`, length)
  return reasons(root).find((reason) => reason.length <= length) ?? shortened(whole, length)
}

/** Phase, cause and code of a join that fails, the longer way first: the code of a long message would be cut off. */
function reasons(root: Reported): readonly string[] {
  const { severity, entry, code } = root
  const phase = phaseOf(root)
  if (severity !== "error" || !entry || !code || !phase || phase === "post-join") return []
  const reason = `${entry.title} (${code})`
  return [`${upperFirst(phaseName(phase))}: ${reason}`, upperFirst(reason)]
}

/** The whole words of a sentence that fit. A cut `which is a fault only if` would say the opposite, so it goes as a whole. */
function shortened(sentence: string, length: number): string {
  if (sentence.length <= length) return sentence
  const words = wholeWords(sentence, length)
  const condition = words.search(/, (?:for )?which\b/)
  return `${condition < 0 ? words : words.slice(0, condition)}…`
}
