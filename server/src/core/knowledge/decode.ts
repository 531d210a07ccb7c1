import { canonicalCode } from "./codeNumber.ts"
import { codeMeanings } from "./lookup.ts"

/**
 * What a 32-bit number says by itself, one sentence a fact: its family, and the code wrapped inside it.
 *
 * Structure from [MS-ERREF] 2.1 (HRESULT) and 2.3 (NTSTATUS); the ADAL wrapping from the table that Microsoft
 * published for it. Empty for what is no number.
 */
export function decoded(code: string): readonly string[] {
  const hex = canonicalCode(code)
  if (!hex?.startsWith("0x")) return []
  const value = Number.parseInt(hex.slice(2), 16)
  const low = value & 0xffff
  const high = value >>> 16
  if (high === 0) return [`A bare Windows error number, ${value} in decimal.${named(win32(value))}`]
  if (high === 0x8007) return [`The Windows error ${low} (0x${low.toString(16)}) as an HRESULT.${named(win32(low))}`]
  if (high === 0xcaa8 && hex !== NOT_A_NETWORK_ERROR)
    return [`The network error ${low} as the authentication library reports it.${named(win32(low))}`]
  if (high === 0xcaa3) return [httpStatus(low)]
  if (high >>> 12 === 0xd) return [ntStatus(value)]
  if (high >>> 12 === 0xc && high >>> 8 !== 0xca)
    return [`An NTSTATUS of severity error, facility ${high & 0xfff}, code ${low}.`]
  const severity = value >>> 31 === 1 ? "failure" : "success"
  return [`An HRESULT: ${severity}, facility ${high & 0x7ff}${facility(high & 0x7ff)}, code ${low}.`]
}

/** The one code of the authentication library's network range whose lower half is not the WinHTTP number it looks like. */
const NOT_A_NETWORK_ERROR = "0xcaa82f8b"

/**
 * The WinHTTP or WinINet error behind a code, 12001 to 12299: bare (`0x00002ee7`), as an HRESULT (`0x80072ee7`), or
 * as the authentication library has it (`0xcaa82ee7`). Undefined for any other code.
 */
export function networkError(code: string): number | undefined {
  const value = Number.parseInt(code.slice(2), 16)
  const low = value & 0xffff
  if (code === NOT_A_NETWORK_ERROR) return undefined
  return [0, 0x8007, 0xcaa8].includes(value >>> 16) && low > 12000 && low < 12300 ? low : undefined
}

/**
 * The smaller number that a code carries, as people type it who know only that: the network error 12002 in
 * `0x80072ee2`, the Windows error 5 in `0x80070005`, the HTTP status 407 in `0xcaa30197`. Undefined where there is none.
 */
export function innerNumber(code: string): number | undefined {
  const value = Number.parseInt(code.slice(2), 16)
  const low = value & 0xffff
  const high = value >>> 16
  if (high === 0x8007 || (high === 0xcaa3 && low >= 400 && low <= 599)) return low
  return networkError(code)
}

function win32(number: number): string {
  return `0x8007${number.toString(16).padStart(4, "0")}`
}

function named(code: string): string {
  const [entry] = codeMeanings(code)
  return entry
    ? ` The catalogue knows it as \`${entry.code}\`, ${entry.symbols[0] ?? entry.title}: ${entry.title}.`
    : ""
}

function httpStatus(low: number): string {
  return low >= 400 && low <= 599
    ? `The HTTP status ${low} as the authentication library reports it.`
    : `An HTTP failure as the authentication library reports it, number ${low}.`
}

/** The N bit, 0x10000000, marks an NTSTATUS that travels as an HRESULT. */
function ntStatus(value: number): string {
  const bare = `0x${((value & ~0x10000000) >>> 0).toString(16)}`
  return `The NTSTATUS \`${bare}\` carried in an HRESULT: the bit 0x10000000 marks such a value.${named(bare)}`
}

/** The facilities of [MS-ERREF] 2.1.1 that a dsregcmd log meets. */
const FACILITIES: Readonly<Record<number, string>> = {
  7: "Win32",
  9: "security",
  40: "TPM services",
  41: "TPM software",
}

function facility(number: number): string {
  const name = FACILITIES[number]
  return name ? ` (${name})` : ""
}
