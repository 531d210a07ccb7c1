import type { Capture } from "../log/log.ts"
import { allFields } from "../log/query.ts"
import { readLog } from "../log/readLog.ts"
import { base64Json, base64Of } from "../text/base64.ts"
import { flattened } from "./flat.ts"
import { type Identifier, type IdentifierKind, inSmallLetters } from "./identifier.ts"
import { identifiersIn } from "./identifiers.ts"
import { Names } from "./names.ts"
import {
  areCounted,
  type Digest,
  filled,
  isOwnPseudonym,
  keyedNumber,
  LONGEST_HOST,
  pseudonym,
  pseudonymsIn,
} from "./pseudonym.ts"
import { requestsIn } from "./requests.ts"

/** How a log is redacted. */
export interface RedactOptions {
  /** Makes the same pseudonyms in every log; without it they are counted in each. */
  readonly digest?: Digest
  /** Leaves the ids of requests, by which Microsoft support finds them. */
  readonly keepsRequestIds?: boolean
}

/** One identifier that was replaced. */
export interface Replacement {
  readonly kind: IdentifierKind
  /** As it stands first. */
  readonly original: string
  readonly pseudonym: string
  readonly count: number
}

/** A log without what names anybody. */
export interface Redacted {
  readonly text: string
  /** In the order in which they stand. */
  readonly replaced: readonly Replacement[]
}

/** A stretch of text, and what stands in it: the log itself, or what was written as Base64 in it. */
interface Part {
  readonly text: string
  readonly identifiers: readonly Identifier[]
}

/** After so many times over nothing changed any more in any text that was tried. */
const MOST = 6

/**
 * The same log with pseudonyms for whatever names a tenant, a device, a user, a host or a request: one for each, in
 * every place and spelling. Codes, times, words and lines stay, so that it reads the same. What is left is looked
 * through again until there is nothing more to replace: a pseudonym can show a name beside it that was none before. So
 * a log that was redacted stays as it is.
 */
export function redact(text: string, options: RedactOptions = {}): Redacted {
  let redacted = redactedOnce(text, options)
  let before = text
  for (let times = 1; times < MOST && redacted.text !== before; times++) {
    before = redacted.text
    const more = redactedOnce(before, options)
    // Pseudonyms that got the same ones again are listed already.
    if (more.text !== before) redacted = { text: more.text, replaced: behind(redacted.replaced, more.replaced) }
  }
  return redacted
}

/** What was replaced first by what stands there at last, and behind it what was found only then. */
function behind(first: readonly Replacement[], second: readonly Replacement[]): readonly Replacement[] {
  const now = new Map(second.map(({ original, pseudonym }) => [inSmallLetters(original), pseudonym]))
  // A pseudonym of several words may have got one for each.
  const given = first.map((one) => ({
    ...one,
    pseudonym:
      now.get(inSmallLetters(one.pseudonym)) ??
      one.pseudonym.replace(/[^.@\\]+/g, (word) => now.get(inSmallLetters(word)) ?? word),
  }))
  const rest = second.filter(({ original }) => !first.some(({ pseudonym }) => pseudonym.includes(original)))
  return [...given, ...rest]
}

