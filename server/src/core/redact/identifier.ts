/** What an identifier names, or what it is where it names several kinds of things. */
export type IdentifierKind =
  | "host"
  | "domain"
  | "user"
  | "tenant"
  | "guid"
  | "fingerprint"
  | "sid"
  | "address4"
  | "address6"
  | "secret"

/** An identifier where it stands. */
export interface Identifier {
  readonly kind: IdentifierKind
  /** The same for the same thing, however it is spelled. */
  readonly key: string
  readonly start: number
  readonly end: number
}

/** A text in small letters and as long as before, by which spellings of one name are the same. */
export function inSmallLetters(text: string): string {
  // The only letter whose small form is two characters.
  return text.replaceAll("İ", "ı").toLowerCase()
}
