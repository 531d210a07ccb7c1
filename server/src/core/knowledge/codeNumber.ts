/**
 * A code in the catalogue's spelling: eight lower-case hexadecimal digits for a number in hexadecimal, signed or
 * unsigned decimal; upper case for `AADSTS…` and `MSIS…`. Undefined for anything else.
 */
export function canonicalCode(text: string): string | undefined {
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

function hexadecimal(value: number): string {
  return `0x${(value >>> 0).toString(16).padStart(8, "0")}`
}
