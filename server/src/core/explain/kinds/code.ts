import type { ValueOf } from "../../evidence/valueNear.ts"
import type { CodeEntry, Place } from "../../knowledge/code.ts"
import { canonicalCode, networkError, signedDecimal } from "../../knowledge/codeNumber.ts"
import { codeEntries } from "../../knowledge/codes/catalogue.ts"
import { serverMessages } from "../../knowledge/codes/serverMessages.ts"
import { decoded, decodedTitle, innerNumber, lookUpPage } from "../../knowledge/decode.ts"
import type { JoinType } from "../../knowledge/joinType.ts"
import { codeMeaning, codeMeanings } from "../../knowledge/lookup.ts"
import { bare, type ExplainedStep, type Explanation, type Related, upperFirst } from "../explanation.ts"
import { codeId, type ExplanationId } from "../explanationId.ts"
import { phasesAmong, placeNames } from "../places.ts"
import { rulesThatShow } from "../rulesThatShow.ts"
import { sourceLink } from "../sources.ts"
import { advised, sentence } from "../steps.ts"
import { unmarked } from "../text.ts"
import { unknownAnswer } from "../unknownAnswer.ts"
import type { Item, Kind } from "./kind.ts"

/** Codes: each place where one means something else is an entry, and the page of a code without a place has them all. */
export const codeKind: Kind = {
  word: "code",
  title: "Codes",
  ids: () => codeEntries().map(idOf),
  all: () => codeEntries().map((entry) => explainCode(entry.code, entry)),
  find: (words) => {
    const code = codeNamed(words)
    return code === undefined ? undefined : codeId(code)
  },
  explain(name, place) {
    const code = codeNamed(name)
    if (code === undefined) return []
    const meanings = place ? [codeMeaning(code, place as Place)] : inOrder(codeMeanings(code))
    return meanings.length > 0
      ? meanings.map((entry) => explainCode(canonicalCode(name) ?? code, entry))
      : [explainCode(code, undefined)]
  },
  beside,
  *spellings() {
    for (const { code, symbols } of codeEntries()) {
      for (const name of [code, ...symbols, ...(isNumber(code) ? [String(signedDecimal(code))] : [])]) {
        yield [name, codeId(code)]
      }
    }
  },
  items: () => [...new Set(codeEntries().map(({ code }) => code))].map(item),
}

/** A code at a place: names, numbers, cause, what to do where no log answers it. A code unknown there is taken apart. */
export function explainCode(
  code: string,
  entry: CodeEntry | undefined,
  fieldValue?: ValueOf,
  device?: JoinType,
): Explanation {
  if (!entry) return unknownAnswer(code) ?? unknownCode(code)
  const { symbols, places, title, nature, cause, resolution, note, sources, confidence } = entry
  const [symbol, ...others] = symbols
  const { facts: known, steps } = advised(resolution, fieldValue, device)
  return {
    ...bare,
    title: entry.code,
    fullTitle: `${entry.code} (${places.join(", ")})`,
    summary: `${entry.code}: ${title}`,
    inList: { name: `\`${entry.code}\``, text: `${title} (${placeNames(places)})` },
    names: symbol ? [symbol, ...others] : [upperFirst(title)],
    tags: symbol ? [title] : [],
    ...(symbol && { meaning: title }),
    facts: [...numbers(entry.code), placeNames(places)],
    said: [
      ...(nature ? [NATURES[nature]] : []),
      ...(entry.twinOf ? [`The same failure as \`${entry.twinOf}\`, as the authentication library reports it.`] : []),
      ...(wraps(code, entry) ? [`\`${code}\` carries this code inside: it is the same failure.`] : []),
    ],
    why: [sentence(cause), ...known],
    steps,
    notes: note ? [`Note: ${note}`] : [],
    sources: sources.map(sourceLink),
    confidence: confidence ?? "documented",
  }
}

/** What went wrong by a code, as plain text for a tooltip; much cheaper than the whole document. */
export function causeOf({ cause }: CodeEntry): string {
  return unmarked(sentence(cause))
}

const NATURES: Readonly<Record<"information" | "warning", string>> = {
  information: "This code reports progress; it is not a failure.",
  warning: "This code is a warning; what was asked for may still have worked.",
}

