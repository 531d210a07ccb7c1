import { LineCursor } from "../text/lines.ts"
import { wordsBefore } from "../text/wordsBefore.ts"
import { BOXES, EVENT_CHANNEL, EVENT_LOG, EVENT_NUMBER, EVENT_ROW, NAMES_OF_OURS, SENTENCE } from "./marks.ts"

/**
 * How sure it is that a text is a log: `certain` where a box of dsregcmd stands above three of its fields, `maybe` where
 * it holds output of dsregcmd or events of a join all the same, `no` where it does not, or only speaks of them.
 */
export type Recognition = "certain" | "maybe" | "no"

/** How much of a text is looked at: dsregcmd prints its first box within the first screen, a ticket quotes it a bit later. */
export const RECOGNIZED_HEAD = 200_000

/** How much of a line is looked at; the blanks of a box may be written as `&nbsp;`. */
const LINE = 1000

/** So many different marks are more than a mention. */
const ENOUGH_MARKS = 2

/** So many lines below the name of a log the number of an event belongs to it. */
const HEADINGS = 12

/** So many fields under their own box are a log beyond doubt. */
const ENOUGH_FIELDS = 3

/**
 * The one answer to the question whether a text is a log: for opened documents, pasted text, the files of a folder and
 * those of a command line. Looks at the beginning only, and at each of its characters a few times.
 */
export function recognition(text: string): Recognition {
  const head = text.slice(0, RECOGNIZED_HEAD)
  const marks = new Set<string>()
  let box: ReadonlySet<string> | undefined
  let fields = new Set<string>()
  /** How many of the next lines may be headings of an event of ours, or of any event. */
  let headings = 0
  let numbered = 0
  const cursor = new LineCursor(head, nameBefore)
  cursor.goTo(0, head.length)
  while (cursor.next()) {
    const content = readable(head.slice(cursor.start, Math.min(cursor.end, cursor.start + LINE)))
    const title = BOX.exec(content)?.[1]?.trim().toLowerCase()
    const opened = title === undefined ? undefined : BOXES.get(title)
    if (opened) {
      box = opened
      fields = new Set()
      marks.add(`box ${title}`)
      continue
    }
    const name = fieldName(content)
    if (name && box?.has(name)) fields.add(name)
    if (fields.size >= ENOUGH_FIELDS) return "certain"
    if (marks.size < ENOUGH_MARKS) {
      const channel = EVENT_CHANNEL.exec(content)?.[1]
      if (channel) marks.add(channel)
      headings = channel ? HEADINGS : headings - 1
      numbered = EVENT_NUMBER.test(content) ? HEADINGS : numbered - 1
      if (headings > 0 && numbered > 0) marks.add("number")
      if (EVENT_ROW.test(content)) marks.add("row").add("event of ours")
      for (const form of [EVENT_LOG, SENTENCE]) {
        const [whole, ...parts] = form.exec(content) ?? []
        const mark = parts.find((part) => part !== undefined) ?? whole
        if (mark) marks.add(mark)
      }
      if (name && NAMES_OF_OURS.has(name)) marks.add(name)
    }
  }
  return marks.size >= ENOUGH_MARKS ? "maybe" : "no"
}

/** Where the name of a field of ours begins before a colon. */
function nameBefore(text: string, from: number, colon: number): number | undefined {
  return wordsBefore(text, from, colon, (start, end) => NAMES.has(text.slice(start, end).toLowerCase()))
}

const NAMES: ReadonlySet<string> = new Set([...NAMES_OF_OURS, ...[...BOXES.values()].flatMap((box) => [...box])])

/** `| Device State     |`, the right edge may be cut. */
const BOX = /^\|([^|]{1,200})/

function readable(line: string): string {
  return line.includes("&") ? line.replaceAll("&nbsp;", " ").replaceAll("&gt;", ">") : line
}

/** The name of a field with something like a value, lower case: `azureadjoined` in `AzureAdJoined : YES`. */
function fieldName(line: string): string | undefined {
  const [, name = "", value = ""] = NAME.exec(line) ?? []
  const [next = ""] = value.split(/[|<>,;"']/, 1)
  if (name === "" || PROSE.test(value) || known(next)) return undefined
  return known(name)
}

function known(name: string): string | undefined {
  const plain = name.trim().toLowerCase()
  return NAMES.has(plain) ? plain : WITHOUT_BLANKS.get(plain)
}

/**
 * A name and what stands behind it, in each of the forms in which a field is read: with a colon, an equals sign or an
 * arrow between them, in cells, in columns, as a property, as an element of XML.
 */
const NAME =
  /^(?:<t[rdh][^<>]{0,80}>|<\w{1,5} N="){0,3}[<|"'*` ]{0,200}([A-Za-z][\w -]{1,60}?)[*`"']{0,2}\s{0,100}(?:(?:[:=|;,：>]|->|→|<\/t[dh]>\s{0,20}<t[dh][^<>]{0,80}>){1,2}|\s{2}|\t)\s{0,100}["'`*]{0,2}(.{0,100})/

/** Names without their blanks, as a script has them that makes objects of a log. */
const WITHOUT_BLANKS: ReadonlyMap<string, string> = new Map(
  [...NAMES].flatMap((name) => (name.includes(" ") ? [[name.replaceAll(" ", ""), name] as const] : [])),
)

/** A sentence in the place of a value: it explains the field. */
const PROSE = /^[\s*`"'_]{0,20}[A-Za-z][a-z']{0,30},? [a-z]/
