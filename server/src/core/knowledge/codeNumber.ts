/**
 * A code in the catalogue's spelling: eight lower-case hexadecimal digits for a number in hexadecimal, signed or
 * unsigned decimal; upper case for `AADSTS…` and `MSIS…`. Undefined for anything else.
 */
export function canonicalCode(text: string): string | undefined {
  // As nearly every log prints it.
  if (/^0x[0-9a-f]{8}$/.test(text)) return text
  const trimmed = text.trim()
  if (/^0x[0-9a-f]{1,8}$/i.test(trimmed)) return hexadecimal(Number.parseInt(trimmed.slice(2), 16))
  if (/^[0-9a-f]{8}$/i.test(trimmed) && /[a-f]/i.test(trimmed)) return hexadecimal(Number.parseInt(trimmed, 16))
  if (/^-?\d{1,10}$/.test(trimmed)) {
    const value = Number(trimmed)
    return value >= -0x80000000 && value <= 0xffffffff ? hexadecimal(value) : undefined
  }
  return /^(?:AADSTS|MSIS)\d{3,8}$/i.test(trimmed) ? trimmed.toUpperCase() : undefined
}

/** The signed decimal form of a 32-bit code, as Microsoft's pages print it beside the hexadecimal one. */
export function signedDecimal(code: string): number {
  return Number.parseInt(code.slice(2), 16) | 0
}

/** A number of 32 bits as a code: `0x` and eight lower-case digits. */
function hexadecimal(value: number): string {
  return `0x${(value >>> 0).toString(16).padStart(8, "0")}`
}

/** The one code of the authentication library's network range whose lower half is not the WinHTTP number it looks like. */
const NOT_A_NETWORK_ERROR = "0xcaa82f8b"

/**
 * The WinHTTP or WinINet error behind a code, 12001 to 12299: bare (`0x00002ee7`), as an HRESULT (`0x80072ee7`), or
 * as the authentication library has it (`0xcaa82ee7`). Undefined for any other code.
 */
export function networkError(code: string): number | undefined {
  const { high, low } = halves(code)
  if (code === NOT_A_NETWORK_ERROR) return undefined
  return [0, 0x8007, 0xcaa8].includes(high) && low > 12000 && low < 12300 ? low : undefined
}

/** The HTTP status that a code wraps, `0x80190197` for Windows and `0xcaa30197` for the authentication library: 407. */
export function httpStatusIn(code: string): number | undefined {
  const { high, low } = halves(code)
  return [0x8019, 0xcaa3].includes(high) && low >= 300 && low <= 599 ? low : undefined
}

/**
 * The same failure in the spelling that the catalogue keeps it under, where this number only wraps it: `0x8007054b`
 * for the bare `0x0000054b`, `0x80072ee7` for `0xcaa82ee7`, `0x80190197` for `0xcaa30197`, `0xc000006d` for
 * `0xd000006d`. Undefined where the number wraps nothing.
 *
 * [MS-ERREF] 2.1 has the bit that marks an NTSTATUS in an HRESULT, 2.3 the facility that wraps a Windows error in one.
 */
export function carriedCode(code: string): string | undefined {
  if (!code.startsWith("0x")) return undefined
  const { high, low } = halves(code)
  const status = httpStatusIn(code)
  if (high === 0xcaa3 && status) return hexadecimal(0x80190000 + status)
  if ((high === 0 && low > 0) || high === 0xc007) return hexadecimal(0x80070000 + low)
  if (high === 0xcaa8) return networkError(code) ? hexadecimal(0x80070000 + low) : undefined
  return high >>> 12 === 0xd ? hexadecimal(Number.parseInt(code.slice(2), 16) & ~0x10000000) : undefined
}

/** The upper and the lower 16 bits of a code that is a number. */
export function halves(code: string): { readonly high: number; readonly low: number } {
  const value = Number.parseInt(code.slice(2), 16)
  return { high: value >>> 16, low: value & 0xffff }
}