function redactedOnce(text: string, options: RedactOptions): Redacted {
  const flat = flattened(text)
  const captures = readLog(flat.text)
  const settings = settingsIn(captures)
  const decoded = settings.map(({ json }) => json ?? "")
  const names = new Names()
  const sure = [flat.text, ...decoded].map((part, index) => [...identifiersIn(part, index === 0 ? captures : [])])
  for (const identifier of sure.flat()) names.add(identifier)
  for (const { kind, key } of sure.flat()) if (kind === "tenant") names.spell(key.replace(/[^\p{L}\p{N}]/gu, ""), key)
  // The first label of a domain is mostly a name of its owner too.
  for (const { kind, key } of sure.flat()) if (kind === "domain") names.add({ kind, key: key.split(".")[0] ?? "" })
  const kept = options.keepsRequestIds ? requestsIn(flat.text, captures) : new Set<string>()
  const [log, ...inside] = [flat.text, ...decoded].map((part, index): Part => {
    const closed = index === 0 ? settings : []
    const found = [...(sure[index] ?? []), ...names.standingIn(part)]
    const free = apart(part.length, found, closed).filter(({ kind, key }) => !(kind === "guid" && kept.has(key)))
    return { text: part, identifiers: withLongNames(free, names, namedDomains(captures)) }
  })
  if (!log) return { text, replaced: [] }
  const given = new Pseudonyms([log, ...inside], options.digest)
  const pieces: Piece[] = [
    ...log.identifiers.map((identifier) => ({
      ...identifier,
      written: given.of(identifier, log.text, flat.offsets !== undefined),
    })),
    ...settings.map(({ start, end, json }, index) => {
      const part = inside[index]
      const written = part && json !== undefined ? encoded(part, given) : NOTHING_TOLD
      return { start, end, written: written ?? log.text.slice(start, end) }
    }),
  ]
  return {
    text: replacedIn(
      text,
      flat.offsets,
      pieces.sort((a, b) => a.start - b.start),
    ),
    replaced: given.replacements,
  }
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly written: string
}

/** `REDACTED` as Base64: what cannot be decoded cannot be looked into. */
const NOTHING_TOLD = "UkVEQUNURUQ="

/** A value that is Base64, with what it says where that can be told. */
interface Setting extends Pick<Piece, "start" | "end"> {
  readonly json: string | undefined
}

function settingsIn(captures: readonly Capture[]): readonly Setting[] {
  let base = 0
  return captures.flatMap((capture) => {
    const start = base
    base += capture.text.length
    return Array.from(allFields(capture)).flatMap(({ field: { entry, value, valueSpan } }): Setting[] => {
      if (entry?.type !== "base64" || !/^[\w+/-]{16,}={0,2}$/.test(value)) return []
      return [{ start: start + valueSpan.start, end: start + valueSpan.end, json: base64Json(value) }]
    })
  })
}

/** What a value says, redacted and written as it was; undefined where nothing in it was replaced. */
function encoded(part: Part, given: Pseudonyms): string | undefined {
  const pieces = part.identifiers.map((one) => ({ ...one, written: given.of(one, part.text, false) }))
  const text = replacedIn(part.text, undefined, pieces)
  return text === part.text ? undefined : base64Of(text)
}

