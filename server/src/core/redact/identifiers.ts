import { isMasked } from "../evidence/masked.ts"
import type { Capture } from "../log/log.ts"
import { allFields } from "../log/query.ts"
import { trimmedEnd } from "../text/trimmedEnd.ts"
import { type Domains, domainsIn, hostParts } from "./hosts.ts"
import { type Identifier, type IdentifierKind, inSmallLetters } from "./identifier.ts"
import { isNamedGuid } from "./vocabulary.ts"
import {
  isBuiltInAccount,
  isBuiltInAuthority,
  isBuiltInSid,
  isPlaceholder,
  isPublicAddress,
  isPublicGuid,
  isPublicHost,
  isService,
  isUniform,
} from "./wellKnown.ts"

/** A name begins behind what is no part of one, and behind what an address writes as `%2F`. */
const BEFORE = "(?:(?<![\\p{L}\\p{N}_])|(?<=%[0-9a-fA-F]{2}))"

/**
 * Every identifier of a text that shows as one by its form or by its place, the surest first. Which of two that overlap
 * counts is for who asks: the first one.
 */
export function* identifiersIn(text: string, captures: readonly Capture[]): Iterable<Identifier> {
  const domains = domainsIn(text, captures)
  yield* secrets(text)
  yield* addresses(text)
  yield* numbers(text)
  yield* mailNames(text)
  yield* namedFields(captures, domains)
  yield* accounts(text)
  yield* labeled(text, domains)
  yield* places(text)
  yield* hosts(text, domains)
}

/** A signed token, which is a key to somebody's account; and the keys of its form. */
function* secrets(text: string): Iterable<Identifier> {
  for (const found of text.matchAll(/\beyJ[\w-]{8,400}\.[\w-]{8,}(?:\.[\w-]*)?/g)) yield of("secret", found[0], found)
}

/** `10.1.2.3` and `2001:db8::7`; a version of four numbers is told by the word before it. */
function* addresses(text: string): Iterable<Identifier> {
  const four =
    /(?<![\w.-])(?<!version[ :=]{1,3})(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w-]|\.\w)/gi
  for (const found of text.matchAll(four)) if (!isPublicAddress(found[0])) yield of("address4", found[0], found)
  const six =
    /(?<![\w:.])(?=[\da-f:]*\d)(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6})(?![\w:])/gi
  for (const found of text.matchAll(six)) yield of("address6", found[0], found)
}

/** With its hyphens a GUID is one also where letters stand beside it. */
const GUID = /(?<![\da-f])[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?![\da-f])|(?<![\da-z])[\da-f]{32}(?![\da-z])/gi
const FINGERPRINT = /(?<![\da-z])(?:[\da-f]{64}|[\da-f]{40})(?![\da-z])/gi

/** As certificate stores show it: `9a f1 c0 …`, `9A:F1:C0:…`. */
const SPACED = /(?<![\da-z])[\da-f]{2}(?:([ :])[\da-f]{2}(?:\1[\da-f]{2}){18})(?![\da-z]|\1[\da-f]{2}(?![\da-z]))/gi
const SID = /(?<![\w-])S-1-\d{1,2}(?:-\d{1,10}){1,14}(?![\w-])/gi

