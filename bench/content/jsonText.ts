/**
 * What a text of logs says as JSON of exactly the same length, for a server that reads JSON: an array with one object
 * a section, one field a line as in the log. What is left at the end is filled with blanks. It is valid, so that its
 * reader is at its best.
 */
export function jsonText(log: string): string {
  const parts: string[] = []
  let length = BRACKETS.length
  for (const section of sectionsOf(log)) {
    const part = JSON.stringify(section, undefined, 2).replaceAll("\n", "\r\n")
    if (length + part.length + SEPARATOR.length > log.length) break
    parts.push(part)
    length += part.length + SEPARATOR.length
  }
  return `[\r\n${parts.join(SEPARATOR)}\r\n]`.padEnd(log.length)
}

const BRACKETS = "[\r\n\r\n]"
const SEPARATOR = ",\r\n"

/** `{ "section": "Device State", "AzureAdJoined": "YES" }` */
type Section = Record<string, string>

/** The sections of a log, and over again from its start: JSON needs fewer characters than boxes and indentation. */
function* sectionsOf(log: string): Iterable<Section> {
  for (;;) {
    let section: Section = {}
    for (const line of log.split("\r\n")) {
      const title = /^\| (.*\S) *\|$/.exec(line)?.[1]
      const [, name, value] = /^ +([^:]+?) : (.*)$/.exec(line) ?? []
      if (title) {
        yield section
        section = { section: title }
      } else if (name && value !== undefined) {
        section[name] = value
      }
    }
  }
}
