/**
 * A field name in the form that look-ups use: lower case, one blank between words.
 * `OnPremTGT` and `OnPremTgt` are one name.
 */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/(?:\s|&nbsp;|&#160;)+/g, " ")
}
