import type { Field } from "./log.ts"
import type { Span } from "./span.ts"

/** Something that names one device, tenant, user, request or key. */
export interface Identity {
  /** Equal for two places that name the same thing. */
  readonly key: string
  readonly span: Span
}

/** GUIDs, SHA-1 fingerprints and user principal names; masked GUIDs and fingerprints are none of them. */
const IDENTITY =
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{40}\b|[^\s,;@\\<>()[\]{}"]{1,64}@[\w.-]{1,128}/gi

/** `CONTOSO\ann`; only the fields that hold accounts are looked at, for a path looks alike. */
const ACCOUNT = /(?<![^\s,])[\w.-]{1,64}\\[^\s,;@\\<>()[\]{}"]{1,64}/g
const ACCOUNT_FIELDS: ReadonlySet<string> = new Set(["executing account name", "user identity"])

/** A name of which nothing is left but signs: `***@contoso.com`, `XXXX\xxxx`. */
const MASKED = /^[*#x.]+[@\\]|[@\\][*#x.]+$/i

/** Its GUID is that of a provider, the same on every PC. */
const NO_IDENTITY = "wamdefaultguid"

/** The identities in a field's value, in the order of the text but accounts, which come last. */
export function identitiesIn({ key, value, valueSpan }: Field): readonly Identity[] {
  if (key === NO_IDENTITY) return []
  const accounts = ACCOUNT_FIELDS.has(key) ? value.matchAll(ACCOUNT) : []
  return [...value.matchAll(IDENTITY), ...accounts].flatMap((match) => {
    if (MASKED.test(match[0])) return []
    const start = valueSpan.start + match.index
    return [{ key: match[0].toLowerCase(), span: { start, end: start + match[0].length } }]
  })
}