function unknownCode(code: string): Explanation {
  const title = decodedTitle(code)
  return {
    ...bare,
    known: false,
    title: code,
    fullTitle: code,
    summary: title ? `${code}: ${title}` : `${code}: not in the catalogue`,
    inList: { name: `\`${code}\``, text: title ?? "not in the catalogue" },
    names: [code],
    tags: [...(title ? [title] : []), "not in the catalogue"],
    facts: numbers(code),
    said: [...decoded(code), "dsreg does not know what it means in a join or a sign-in."],
    steps: isNumber(code) ? [certutil(code)] : [],
    elsewhere: sourceLink({ page: lookUpPage(code) }),
  }
}

/** Where Windows itself is asked; every PC has the command. */
function certutil(code: string): ExplainedStep {
  return {
    text: `Run \`certutil -error ${code}\` on a PC with Windows: it prints the name and the text that Windows has for the number.`,
    rights: "user",
    risk: "reads",
  }
}

/** Whether a number that was asked for is another one than its entry's, which it wraps. */
function wraps(code: string, entry: CodeEntry): boolean {
  return isNumber(code) && code !== entry.code
}

/** A known code by any of its names, or a number that may be one. */
function codeNamed(words: string): string | undefined {
  return codeMeanings(words)[0]?.code ?? canonicalCode(words)
}

function idOf({ code, places }: CodeEntry): ExplanationId {
  return codeId(code, places[0])
}

/** The order in which the meanings of one code are told: as a device meets them, the general one last. */
const ORDER: readonly Place[] = ["precheck", "discover", "auth", "join", "post-join", "hello", "enrollment", "any"]

function inOrder(entries: readonly CodeEntry[]): readonly CodeEntry[] {
  return entries.toSorted((a, b) => ORDER.indexOf(a.places[0]) - ORDER.indexOf(b.places[0]))
}

function isNumber(code: string): boolean {
  return code.startsWith("0x")
}

function numbers(code: string): readonly string[] {
  return isNumber(code) ? [`\`${code}\``, `\`${signedDecimal(code)}\``] : [`\`${code}\``]
}

function beside(name: string, place?: string): readonly Related[] {
  const meanings = codeMeanings(name)
  const code = codeNamed(name)
  if (code === undefined) return []
  const here = place ? codeMeaning(code, place as Place) : undefined
  const told = here ? [here] : meanings
  const symbols = new Set(told.flatMap((meaning) => meaning.symbols))
  const number = networkError(code)
  const isSame = (other: CodeEntry) =>
    other.code !== code &&
    (other.symbols.some((symbol) => symbols.has(symbol)) ||
      other.twinOf === code ||
      told.some(({ twinOf }) => twinOf === other.code) ||
      (number !== undefined && networkError(other.code) === number))
  return [
    { title: "Phases", ids: phasesAmong(told.flatMap((meaning) => meaning.places)) },
    { title: "Other meanings", ids: meanings.filter((other) => !told.includes(other)).map(idOf) },
    { title: "The same failure in other codes", ids: codeEntries().filter(isSame).map(idOf) },
    {
      title: "Messages",
      ids: serverMessages.flatMap(({ id, errorCode }): ExplanationId[] =>
        errorCode === code ? [`message/${id}`] : [],
      ),
    },
    { title: "Rules", ids: rulesThatShow(({ codes }) => codes.includes(code)) },
  ]
}

function item(code: string): Item {
  const entries = codeMeanings(code)
  const symbols = [...new Set(entries.flatMap((entry) => entry.symbols))]
  const others = otherNumbers(code)
  return {
    id: codeId(code),
    label: code,
    description: [...new Set(entries.map(({ title }) => title))].join("; "),
    detail: [...others, ...symbols].join(", "),
    keys: [code, ...symbols, ...others].map((key) => key.toLowerCase()),
  }
}

/** A number in decimal, signed and unsigned, and the one inside it; the digits of `AADSTS50126`. */
function otherNumbers(code: string): readonly string[] {
  if (!isNumber(code)) return /(?:^|\D)(\d+)$/.exec(code)?.slice(1) ?? []
  const inner = innerNumber(code)
  const others = [signedDecimal(code), Number.parseInt(code.slice(2), 16), ...(inner === undefined ? [] : [inner])]
  return [...new Set(others.map(String))]
}
