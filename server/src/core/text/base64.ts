/** Longer texts are no list of addresses but somebody's joke; they are left alone. */
const LONGEST = 20_000

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/**
 * The JSON inside a Base64 text, written on one line. Undefined for what is cut, masked, too long, no Base64 or no
 * JSON. Both alphabets are read, and the padding may be missing.
 */
export function base64Json(text: string): string | undefined {
  const bytes = bytesOf(text)
  if (!bytes) return undefined
  try {
    // The core has no decoder of its platform, but it has the one behind percent signs, which refuses what is no UTF-8.
    const plain = decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""))
    return JSON.stringify(JSON.parse(plain))
  } catch {
    return undefined
  }
}

function bytesOf(text: string): readonly number[] | undefined {
  if (text.length > LONGEST) return undefined
  const bytes: number[] = []
  let bits = 0
  let waiting = 0
  for (const character of text
    .replace(/={1,2}$/, "")
    .replace(/-/g, "+")
    .replace(/_/g, "/")) {
    const digit = DIGITS.indexOf(character)
    if (digit < 0) return undefined
    bits = ((bits << 6) | digit) & 0xfff
    waiting += 6
    if (waiting < 8) continue
    waiting -= 8
    bytes.push((bits >> waiting) & 0xff)
  }
  return waiting < 6 ? bytes : undefined
}

/** A text as Base64, by the alphabet with plus and slash. */
export function base64Of(text: string): string {
  const bytes = Array.from(encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|[^%]/g), ([character, hex]) =>
    hex === undefined ? character.charCodeAt(0) : Number.parseInt(hex, 16),
  )
  let out = ""
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.slice(at, at + 3)
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    out += DIGITS.charAt(bits >> 18) + DIGITS.charAt((bits >> 12) & 63)
    out += second === undefined ? "=" : DIGITS.charAt((bits >> 6) & 63)
    out += third === undefined ? "=" : DIGITS.charAt(bits & 63)
  }
  return out
}
