/** Says a sentence of the user interface in the user's language: `say("{0} days left", 12)`. Knowledge stays English. */
export type Say = (sentence: string, ...words: readonly (string | number)[]) => string

/** Speaks by a table from the English sentence to the translated one; what is not in it, or not a text, stays English. */
export function sayer(table: unknown): Say {
  const translated = new Map<string, unknown>(Object.entries(table ?? {}))
  return (sentence, ...words) => {
    const said = translated.get(sentence)
    const pattern = typeof said === "string" ? said : sentence
    return pattern.replace(/\{(\d)\}/g, (place: string, index: string) => String(words[Number(index)] ?? place))
  }
}

/** Speaks English. */
export const english: Say = sayer(undefined)