/** What `Guid=` stands before is the program that wrote an event, the same on every PC. */
const PROVIDER = /\bGuid=["']\{?$/i

function* numbers(text: string): Iterable<Identifier> {
  for (const found of text.matchAll(GUID)) {
    const digits = found[0].replaceAll("-", "").toLowerCase()
    if (isPublicGuid(digits) || isNamedGuid(digits)) continue
    if (PROVIDER.test(text.slice(Math.max(0, found.index - 8), found.index))) continue
    yield of("guid", digits, found)
  }
  for (const found of text.matchAll(SPACED)) yield of("fingerprint", found[0].replace(/[ :]/g, ""), found)
  for (const found of text.matchAll(FINGERPRINT)) if (!isUniform(found[0])) yield of("fingerprint", found[0], found)
  for (const found of text.matchAll(SID)) if (!isBuiltInSid(found[0])) yield of("sid", found[0], found)
}

/** Looked for from the sign, so that letters without one are not gone through again from each of them. */
const MAIL = new RegExp(
  `(?:@|%40)(?<=${BEFORE}([\\p{L}\\p{N}.!#$&+'_-]{1,128})(?:@|%40))([\\p{L}\\p{N}._-]{1,128})`,
  "giu",
)

/** `ann@contoso.com`, in an address also `ann%40contoso.com`: a user, or a computer's own account, and a domain. */
function* mailNames(text: string): Iterable<Identifier> {
  for (const found of text.matchAll(MAIL)) {
    const [whole, user = "", written = ""] = found
    const domain = trimmedEnd(written, "._-")
    if (isMasked(`${user}@${domain}`) || isUniform(user)) continue
    yield* account(user, found.index - user.length)
    const start = found.index + whole.length - written.length
    yield* domain.includes(".") ? [at("domain", domain, start)] : host(domain, start)
  }
}

/** Names that tell a host, a domain, a tenant or an account by the field they stand in. */
function* namedFields(captures: readonly Capture[], domains: Domains): Iterable<Identifier> {
  let base = 0
  for (const capture of captures) {
    for (const { field } of allFields(capture)) {
      const { value, valueSpan } = field
      const start = base + valueSpan.start
      switch (isMasked(value) || isUniform(value) ? undefined : field.entry?.holds) {
        case "tenant":
          yield at("tenant", value, start)
          break
        case "domain":
          yield* value.includes(".") ? hostParts(value, start, domains) : [at("domain", value, start)]
          break
        case "host":
          yield* hostParts(/^[^\s,;<>()"']+/.exec(value)?.[0] ?? "", start, domains)
          break
        case "hosts":
          yield* hostsIn(value, start, domains)
          break
        case "account":
          yield* accountsIn(value, start)
          break
      }
    }
    base += capture.text.length
  }
}

/** `http=proxy1:8080;proxy2.contoso.com:80`, `*.contoso.com;srv5;<local>`. */
function* hostsIn(value: string, start: number, domains: Domains): Iterable<Identifier> {
  const listed =
    /(?<![^;,\s=])(?:[a-z]{2,6}=)?(?:[a-z]{2,6}:\/\/)?(?:\*\.)?((?=[\d.]*[\p{L}_-])[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,200})/giu
  for (const found of value.matchAll(listed)) {
    const [whole, name = ""] = found
    yield* hostParts(name, start + found.index + whole.length - name.length, domains)
  }
}

/** `CONTOSO\ann, ann@contoso.com`, `ann`. */
function* accountsIn(value: string, start: number): Iterable<Identifier> {
  if (/^(?!S-1-)[\p{L}\p{N}._$-]{1,64}$/iu.test(value)) yield* account(value, start)
  for (const found of value.matchAll(
    /(?<![^\s,])([^\s,;@\\<>()[\]{}"][^,;@\\<>()[\]{}"\r\n]{0,63})\\([^\s,;:@\\<>()[\]{}"](?:[^,;:@\\<>()[\]{}"\r\n]{0,62}[^\s,;:@\\<>()[\]{}"])?)/gu,
  ))
    yield* accountParts(found, start)
}

/**
 * `CONTOSO\ann` in a sentence. A path looks alike, so the domain is written as one there, in capitals, and nothing stands
 * before or behind that makes it one. `NO\n` is the end of a line in a string of JSON.
 */
function* accounts(text: string): Iterable<Identifier> {
  const written =
    /(?<![\p{L}\p{N}_\\:./%-])(AzureAD|(?!HK[A-Z]{2,3}\\)(?=[\d_-]{0,14}[A-Z])[A-Z\d][A-Z\d_-]{0,14})\\(?!n(?: {2}|\+-|[|"\\]|$))([^\s,;:@\\/<>()[\]{}"'|]{1,64})(?!\\)/gu
  for (const found of text.matchAll(written))
    if (!/\.(?:exe|dll|ps1|txt|log|cmd|bat)$/i.test(found[2] ?? "")) yield* accountParts(found, 0)
}

function* accountParts(found: RegExpExecArray, start: number): Iterable<Identifier> {
  const [, domain = "", user = ""] = found
  if (
    isMasked(`${domain}\\${user}`) ||
    (isBuiltInAuthority(domain.toLowerCase()) && isBuiltInAccount(user.toLowerCase()))
  )
    return
  const at = start + found.index
  yield* authority(domain, at)
  yield* account(trimmedEnd(user, ".'\""), at + domain.length + 1)
}

/** A user; with a dollar sign behind it, a computer's own account. */
function* account(name: string, start: number): Iterable<Identifier> {
  if (name.endsWith("$")) yield* host(name.slice(0, -1), start)
  else if (!isBuiltInAccount(name.toLowerCase()) && !isPlaceholder(name) && !isMasked(name) && !isUniform(name))
    yield at("user", name, start)
}

function* authority(name: string, start: number): Iterable<Identifier> {
  if (!isBuiltInAuthority(name.toLowerCase()) && !isMasked(name) && !isUniform(name)) yield at("domain", name, start)
}

function* host(name: string, start: number): Iterable<Identifier> {
  if (name !== "" && !isPlaceholder(name) && !isService(name.toLowerCase()) && !isMasked(name) && !isUniform(name))
    yield at("host", name, start)
}

/** `C:\Users\ann>`, also as an address writes it; the name may have blanks where something ends it. */
const PROFILE =
  /(?:[\\/]|%5C|%2F)(?:Users|home)(?:[\\/]|%5C|%2F){1,4}(?:([^\\/:*?"<>|%\r\n]{1,64}?)(?=[\\>]|&gt;|%5C|%2F)|([^\\/:*?"<>|%\s]))/giu

/** What ends a folder's name without blanks: it is looked for, because a name may be longer than an expression takes. */
const NAME_END = /[\\/:*?"<>|%\s]/

/** The same alone in quotes, which end it. */
const QUOTED_PROFILE = /"[a-z]:\\{1,2}Users\\{1,2}([^\\/:*?"<>|\r\n]{1,64})"/giu

/** `Host Name: PC77`, `USERNAME=ann`: what other programs print above a log, and the transcripts of PowerShell. */
const LABELED =
  /^[ \t>]*(?:(host ?name|computer ?name|computer|ordinateur|コンピューター)|(user ?name)|(user ?domain|logon ?server))[ \t]*[:=][ \t]*\\{0,2}([\p{L}\p{N}][\p{L}\p{N}_.-]{0,62})(?=[ \t]*(?:[\r\n(]|$))/gimu

function* labeled(text: string, domains: Domains): Iterable<Identifier> {
  for (const found of text.matchAll(LABELED)) {
    const [whole, isHost, isUser, , name = ""] = found
    const start = found.index + whole.length - name.length
    if (isMasked(name) || isUniform(name) || isPlaceholder(name)) continue
    yield* isUser ? account(name, start) : isHost ? hostParts(name, start, domains) : authority(name, start)
  }
}

/** Users by the folder of their profile, hosts by a share or a remote prompt, domains by a directory's name. */
function* places(text: string): Iterable<Identifier> {
  for (const found of text.matchAll(QUOTED_PROFILE))
    yield* account(found[1] ?? "", found.index + found[0].length - 1 - (found[1] ?? "").length)
  for (const found of text.matchAll(PROFILE)) {
    const start = found.index + found[0].length - (found[1] ?? found[2] ?? "").length
    const name = found[1] ?? upTo(NAME_END, text, start)
    yield* account(name.trimEnd(), start)
  }
  for (const found of text.matchAll(/(?<![\\\w:])\\\\([\p{L}\p{N}_-]{2,63})(?=[\\\s]|$)/gu))
    yield* host(found[1] ?? "", found.index + 2)
  for (const found of text.matchAll(/^[ \t>]*\[([\p{L}\p{N}_-]{1,63})\](?=: PS )/gmu))
    yield* host(found[1] ?? "", found.index + found[0].length - 1 - (found[1] ?? "").length)
  for (const found of text.matchAll(/(?<![\w-])(?:DC|OU)=([\p{L}\p{N} _-]{1,64})(?=[,;"'<\r\n)]|$)/gu)) {
    const name = found[1] ?? ""
    if (!/^(?:com|net|org|local|lan|[a-z]{2})$/i.test(name)) yield at("domain", name, found.index + 3)
  }
}

function upTo(end: RegExp, text: string, start: number): string {
  const rest = text.slice(start)
  const length = rest.search(end)
  return length < 0 ? rest : rest.slice(0, length)
}

const DOTTED =
  /(?:(?<![\p{L}\p{N}_-])|(?<=%[0-9a-fA-F]{2}))(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,62})\.){1,8}[\p{L}][\p{L}\p{N}-]{1,23}(?![\p{L}\p{N}_-])/gu

/** Names of hosts: behind the slashes of an address whatever they end in, elsewhere by what they end in. */
function* hosts(text: string, domains: Domains): Iterable<Identifier> {
  for (const found of text.matchAll(DOTTED)) {
    const isAddress = /(?::\/\/|ms-drs:)$/.test(text.slice(Math.max(0, found.index - 7), found.index))
    const isScheme = /ms-appx-web:\/\/$/i.test(text.slice(Math.max(0, found.index - 14), found.index))
    if (isScheme || isPublicHost(found[0].toLowerCase())) continue
    if (isAddress || domains.isName(found[0])) yield* hostParts(found[0], found.index, domains)
  }
  for (const found of text.matchAll(/(?<=https?:\/\/)[\p{L}\p{N}_][\p{L}\p{N}_-]{0,62}(?=[:/\s"'<>]|$)/giu))
    yield* host(found[0], found.index)
}

function of(kind: IdentifierKind, key: string, found: RegExpExecArray): Identifier {
  return { kind, key: inSmallLetters(key), start: found.index, end: found.index + found[0].length }
}

function at(kind: IdentifierKind, name: string, start: number): Identifier {
  return { kind, key: inSmallLetters(name), start, end: start + name.length }
}
