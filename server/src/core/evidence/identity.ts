import type { Capture, Field } from "../log/log.ts"
import { allFields } from "../log/query.ts"
import { type Span, textAt } from "../text/span.ts"
import { isMasked } from "./masked.ts"
import { type Mention, mentionsIn, mentionsInText } from "./mention.ts"

/** What an identity is one of: a code, or the name or number of a device, a tenant, a user, a request. */
export type IdentityKind = "code" | "device" | "tenant" | "user" | "request" | "other"

/** Something that logs have in common: a code in any spelling, a GUID, a user name, the name of a device. */
export interface Identity {
  readonly kind: IdentityKind
  /** The same for the same thing, in whatever case it is printed. */
  readonly key: string
  /** As printed; a code in the catalogue's spelling. */
  readonly name: string
  readonly span: Span
  /** Stands where it is introduced: the value of `DeviceId`, not a mention of that device in an address. */
  readonly atHome: boolean
}

/** GUIDs and SHA-1 fingerprints; masked ones are no identity. */
const NUMBER = /\b(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{40})\b/gi

/** A user principal name. */
const USER = /[^\s,;@\\<>()[\]{}"]{1,64}@[\w.-]{1,128}/gi

/** `CONTOSO\ann`; only the fields that hold accounts are looked at, for a path looks alike. */
const ACCOUNT = /(?<![^\s,])[\w.-]{1,64}\\[^\s,;@\\<>()[\]{}"]{1,64}/g

/** A whole value that is a name: of a device as Windows allows it, of a tenant as its owner wrote it. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._&'-]{1,62}$/u

/** Every identity of a capture and every code, in the order of the text, those in sentences and unread lines too. */
export function identitiesOf(capture: Capture): readonly Identity[] {
  const inFields = Array.from(allFields(capture)).flatMap(({ field }) => [
    ...mentionsIn(field).map(codeIdentity),
    ...identitiesIn(field),
  ])
  const lines = [...capture.sections.flatMap(({ texts }) => texts), ...capture.others]
  const inLines = lines.flatMap((line) => [
    ...mentionsInText(capture.text, line).map(codeIdentity),
    ...matches(textAt(capture.text, line), line.start, undefined),
  ])
  return [...inFields, ...inLines].sort((a, b) => a.span.start - b.span.start)
}

/** The identities in a field's value: what names one device, tenant, user, request or key. */
export function identitiesIn({ entry, value, valueSpan }: Field): readonly Identity[] {
  const says = entry?.identity
  if (says?.kind === "none") return []
  const home = says?.inPassing ? undefined : says?.kind
  const accounts = says?.as === "account" ? matchesOf(ACCOUNT, value, valueSpan.start, "user") : []
  const inside = [...matches(value, valueSpan.start, home), ...accounts]
  if (inside.length > 0) return inside.map((identity) => ({ ...identity, atHome: home !== undefined }))
  if (!home || says?.as !== "name" || !NAME.test(value) || isMasked(value)) return []
  return [{ kind: home, key: value.toLowerCase(), name: value, span: valueSpan, atHome: true }]
}

function codeIdentity({ code, span }: Mention): Identity {
  return { kind: "code", key: code.toLowerCase(), name: code, span, atHome: false }
}

/** The numbers and users in a text. Few texts have an `@`, and looking for users is slow. */
function matches(text: string, start: number, home: IdentityKind | undefined): Identity[] {
  const users = text.includes("@") ? matchesOf(USER, text, start, home ?? "user") : []
  return [...matchesOf(NUMBER, text, start, home ?? "other"), ...users]
}

function matchesOf(pattern: RegExp, text: string, start: number, kind: IdentityKind): Identity[] {
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: name, index }) => {
    if (isMasked(name)) return []
    const span = { start: start + index, end: start + index + name.length }
    return [{ kind, key: name.toLowerCase(), name, span, atHome: false }]
  })
}
