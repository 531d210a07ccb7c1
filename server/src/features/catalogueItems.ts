import { codeId, type ExplanationId } from "../core/explain/explanationId.ts"
import { signedDecimal } from "../core/knowledge/codeNumber.ts"
import { codeEntries } from "../core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../core/knowledge/codes/serverMessages.ts"
import { innerNumber } from "../core/knowledge/decode.ts"
import { eventEntries } from "../core/knowledge/events.ts"
import { fieldEntries } from "../core/knowledge/fields/catalogue.ts"
import { codeMeanings } from "../core/knowledge/lookup.ts"
import { phaseEntries } from "../core/knowledge/phases.ts"
import { rules } from "../core/rules/catalogue.ts"
import type { Say } from "./say.ts"

/** One thing of the catalogue, for a list to choose from. */
export interface CatalogueItem {
  /** What `dsreg/explain` knows its page by. */
  readonly id: ExplanationId
  /** The code, or the name of something else: `0x80072ee2`, `AzureAdPrt`. */
  readonly label: string
  /** What it means in a few words, or what kind of thing it is. */
  readonly description: string
  /** For a number its other spellings, then its names: `-2147012894, 2147954402, 12002, ERROR_WINHTTP_TIMEOUT`. */
  readonly detail: string
  /** Everything that names exactly this, in lower case. */
  readonly keys: readonly string[]
}

/** Everything that has a page of its own, the codes first, each code once with all its meanings. */
export function catalogueItems(say: Say): readonly CatalogueItem[] {
  const codes = [...new Set(codeEntries.map(({ code }) => code))]
  // A field that stands in several sections has one page.
  const items = [...codes.map(codeItem), ...otherItems(say)]
  return [...new Map(items.map((item) => [item.id, item])).values()]
}

function codeItem(code: string): CatalogueItem {
  const entries = codeMeanings(code)
  const symbols = [...new Set(entries.flatMap((entry) => entry.symbols))]
  const numbers = numbersOf(code)
  return {
    id: codeId(code),
    label: code,
    description: [...new Set(entries.map(({ title }) => title))].join("; "),
    detail: [...numbers, ...symbols].join(", "),
    keys: [code, ...symbols, ...numbers].map((key) => key.toLowerCase()),
  }
}

/** A number in decimal, signed and unsigned, and the one inside it; the digits of `AADSTS50126`. */
function numbersOf(code: string): readonly string[] {
  if (!code.startsWith("0x")) return /\d+$/.exec(code) ?? []
  const inner = innerNumber(code)
  const numbers = [signedDecimal(code), Number.parseInt(code.slice(2), 16), ...(inner === undefined ? [] : [inner])]
  return [...new Set(numbers.map(String))]
}

function otherItems(say: Say): readonly CatalogueItem[] {
  const item = (id: ExplanationId, label: string, description: string, detail: string, key = label): CatalogueItem => ({
    id,
    label,
    description,
    detail,
    keys: [key.toLowerCase()],
  })
  return [
    ...serverMessages.map(({ id, title, errorCode }) =>
      item(`message/${id}`, title, say("server message"), errorCode, id),
    ),
    ...rules.map(({ id, summary }) => item(`rule/${id}`, id, say("rule"), summary)),
    ...fieldEntries.map(({ name, meaning }) => item(`field/${name}`, name, say("field"), meaning)),
    ...phaseEntries.map(({ id, title, meaning }) => item(`phase/${id}`, title, say("phase"), meaning, id)),
    ...eventEntries.map(({ id, title, log }) => item(`event/${id}`, say("Event {0}", id), title, log, String(id))),
  ]
}
