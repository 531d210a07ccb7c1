import { codeFamily } from "./codeFamilies.ts"
import { canonicalCode, carriedCode, halves, httpStatusIn, networkError } from "./codeNumber.ts"
import { windowsErrors, windowsStatuses } from "./generalMeanings.ts"
import { httpStatuses } from "./httpStatuses.ts"
import { codeMeanings } from "./lookup.ts"
import type { PageId } from "./pages.ts"

/**
 * What a 32-bit number says by itself, one sentence a fact: its family, how it is built, and what the number inside
 * it means in general. Empty for what is no number.
 *
 * Structure from [MS-ERREF] 2.1 (HRESULT) and 2.3 (NTSTATUS); the wrapping of the authentication library from the
 * table that Microsoft published for it.
 */
export function decoded(code: string): readonly string[] {
  const hex = canonicalCode(code)
  if (!hex?.startsWith("0x")) return []
  const family = codeFamily(hex)
  return [structure(hex), ...(family ? [family.meaning] : []), ...generally(hex)]
}

/**
 * A few words for a number that has no entry, for a message that goes on with the number itself:
 * `HTTP 502, Bad Gateway`, `unknown TPM error`. Undefined for what is no number.
 */
export function decodedTitle(code: string): string | undefined {
  const hex = canonicalCode(code)
  if (!hex?.startsWith("0x")) return undefined
  const status = httpStatusIn(hex)
  if (status) return `HTTP ${status}, ${httpStatuses[status] ?? STATUS_CLASSES[Math.floor(status / 100)]}`
  const known = generalMeaning(hex)
  if (known) return known
  const family = codeFamily(hex)?.name ?? (isFailure(hex) ? "error" : "code that is no failure")
  return `unknown ${family}`
}

/** What the first digit of an HTTP status says. */
const STATUS_CLASSES: Readonly<Record<number, string>> = {
  3: "sent to another address",
  4: "request refused",
  5: "failure of the server",
}

/** Where to look a number up that has no entry: the page of its family, else the tool that knows most of them. */
export function lookUpPage(code: string): PageId {
  return codeFamily(code)?.page ?? "errorLookup"
}

/**
 * The smaller number that a code carries, as people type it who know only that: the network error 12002 in
 * `0x80072ee2`, the Windows error 5 in `0x80070005`, the HTTP status 407 in `0xcaa30197`. Undefined where there is none.
 */
export function innerNumber(code: string): number | undefined {
  const { high, low } = halves(code)
  return high === 0x8007 ? low : (httpStatusIn(code) ?? networkError(code))
}

/** How the number is built, and the entry for what it wraps. */
function structure(hex: string): string {
  const { high, low } = halves(hex)
  const status = httpStatusIn(hex)
  const who = high >>> 4 === 0xcaa ? "the authentication library reports it" : "Windows reports it"
  if (status) return `The HTTP status ${status}${quoted(httpStatuses[status])} as ${who}.${inCatalogue(hex)}`
  if (high === 0xcaa3) return `An HTTP failure as the authentication library reports it, number ${low}.`
  if (high === 0) return `A bare Windows error number, ${low} in decimal.${inCatalogue(hex)}`
  if (high === 0x8007) return `The Windows error ${low} (0x${low.toString(16)}) as an HRESULT.${inCatalogue(hex)}`
  if (networkError(hex)) return `The network error ${low} as the authentication library reports it.${inCatalogue(hex)}`
  if (high >>> 12 === 0xd) {
    const bare = carriedCode(hex)
    return `The NTSTATUS \`${bare}\` carried in an HRESULT: the bit 0x10000000 marks such a value.${inCatalogue(hex)}`
  }
  if (high >>> 12 === 0xc && high >>> 8 !== 0xca)
    return `An NTSTATUS of severity error, facility ${high & 0xfff}, code ${low}.${inCatalogue(hex)}`
  const facility = high & 0x7ff
  return `An HRESULT: ${isFailure(hex) ? "failure" : "success"}, facility ${facility}${facilityName(facility)}, code ${low}.`
}

/** The entry that the number, or what it wraps, has. */
function inCatalogue(hex: string): string {
  const [entry] = codeMeanings(hex)
  return entry
    ? ` The catalogue knows it as \`${entry.code}\`, ${entry.symbols[0] ?? entry.title}: ${entry.title}.`
    : ""
}

function* generally(hex: string): Iterable<string> {
  const meaning = codeMeanings(hex).length === 0 && generalMeaning(hex)
  if (meaning) yield `In Windows it stands for: ${meaning}.`
}

/** What the Windows error or the status inside a number means in general. */
function generalMeaning(hex: string): string | undefined {
  const inner = carriedCode(hex) ?? hex
  const { high, low } = halves(inner)
  return high === 0x8007 ? windowsErrors[low] : windowsStatuses[Number.parseInt(inner.slice(2), 16)]
}

function isFailure(hex: string): boolean {
  return halves(hex).high >>> 15 === 1
}

function quoted(name: string | undefined): string {
  return name ? ` (${name})` : ""
}

/** The facilities of [MS-ERREF] 2.1.1 that a dsregcmd log meets. */
const FACILITIES: Readonly<Record<number, string>> = {
  4: "interfaces of components",
  7: "Win32",
  9: "security",
  25: "HTTP",
  28: "device registration",
  40: "TPM services",
  41: "TPM software",
}

function facilityName(number: number): string {
  return quoted(FACILITIES[number])
}
