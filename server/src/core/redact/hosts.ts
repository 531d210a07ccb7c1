import type { Capture } from "../log/log.ts"
import { allFields } from "../log/query.ts"
import { trimmedEnd } from "../text/trimmedEnd.ts"
import { type Identifier, inSmallLetters } from "./identifier.ts"
import { isPlaceholder, isPublicHost, isService, isUniform } from "./wellKnown.ts"

/** What a text shows of its domains, so that a host is told from the domain that it stands in. */
export interface Domains {
  /** Whether letters with dots in them are the name of a host or a domain, and no file or program. */
  isName(written: string): boolean
  /** How many labels from the end of a host's name are its domain's. */
  lengthIn(labels: readonly string[]): number
}

/** What domains end in besides the two letters of a country. */
const ENDINGS: ReadonlySet<string> = new Set(
  (
    "com net org info biz edu gov mil int cloud online app dev group company gmbh tech digital global health bank school " +
    "university services solutions systems support network agency consulting software care media shop store " +
    "local lan internal intern intranet corp home localdomain private example test invalid ads domain"
  ).split(" "),
)

/** Endings of files of two letters, of programs that events speak of. */
const FILES: ReadonlySet<string> = new Set(["js", "cs"])

/** Under these of two labels every name is another owner's. */
const SHARED =
  /^(?:(?:co|com|org|net|ac|gov|edu|or|ne|go)\.[a-z]{2}|(?:mail\.)?onmicrosoft\.(?:com|us|example)|onmschina\.cn)$/

/** Gathers the domains of a text: behind the names of accounts and of the device. */
export function domainsIn(text: string, captures: readonly Capture[]): Domains {
  const known = new Set<string>()
  const add = (domain: string) => {
    const plain = trimmedEnd(inSmallLetters(domain), "._-")
    if (plain !== "" && !isPublicHost(plain)) known.add(plain)
  }
  for (const found of text.matchAll(/(?:@|%40)([\p{L}\p{N}_-]{1,63}\.[\p{L}\p{N}._-]{1,128})/gu)) add(found[1] ?? "")
  for (const capture of captures) {
    for (const { field } of allFields(capture)) {
      if (field.entry?.holds === "domain" && field.value.includes(".")) add(field.value)
      if (field.entry?.holds === "host") add(/^[^.\s]+\.(\S+)/.exec(field.value)?.[1] ?? "")
    }
  }
  const lengthIn = (labels: readonly string[]): number => {
    for (let from = 0; from < labels.length; from++)
      if (known.has(labels.slice(from).join("."))) return labels.length - from
    if (labels.length < 3) return labels.length
    if (SHARED.test(labels.slice(-3).join("."))) return Math.min(4, labels.length)
    if (SHARED.test(labels.slice(-2).join("."))) return 3
    return labels.length - 1
  }
  return {
    lengthIn,
    isName: (written) => {
      const labels = inSmallLetters(written).split(".")
      const last = labels.at(-1) ?? ""
      if (ENDINGS.has(last) || (/^[a-z]{2}$/.test(last) && !FILES.has(last))) return true
      return labels.some((_, from) => known.has(labels.slice(from).join(".")))
    },
  }
}

/** The labels of a host's name that are its own, and the domain behind them. */
export function* hostParts(written: string, start: number, domains: Domains): Iterable<Identifier> {
  const name = trimmedEnd(written, ".").replace(/^\.+/, "")
  if (name === "" || isPublicHost(name.toLowerCase()) || isUniform(name.replaceAll(".", ""))) return
  const labels = name.split(".")
  const plain = labels.map(inSmallLetters)
  const own = labels.length === 1 ? 1 : labels.length - domains.lengthIn(plain)
  let at = start + written.indexOf(name)
  const end = at + name.length
  for (const [index, label] of labels.slice(0, own).entries()) {
    const key = plain[index] ?? ""
    if (key !== "" && !isService(key) && !isUniform(key) && !isPlaceholder(key))
      yield { kind: "host", key, start: at, end: at + label.length }
    at += label.length + 1
  }
  const domain = plain.slice(own).join(".")
  if (domain !== "" && !isPublicHost(domain)) yield { kind: "domain", key: domain, start: at, end }
}
