import type { Capture, Field } from "./log.ts"
import { mentionsIn, mentionsInText } from "./mention.ts"
import { allFields } from "./query.ts"
import { type Span, textAt } from "./span.ts"

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

/** The fields that introduce an identity, by their key. */
const HOMES: Readonly<Record<string, IdentityKind>> = {
  deviceid: "device",
  "device name": "device",
  workplacedeviceid: "device",
  tenantid: "tenant",
  tenantname: "tenant",
  workplacetenantid: "tenant",
  workplacetenantname: "tenant",
  "request id": "request",
  "correlation id": "request",
  adalcorrelationid: "request",
  "activity id": "request",
  "user identity": "user",
}

/** Masked ones are no identity. */
const GUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi

/** A user principal name. */
const USER = /[^\s,;@\\<>()[\]{}"]{1,64}@[\w.-]{1,128}/gi

/** Names that are the whole value of a home: of a device as Windows allows it, of a tenant as its owner wrote it. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._&'-]{1,62}$/u

/** Names that somebody wrote over the real one. */
const MASKED = /^(?:[xX*#.\- ]+|.*(?:redacted|removed|masked).*)$/i

/** Every identity of a capture, in the order of the text, those in sentences and unread lines too. */
export function identitiesOf(capture: Capture): readonly Identity[] {
  const inFields = Array.from(allFields(capture)).flatMap(({ field }) => [...codes(mentionsIn(field)), ...named(field)])
  const lines = [...capture.sections.flatMap(({ texts }) => texts), ...capture.others]
  const inLines = lines.flatMap((line) => [
    ...codes(mentionsInText(capture.text, line)),
    ...matches(textAt(capture.text, line), line.start, undefined),
  ])
  return [...inFields, ...inLines].sort((a, b) => a.span.start - b.span.start)
}

function codes(mentions: ReturnType<typeof mentionsIn>): Identity[] {
  return mentions.map(({ code, span }) => ({ kind: "code", key: code.toLowerCase(), name: code, span, atHome: false }))
}

function named({ key, value, valueSpan }: Field): Identity[] {
  const home = HOMES[key]
  const found = matches(value, valueSpan.start, home)
  if (found.length > 0 || (home !== "device" && home !== "tenant")) return found
  if (!NAME.test(value) || MASKED.test(value)) return []
  return [{ kind: home, key: value.toLowerCase(), name: value, span: valueSpan, atHome: true }]
}

/** The GUIDs and users in a text. Few texts have an `@`, and looking for users is slow. */
function matches(text: string, start: number, home: IdentityKind | undefined): Identity[] {
  const users = text.includes("@")
    ? Array.from(text.matchAll(USER), (match) => identity(match, start, home ?? "user"))
    : []
  return [...Array.from(text.matchAll(GUID), (match) => identity(match, start, home ?? "other")), ...users].map(
    (found) => ({ ...found, atHome: home !== undefined }),
  )
}

function identity({ 0: name, index }: RegExpExecArray, start: number, kind: IdentityKind): Omit<Identity, "atHome"> {
  return { kind, key: name.toLowerCase(), name, span: { start: start + index, end: start + index + name.length } }
}
