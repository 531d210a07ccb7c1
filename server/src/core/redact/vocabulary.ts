import { canonicalCode } from "../knowledge/codeNumber.ts"
import { codeEntries } from "../knowledge/codes/catalogue.ts"
import { serverMessages } from "../knowledge/codes/serverMessages.ts"
import { eventEntries } from "../knowledge/events/catalogue.ts"
import { fieldEntries } from "../knowledge/fields/catalogue.ts"
import { once } from "../knowledge/once.ts"
import { phaseEntries } from "../knowledge/phases.ts"
import { sectionEntries } from "../knowledge/sections.ts"

/** All that the catalogue says, in lower case: a log's own words are among it. */
const catalogue = once(() =>
  JSON.stringify([
    sectionEntries,
    fieldEntries,
    phaseEntries,
    eventEntries,
    serverMessages.map((message) => ({ ...message, pattern: message.pattern.source })),
    codeEntries(),
  ]).toLowerCase(),
)

/** Words by which lines are told that are no sentences: prompts, banners, times, events in XML, what pasting leaves. */
const STRUCTURE =
  "ps cmd exe c users home windows system32 microsoft version dsregcmd status debug join utc am pm https http urn ms drs " +
  "com net org de local lan event events system eventdata userdata renderinginfo provider eventid level task opcode " +
  "keywords timecreated eventrecordid correlation execution channel computer security data message guid xmlns xml name " +
  "nbsp lt gt amp br div pre li tr blockquote azuread"

const words = once(() => new Set(`${STRUCTURE} ${catalogue()}`.match(/[\p{L}\p{N}_]+/gu)))

/** The same in one text, to look for a part of a word. */
const wordList = once(() => [...words()].join(" "))

const guids = once(
  () =>
    new Set(Array.from(catalogue().matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g), ([guid]) => plain(guid))),
)

function plain(guid: string): string {
  return guid.replaceAll("-", "")
}

/** Names with which the catalogue gives examples; whoever has one of them is not on that account a word of the log. */
const EXAMPLES: ReadonlySet<string> = new Set(["contoso", "fabrikam", "ann", "pc1"])

/**
 * Whether a name, in lower case, may be replaced wherever it stands as a word. A PC that is called `SYSTEM`, a domain
 * `OR` or a user `2024` may not: the log would not read the same any more.
 */
export function isTelling(name: string): boolean {
  if (name.length < 2 || /^[\d.]{1,7}$/.test(name) || canonicalCode(name) || name.startsWith("0x")) return false
  // No words of the catalogue stand in a longer one, and the engine's stack ends with some millions of letters.
  if (EXAMPLES.has(name) || name.length > 999) return true
  const isOfWords = (name.match(/[\p{L}\p{N}_]+/gu) ?? []).every((word) => words().has(word))
  // A word of the log, or several as the catalogue has them behind one another.
  return !isOfWords || !catalogue().includes(name)
}

/** Whether it may be replaced inside other words too: `contoso` in `ContosoVPN`, but no digits inside of a number. */
export function isTellingInside(name: string): boolean {
  return name.length >= 6 && !/[^\p{L}\p{N}]/u.test(name) && /[^\da-f]/.test(name) && !wordList().includes(name)
}

/** Whether the catalogue itself names a GUID, in lower case and without hyphens. */
export function isNamedGuid(digits: string): boolean {
  return guids().has(digits)
}
