import type { Field } from "./log.ts"
import type { Span } from "./span.ts"

/** Something that names one device, tenant, user, request or key. */
export interface Identity {
  /** Equal for two places that name the same thing. */
  readonly key: string
  readonly span: Span
}

/** GUIDs and SHA-1 fingerprints; masked ones are none. */
const NUMBER = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b|\b[0-9a-f]{40}\b/gi

/** User principal names. */
const USER = /[^\s,;@\\<>()[\]{}"]{1,64}@[\w.-]{1,128}/g

/** `CONTOSO\ann`; only the fields that hold accounts are looked at, for a path looks alike. */
const ACCOUNT = /(?<![^\s,])[\w.-]{1,64}\\[^\s,;@\\<>()[\]{}"]{1,64}/g
const ACCOUNT_FIELDS: ReadonlySet<string> = new Set(["executing account name", "user identity"])

/** A name of which nothing is left but signs: `***@contoso.com`, `XXXX\xxxx`. */
const MASKED = /^[*#x.]+[@\\]|[@\\][*#x.]+$/i

/** Its GUID is that of a provider, the same on every PC. */
const NO_IDENTITY = "wamdefaultguid"

/** The identities in a field's value: numbers first, then users, each kind in the order of the text. */
export function identitiesIn({ key, value, valueSpan }: Field): readonly Identity[] {
  if (key === NO_IDENTITY) return []
  const found = [
    ...value.matchAll(NUMBER),
    // Few values hold the sign, and the search for what stands before it is the slow part.
    ...(value.includes("@") ? value.matchAll(USER) : []),
    ...(ACCOUNT_FIELDS.has(key) ? value.matchAll(ACCOUNT) : []),
  ]
  return found.flatMap(({ 0: name, index }) => {
    const start = valueSpan.start + index
    return MASKED.test(name) ? [] : [{ key: name.toLowerCase(), span: { start, end: start + name.length } }]
  })
}