/** Of identifiers that overlap the first one of the list, in the order of the text; none in a closed stretch. */
function apart(
  length: number,
  found: readonly Identifier[],
  closed: readonly Pick<Piece, "start" | "end">[],
): Identifier[] {
  const taken = new Uint8Array(length)
  for (const { start, end } of closed) taken.fill(1, start, end)
  const free = found.filter(({ start, end }) => {
    if (start >= end || taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return free.sort((a, b) => a.start - b.start)
}

/** What a log itself calls its domain, which may begin like the name of a computer in it. */
function namedDomains(captures: readonly Capture[]): ReadonlySet<string> {
  const fields = captures.flatMap((capture) => Array.from(allFields(capture), ({ field }) => field))
  return new Set(fields.flatMap(({ entry, value }) => (entry?.holds === "domain" ? [inSmallLetters(value)] : [])))
}

/** NetBIOS knows a computer by the first letters of its name only. */
function withLongNames(
  found: readonly Identifier[],
  names: Names,
  domains: ReadonlySet<string>,
): readonly Identifier[] {
  const resolved = found.map((one) => ({ ...one, ...names.resolved(one) }))
  const long = new Map(
    resolved.flatMap(({ kind, key }) =>
      kind === "host" && key.length > LONGEST_HOST ? [[key.slice(0, LONGEST_HOST), key]] : [],
    ),
  )
  return long.size === 0
    ? resolved
    : resolved.map((one) => {
        const key = domains.has(one.key) ? undefined : long.get(one.key)
        return key === undefined ? one : { ...one, kind: "host", key }
      })
}

/** The pseudonyms of a log, each made when its thing is met first. */
class Pseudonyms {
  readonly #numbers = new Map<string, string>()
  readonly #counts = new Map<IdentifierKind, number>()
  readonly #replaced = new Map<string, { -readonly [Key in keyof Replacement]: Replacement[Key] }>()
  readonly #digest: Digest | undefined
  /** Pseudonyms that stand in what stays of the log: none is given a second time. */
  readonly #taken: ReadonlySet<string>
  /** All of them are here already, from the first time. */
  readonly #areGiven: boolean

  constructor(parts: readonly Part[], digest: Digest | undefined) {
    this.#digest = digest
    this.#areGiven = areCounted(
      parts.flatMap(({ identifiers }) => identifiers),
      parts.map(({ text }) => text).join("\n"),
    )
    this.#taken = new Set(parts.flatMap(({ text, identifiers }) => pseudonymsIn(restOf(text, identifiers))))
    for (const { identifiers } of parts) for (const one of identifiers) this.#number(one)
  }

  get replacements(): readonly Replacement[] {
    return [...this.#replaced.values()]
  }

  /** What stands in the place of an identifier; as long as itself at least where lines were cut at a column. */
  of(identifier: Identifier, text: string, isCut: boolean): string {
    const { kind, key, start, end } = identifier
    const original = text.slice(start, end)
    const number = this.#number(identifier)
    if (number === undefined) return original
    const plain = pseudonym(kind, key, number, original)
    const written = isCut ? filled(kind, plain, original.length) : plain
    const known = this.#replaced.get(`${kind}\n${key}`)
    if (known) known.count++
    else this.#replaced.set(`${kind}\n${key}`, { kind, original, pseudonym: written, count: 1 })
    return written
  }

  /** The number of a thing; undefined for what is a pseudonym already. */
  #number({ kind, key }: Identifier): string | undefined {
    const id = `${kind}\n${key}`
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const digest = this.#digest
    if (digest ? isOwnPseudonym(kind, key, digest) : this.#areGiven) return undefined
    const number = digest ? keyedNumber(kind, key, digest) : this.#counted(kind)
    this.#numbers.set(id, number)
    return number
  }

  #counted(kind: IdentifierKind): string {
    let count = (this.#counts.get(kind) ?? 0) + 1
    while (this.#taken.has(`${kind} ${count}`)) count++
    this.#counts.set(kind, count)
    return String(count)
  }
}

function restOf(text: string, identifiers: readonly Identifier[]): string {
  let at = 0
  let rest = ""
  for (const { start, end } of identifiers) {
    rest += `${text.slice(at, start)}\n`
    at = end
  }
  return rest + text.slice(at)
}

/** A text with other words in some places, which are offsets of the flat text. */
function replacedIn(text: string, offsets: Uint32Array | undefined, pieces: readonly Piece[]): string {
  const placeOf = (offset: number) => offsets?.[offset] ?? offset
  let at = 0
  let out = ""
  for (const { start, end, written } of pieces) {
    const from = placeOf(start)
    // Behind the last character, and not where the next one stands: a cut line may end between them.
    const to = placeOf(end - 1) + 1
    out += text.slice(at, from) + cutLike(text.slice(from, to), written)
    at = to
  }
  return out + text.slice(at)
}

/** What was cut by the end of a line is cut at the same place again, so that no line is gone. */
function cutLike(original: string, written: string): string {
  const cut = /\r?\n[ \t>]*/.exec(original)
  if (!cut || written.includes("\n")) return written
  const rest = cutLike(original.slice(cut.index + cut[0].length), written.slice(cut.index))
  return written.slice(0, cut.index) + cut[0] + rest
}
