/** The bytes of a file in parts; a part is overwritten by the next one. */
export type Parts = () => AsyncIterable<Uint8Array>

/** What may be a log, by the name that its findings bear: a file, or what is packed in it. */
export type Input =
  | { readonly kind: "named" | "found"; readonly file: string; readonly parts: Parts }
  | { readonly kind: "skipped" | "unreadable"; readonly file: string; readonly why: string }
