import type { IdentifierKind } from "./identifier.ts"

/** A kind of identifier in a word, as a list of what was replaced begins. */
export function kindName(kind: IdentifierKind): string {
  return WORDS[kind]
}

const WORDS: Readonly<Record<IdentifierKind, string>> = {
  host: "computer",
  domain: "domain",
  user: "user",
  tenant: "tenant",
  guid: "GUID",
  fingerprint: "fingerprint",
  sid: "SID",
  address4: "IP address",
  address6: "IP address",
  secret: "token",
}
