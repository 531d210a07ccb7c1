import { computerIn } from "../evidence/caseFacts.ts"
import type { Identifier, IdentifierKind } from "./identifier.ts"

/** Makes a long hexadecimal number of a text that nobody can make without a key. The core knows no platform that has one. */
export type Digest = (text: string) => string

/** So many digits of a number are the thing's own, and so many tell that the number was made with the key. */
const OWN = 9
const CHECK = 3

/** The number that a thing has wherever the key is the same: twelve hexadecimal digits. */
export function keyedNumber(kind: IdentifierKind, key: string, digest: Digest): string {
  const own = digest(`${kind}\n${key}`).slice(0, OWN)
  return own + checkOf(kind, own, digest)
}

function checkOf(kind: IdentifierKind, own: string, digest: Digest): string {
  return digest(`check\n${kind}\n${own}`).slice(0, CHECK)
}

/** Whether what stands there was made with this key already, so that it stays. */
export function isOwnPseudonym(kind: IdentifierKind, key: string, digest: Digest): boolean {
  const form = FORMS[kind]
  if (form) return form.test(key)
  const number = /^(?:pc|user|domain|tenant)[-_]0*([\da-f]{9})([\da-f]{3})(?:\.|$)/.exec(key)
  return number !== null && checkOf(kind, number[1] ?? "", digest) === number[2]
}

/**
 * Whether all that was found in a text are pseudonyms that were counted: then it is redacted already. A computer that is
 * really called `PC-4711` is none of so few, and real logs have more than names of this form.
 */
export function areCounted(found: readonly Pick<Identifier, "kind" | "key">[], text: string): boolean {
  const most = text.match(/(?:pc|user|domain|tenant)[-_]\d/gi)?.length ?? 0
  return found.every(({ kind, key }) => {
    const form = FORMS[kind]
    if (form) return form.test(key)
    const number = /^(?:pc|user|domain|tenant)[-_](\d{1,15})(?:\.|$)/.exec(key)?.[1]
    return number !== undefined && Number(number) <= most
  })
}

/** Kinds whose pseudonyms are told by their form, for no real one has it. */
const FORMS: Readonly<Partial<Record<IdentifierKind, RegExp>>> = {
  guid: /^0{12}40008000/,
  fingerprint: /^0{28}/,
  sid: /^s-1-(?:5-21|12-1)-0-0-/,
  address4: /^(?:192\.0\.2|24\d|25\d)\./,
  address6: /^2001:db8::/,
  secret: /^eyjredacted\./,
}

/**
 * What stands in the place of an identifier: of the same kind and form, so that a log reads the same. `PC-1` for a
 * computer, `user-1`, `DOMAIN-1` or `domain-1.example`; GUIDs and fingerprints begin with zeros, addresses are those
 * that are kept for documentation.
 */
export function pseudonym(kind: IdentifierKind, key: string, number: string, written: string): string {
  switch (kind) {
    case "host":
      // What is not taken for the name of a computer does not become one.
      return sameCase(written, `PC${computerIn(key) === undefined ? "_" : "-"}${number}`)
    case "user":
      return sameCase(written, `user-${number}`)
    case "tenant":
      return sameCase(written, `tenant-${number}`)
    case "domain":
      return sameCase(written, key.includes(".") ? `domain-${number}.${endingOf(key)}` : `DOMAIN-${number}`)
    case "guid":
      return sameCase(written, guid(number.padStart(12, "0"), written.includes("-")))
    case "fingerprint":
      return sameCase(written, fingerprint(written, number))
    case "sid":
      return `S-1-${/^s-1-12/.test(key) ? "12-1" : "5-21"}-0-0-${halves(number)}`
    case "address4":
      return address4(Number.parseInt(number, number.length > 6 ? 16 : 10) % 0x1000000)
    case "address6":
      return `2001:db8::${number.length > 6 ? number.replace(/(.{4})(.{4})(.{4})/, "$1:$2:$3") : number}`
    case "secret":
      return "eyJREDACTED.REDACTED.REDACTED"
  }
}

/** The pseudonyms that are counted and stand in a text already, as kind and number: `host 1`. */
export function pseudonymsIn(text: string): readonly string[] {
  const names = Array.from(
    text.matchAll(/(?<![\p{L}\p{N}])(pc|user|domain|tenant)[-_]0*(\d{1,9})(?![\p{L}\p{N}])/giu),
    ([, name = "", number]) => `${name.toLowerCase().replace("pc", "host")} ${number}`,
  )
  const guids = Array.from(text.matchAll(/0{8}-0000-4000-8000-0*(\d{1,11})/g), ([, number]) => `guid ${number}`)
  return [...names, ...guids]
}

/** The endings that tell that nobody can own a domain are kept, for they are a cause of failures. */
function endingOf(domain: string): string {
  const own = /\.(local|lan|internal|intern|intranet|corp|home|localdomain|private)$/.exec(domain)?.[1]
  return own ?? (/\.onmicrosoft\.|\.onmschina\./.test(domain) ? "onmicrosoft.example" : "example")
}

function guid(digits: string, hasHyphens: boolean): string {
  return hasHyphens ? `00000000-0000-4000-8000-${digits}` : `00000000000040008000${digits}`
}

/** As many digits as there are, with blanks or colons where they stand. */
function fingerprint(written: string, number: string): string {
  const digits = number.padStart(written.replace(/[ :]/g, "").length, "0")
  const separator = /[ :]/.exec(written)?.[0]
  return separator === undefined ? digits : (digits.match(/../g) ?? []).join(separator)
}

function halves(number: string): string {
  if (number.length < 12) return `0-${number}`
  return `${Number.parseInt(number.slice(0, 6), 16)}-${Number.parseInt(number.slice(6), 16)}`
}

function address4(number: number): string {
  if (number < 255) return `192.0.2.${number}`
  return `240.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
}

/** In capitals or in small letters as the other; otherwise as it is. */
function sameCase(other: string, text: string): string {
  const [upper, lower] = [other.toUpperCase(), other.toLowerCase()]
  if (upper === lower) return text
  return other === upper ? text.toUpperCase() : other === lower ? text.toLowerCase() : text
}

/** The same, filled up with zeros to a length where it is shorter. */
export function filled(kind: IdentifierKind, text: string, length: number): string {
  const missing = (kind === "host" ? Math.min(length, LONGEST_HOST) : length) - text.length
  return missing > 0 ? text.replace(/([-_])(?=[\da-f]+(?:\.|$))/i, `$1${"0".repeat(missing)}`) : text
}

/** NetBIOS takes so many characters of a computer's name. */
export const LONGEST_HOST = 15
