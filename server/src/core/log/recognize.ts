import { stampEnd } from "../text/lines.ts"
import { BOXES, EVENT_CHANNEL, EVENT_LOG, EVENT_NUMBER, EVENT_ROW, NAMES_OF_OURS, SENTENCE, STATE } from "./marks.ts"

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

/** Longer lines may be a whole log whose line ends were lost. */
const FLAT = 300

/** So many lines below the name of a log the number of an event belongs to it. */
const HEADINGS = 12

/** So many fields under their own box are a log beyond doubt. */
const ENOUGH_FIELDS = 3

/**
 * The one answer to the question whether a text is a log: for opened documents, pasted text, the files of a folder and
 * those of a command line. Looks at the beginning only, and at each of its characters a few times.
 */
export function recognition(text: string): Recognition {
  const marks = new Set<string>()
  let box: ReadonlySet<string> | undefined
  let fields = new Set<string>()
  /** How many of the next lines may be headings of an event of ours. */
  let headings = 0
  for (const whole of text.slice(0, RECOGNIZED_HEAD).split(LINE_END)) {
    const line = readable(whole.slice(stampEnd(whole, 0), LINE)).replace(PREFIX, "")
    const title = BOX.exec(line)?.[1]?.trim().toLowerCase()
    const opened = title === undefined ? undefined : BOXES.get(title)
    if (opened) {
      box = opened
      fields = new Set()
      marks.add(`box ${title}`)
      continue
    }
    const content = line.replace(WRAPPER, "")
    const name = fieldName(content)
    if (name && box?.has(name)) fields.add(name)
    if (fields.size >= ENOUGH_FIELDS) return "certain"
    if (marks.size < ENOUGH_MARKS) {
      const channel = EVENT_CHANNEL.exec(line)?.[1]
      if (channel) marks.add(channel)
      headings = channel ? HEADINGS : headings - 1
      if (headings > 0 && EVENT_NUMBER.test(line.trim())) marks.add("number")
      if (whole.length > FLAT) for (const [, state = ""] of line.matchAll(STATE)) marks.add(state)
      const row = EVENT_ROW.exec(line.trim())?.[1]
      if (row) marks.add("row").add(row)
      const mark =
        name && NAMES_OF_OURS.has(name)
          ? name
          : (EVENT_LOG.exec(content)
              ?.slice(1)
              .find((part) => part !== undefined) ?? SENTENCE.exec(content)?.[0])
      if (mark) marks.add(mark)
    }
  }
  return marks.size >= ENOUGH_MARKS ? "maybe" : "no"
}

/** A line end, that of HTML, that of a text in JSON, and the edge of a box, at which a line ended that was joined. */
const LINE_END = /\r\n|[\n\r]|<br ?\/?>|(?:\\r)?\\n(?= {2}|\+-|\||\\)| ?\+-{4,200}\+ ?/i

/** What pasting puts before a line: blanks, quote marks, list numbers, line numbers, bold, cells, the time of a log's line. */
const WRAPPER = /^(?:\d{4}-[\d:.TZ-]{6,40}\s{1,8}\[[A-Za-z]{1,20}\]:)?(?:<t[rdh]>){0,2}[\s\d>*|.:)"`-]{0,200}/

/** `PC01: `, as a tool that asks many PCs puts it before each line. */
const PREFIX = /^[\w.-]{1,40}:(?= {2,60}[A-Z][\w -]{2,40} : )/

/** `| Device State     |`, the right edge may be cut. */
const BOX = /^[\s\d>*.:)"-]{0,200}\|([^|]{1,200})/

function readable(line: string): string {
  return line.includes("&") ? line.replaceAll("&nbsp;", " ").replaceAll("&gt;", ">") : line
}

/** The name of a field with something like a value, lower case: `azureadjoined` in `AzureAdJoined : YES`. */
function fieldName(line: string): string | undefined {
  const colon = line.slice(0, LONGEST_NAME).search(/[:=|<]/)
  if (/[|<]/.test(line.charAt(colon)) && !CELL.test(line.slice(colon, colon + 100))) return undefined
  if (colon <= 0 || PROSE.test(line.slice(colon + 1, colon + 100))) return undefined
  return line.slice(0, colon).replace(/[*`]/g, "").trim().toLowerCase()
}

/** The next cell of a table that somebody made of a log; one of ours that explains fields has sentences there. */
const CELL = /^(?:\s|\||<[^<>]{0,60}>){1,20}(?:YES|NO)\b/

/** The longest name with the blanks that align its colon. */
const LONGEST_NAME = 100

/** A sentence in the place of a value: it explains the field. */
const PROSE = /^[\s*`"'_]{0,20}[A-Za-z][a-z']{0,30},? [a-z]/
