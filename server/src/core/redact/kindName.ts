import type { IdentifierKind } from "./identifier.ts"

/** Puts a word into the reader's language. */
type Say = (word: string) => string

/** A kind of identifier in a word, as a list of what was replaced begins; in English where nobody translates. */
export function kindName(kind: IdentifierKind, say: Say = (word) => word): string {
  return WORDS[kind](say)
}

const WORDS: Readonly<Record<IdentifierKind, (say: Say) => string>> = {
  host: (say) => say("computer"),
  domain: (say) => say("domain"),
  user: (say) => say("user"),
  tenant: (say) => say("tenant"),
  guid: (say) => say("GUID"),
  fingerprint: (say) => say("fingerprint"),
  sid: (say) => say("SID"),
  address4: (say) => say("IP address"),
  address6: (say) => say("IP address"),
  secret: (say) => say("token"),
}
