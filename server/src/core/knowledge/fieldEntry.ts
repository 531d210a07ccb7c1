import type { Phase } from "./code.ts"
import type { ByJoin } from "./joinType.ts"
import { plainName } from "./plainName.ts"
import type { BlockId, SectionId } from "./sectionId.ts"
import type { Source } from "./source.ts"

/**
 * Everything known of one field in the sections it stands in. The same name in other sections is another entry.
 *
 * Whoever reads, judges, explains or offers a field takes it from here; no list of field names stands elsewhere.
 * `Name` and `Cause` are the names in it, the field's own and those it follows from, so that a mistyped one shows.
 */
export interface FieldEntry<Name extends string = string, Cause extends string = string> {
  readonly kind: "field-entry"
  /** As dsregcmd prints it: `Client ErrorCode`. */
  readonly name: Name
  /** Other spellings of the same field in older or newer Windows. */
  readonly aliases?: readonly Name[]
  /** The sections it stands in; the first is its home. */
  readonly sections: readonly [SectionId, ...SectionId[]]
  /** What its value is made of, where that is certain. */
  readonly type?: ValueType
  /** The group without a title that it belongs to. */
  readonly block?: Exclude<BlockId, "fields">
  /** It begins such a group even where the same kind of group stands right above. */
  readonly begins?: true
  /** The groups of this kind that stand below it are about it: the failed attempts below `AzureAdPrt`. */
  readonly owns?: Exclude<BlockId, "fields">
  /** Its text may run over several lines, as a server's message does. */
  readonly wraps?: true
  /** It is a test that dsregcmd runs before the join, of what this phase needs. */
  readonly test?: Phase
  /** Beside codes in their usual spelling, what else its value is or is not. */
  readonly codes?: CodeSpelling
  /** What its time says about when the log was made: the very time, or one that had already passed. */
  readonly tells?: "clock" | "past"
  /** Whom or what its value names. */
  readonly identity?: FieldIdentity
  /** What kind of name stands in it, for whoever takes names out of a log. */
  readonly holds?: "host" | "hosts" | "domain" | "tenant" | "account"
  /** It is another one in every log, so that a change of it says nothing. */
  readonly varies?: true
  /** It speaks of the device in a section that speaks of the user who ran the command. */
  readonly ofDevice?: true
  /** It says UNKNOWN where no user's session is there to be asked about. */
  readonly asksUser?: true
  /** It has to say YES before Windows Hello is set up, and what a NO means. Its like are met in the order of the entries. */
  readonly prerequisite?: string
  /** The fields by whose failure this one says NO. */
  readonly follows?: readonly Cause[]
  /** Microsoft support asks for it: its place in the lines that are copied for them. */
  readonly support?: number
  /** No other program prints a field of this name, so that it tells what a text is. */
  readonly mark?: true
  /** What it says, in one to three plain sentences. */
  readonly meaning: string
  /** What it should say, where one can say so: `YES on a hybrid joined device`. */
  readonly expected?: string
  /** Why there is nothing that it should say. */
  readonly unjudged?: Unjudged
  /** The values it can have, each with its meaning, in the program's spelling. */
  readonly values?: Readonly<Record<string, string>>
  /**
   * The values that are as they should be. What is not listed is not judged: a choice of the administrator, a line that
   * Microsoft explains nowhere, or a value that is good here and bad there for a reason that no log shows.
   */
  readonly healthy?: ByJoin
  /** The values that say nothing. */
  readonly notApplicable?: ByJoin
  /** The first Windows version known to print it, and the last where it is gone: `1809`. */
  readonly since?: string
  /** Empty where Microsoft documents the field nowhere; then a reader is told so. */
  readonly sources: readonly Source[]
  /** What the meaning rests on, where no page explains the field: real output that was published, or the name alone. */
  readonly confidence?: "reported" | "inferred"
}

/** What a field's value is made of. Any of them can be missing, and most can be an error with its code instead. */
export type ValueType =
  /** `YES` or `NO`; in other outputs `Yes`, `1`. */
  | "yes-no"
  /** One of a few words, which stand in `values` as far as they are known. */
  | "word"
  /** `PASS`, `SKIPPED`, or `FAIL` with codes in brackets. */
  | "test"
  /** One time: `2025-01-31 09:16:43.000 UTC`. */
  | "time"
  /** From a time to another: `[ 2025-01-31 09:16:43.000 UTC -- 2035-01-31 09:46:43.000 UTC ]`. */
  | "times"
  /** A code, sometimes with words around it. */
  | "code"
  /** The status of an HTTP answer: `400`. */
  | "status"
  /** `0d3f5a52-9c1e-4f0b-8a77-52c6c1a0e914`, in braces or not. */
  | "guid"
  /** Forty hexadecimal digits. */
  | "fingerprint"
  /** An address, with a scheme or without. */
  | "url"
  /** The name of a device, a tenant, a domain or an account. */
  | "name"
  | "number"
  /** `1.0`. */
  | "version"
  /** A build of Windows: `10.0.19045.2604`. */
  | "build"
  /** Several things behind one another, with commas or semicolons between them. */
  | "list"
  /** Bytes that are made printable. */
  | "base64"
  /** Words for a reader, sometimes with codes in them. */
  | "text"

/**
 * Why nothing can be said of what a value should be.
 *
 * - `names`: it names one thing, and every name is right.
 * - `circumstance`: it tells how or when something was done.
 * - `failure`: it tells of a failure, and stands only where there is one.
 * - `choice`: somebody chose it.
 * - `unpublished`: nothing is published to judge it by.
 */
export type Unjudged = "names" | "circumstance" | "failure" | "choice" | "unpublished"

/**
 * How a field writes codes beside `0x80072ee2` and `AADSTS50126`.
 *
 * - `words`: its whole value may be a code that is a word, such as `invalid_grant`.
 * - `decimal`: its whole value may be a number without a sign, such as `3399548929`.
 * - `flag`: `0x1` in it says yes and is no code.
 * - `unmarked`: one stands without `0x` behind `ERROR:` or in brackets, there also as the decimal number of Windows.
 * - `message`: its value may be the message that Windows has for a code, in the place of the code.
 */
export type CodeSpelling = "words" | "decimal" | "flag" | "unmarked" | "message"

/** Whom or what a value names. */
export type FieldIdentity =
  | {
      readonly kind: "device" | "tenant" | "user" | "request"
      /**
       * How it is written beside a GUID or a user principal name: the whole value is a `name`, or there is an `account`
       * like `CONTOSO\ann` in it.
       */
      readonly as?: "name" | "account"
      /** It is not introduced here but comes by: the account that happened to run the command. */
      readonly inPassing?: true
    }
  /** A GUID in it is the same on every PC. */
  | { readonly kind: "none" }

/** The entries as they are, in a list whose type knows their names, so that a mistyped name does not compile. */
export function fields<const Name extends string, const Cause extends string = never>(
  entries: readonly FieldEntry<Name, Cause>[],
): readonly FieldEntry<Name, Cause>[] {
  return entries
}

/** The name of a field and its other spellings as look-ups use them, each once. */
export function keysOf({ name, aliases = [] }: FieldEntry): readonly string[] {
  return [...new Set([name, ...aliases].map(plainName))]
}
