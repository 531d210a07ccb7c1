import { readFileSync } from "node:fs"
import type { Placed } from "./sources.ts"

/**
 * The expressions of a grammar as JavaScript writes them. Oniguruma's possessive repetitions become greedy ones, which
 * try whatever these try and more: what is linear so is linear there.
 */
export function expressionsOfGrammar(file: string): readonly Placed[] {
  return Array.from(rulesIn(JSON.parse(readFileSync(file, "utf8"))), ([name, source]) => ({
    place: `${file} ${name}`,
    source: translated(source),
    flags: "",
  }))
}

/** The expressions of every rule that have no part that only a match of another one tells. */
function* rulesIn(value: unknown): Iterable<readonly [name: string, source: string]> {
  if (typeof value !== "object" || value === null) return
  for (const [name, part] of Object.entries(value)) {
    if ((name === "match" || name === "begin") && typeof part === "string") yield [name, part]
    else yield* rulesIn(part)
  }
}

function translated(source: string): string {
  const free = source.startsWith("(?x)") ? withoutBlanks(source.slice(4)) : source
  return free
    .replace(/(?<!\\)([*+?}])\+/g, "$1")
    .replaceAll("\\G", "^")
    .replaceAll("\\#", "#")
    .replace(/\(\?i:/g, "(?:")
    .replace(/\[(?:\\.|[^\]\\])*\]|\\[hw]/g, (part) =>
      part.startsWith("[")
        ? part.replaceAll("\\h", HEX).replaceAll("\\w", WORD)
        : part === "\\h"
          ? `[${HEX}]`
          : `[${WORD}]`,
    )
}

const HEX = "0-9a-fA-F"
/** Letters beyond ASCII: more than there are, which only adds ways. */
const WORD = "\\w\\u0080-\\uffff"

/** Blanks outside of brackets say nothing in an extended expression. */
function withoutBlanks(source: string): string {
  return source.replace(/\[(?:\\.|[^\]\\])*\]|\\.|\s+/g, (part) => (/^\s/.test(part) ? "" : part))
}
