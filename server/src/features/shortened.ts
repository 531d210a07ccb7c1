/** The whole words of a sentence that fit. A cut `which is a fault only if` would say the opposite, so it goes as a whole. */
export function shortened(sentence: string, length: number): string {
  if (sentence.length <= length) return sentence
  const words = sentence.slice(0, length).replace(/[\s,;:]+\S*$/, "")
  return `${words.replace(/, (?:for )?which\b.*$/, "")}…`
}
