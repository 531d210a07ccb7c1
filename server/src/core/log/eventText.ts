import { eventBySentence, eventMeaning } from "../knowledge/lookup.ts"

/** `Event 1104: …`, `EventID 1025 - …`, `## Event ID 304`: a number as people write it before an event's text. */
const LABEL = /^#{0,6} {0,2}Event ?(?:ID)?[ :#]{0,3}(\d{2,4})\b[ \t]{0,4}(?:[-–—:.]{1,2}[ \t]{0,8})?/i

/** `Event[0]:`, with which wevtutil begins an event. */
const NUMBERED = /^Event\[\d{1,7}\]:?$/

/** How the friendly form of Event Viewer's details begins. */
const DETAILS = /^[+-] System$/

/** The heading of the table that Get-WinEvent prints, also of two of its columns. */
const TABLE =
  /^(?:TimeCreated[ \t]{1,60}(?:ProviderName[ \t]{1,60})?Id\b|Id[ \t]{1,60}(?:LevelDisplayName[ \t]{1,60})?Message$)/

/** `6/10/2026 8:01:00 AM   304 Error   Automatic registration failed …`: a row of that table; without a time in the other. */
const ROW = /^(?:(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ T]\d{1,2}[:.]\d\d[:.]\d\d(?: [AP]M)?)[ \t]{1,60})?(\d{3,4})[ \t]/i

/** `Error⇥6/10/2026 8:01:00 AM⇥Microsoft-Windows-AAD⇥1098⇥…`: a row of what Event Viewer saves as text, or with commas. */
const SAVED =
  /^[^\t,]{2,20}[\t,]([^\t,]{10,30})[\t,][^\t,]{0,60}(?:User Device Registration|AAD|DeviceManagement-Enterprise)[^\t,]{0,20}[\t,](\d{2,4})[\t,]/

/** `"6/10/2026 8:01:00 AM","304",…`: a row of what PowerShell exports with commas or semicolons. */
const EXPORTED =
  /^"?(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:,? |T)\d{1,2}[:.]\d\d[:.]\d\d(?:\.\d{1,7})?Z?(?: [AP]M)?)"?[,;](?:"?[\w.-]{1,80}"?[,;](?="?Microsoft-))?(?:"?[^",;]{0,60}(?:User Device Registration|AAD|DeviceManagement-Enterprise)[^",;]{0,20}"?[,;])?"?(\d{2,4})"?[,;]/i

/** `6/10/2026, 7:10:33.123 AM⇥PC01⇥Microsoft-Windows-AAD/Operational⇥1098⇥…`: a row that a query of collected events gave. */
const QUERIED =
  /^(\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[^\t]{6,30})\t(?:[^\t]{0,60}\t)?[^\t]{0,60}(?:User Device Registration|AAD|DeviceManagement-Enterprise)[^\t]{0,20}\t(\d{2,4})\t/

/** `Nome registro: Microsoft-Windows-AAD/Operational`: the heading with the log's name in any language. */
const LOG =
  /^[^:：=]{2,40}[:：=][ \t\u00a0]{0,20}Microsoft-Windows-(?:User Device Registration\/Admin|AAD\/(?:Operational|Analytic)|DeviceManagement-Enterprise-Diagnostics-Provider\/Admin|(?:ModernDeployment|Provisioning)-Diagnostics-Provider\/Autopilot)(?![\w/])/i

/** `<11>Jun 10 09:41:02 pc01 Microsoft-Windows-AAD[4120]: `: what a forwarder of events puts before their text. */
const FORWARDED =
  /^(?:<\d{1,3}>)?(?:\d )?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.+Z-]{8,24}) [\w.-]{1,100} [^:\s][^:\r\n]{0,100}: (?!.{0,3}<\d)/

/** What tells an event in a line: its number or its text, and its time where the line is a row of a table. */
export interface EventLine {
  readonly number: number
  readonly time?: string
}

/** Which event a line begins by itself: by its own text, with or without a number before it, or as a row of a table. */
export function eventLine(line: string): EventLine | undefined {
  const forwarded = FORWARDED.exec(line)
  if (forwarded) return eventLine(line.slice(forwarded[0].length))
  const saved = SAVED.exec(line) ?? EXPORTED.exec(line) ?? QUERIED.exec(line)
  if (saved) return row(saved)
  const label = LABEL.exec(line)
  if (!label) {
    const known = eventBySentence(line)
    if (known) return { number: known.id }
    return isLibraryError(line) ? { number: LIBRARY_ERROR } : undefined
  }
  const number = Number(label[1])
  const text = line.slice(label[0].length)
  const isEvent = text === "" || eventBySentence(text) !== undefined || isLibraryError(text)
  return eventMeaning(number) && isEvent ? { number } : undefined
}

/** The event whose whole text is an error of the authentication library. */
const LIBRARY_ERROR = 1098

/** Whether a text begins with an error of the authentication library, as events 1097 and 1098 do. */
export function isLibraryError(text: string): boolean {
  return /^Error: 0x(?:caa|4aa)[\da-f]{5}\b/i.test(text)
}

/** Whether a line is the row of an event that Event Viewer shows in its list, above the event's text. */
export function isListRow(line: string): boolean {
  return SAVED.test(line)
}

/** The event of a row of Get-WinEvent's table; such a row is one only below the table's heading, or if it says so. */
export function eventRow(line: string): EventLine | undefined {
  const found = ROW.exec(line)
  return found ? row(found) : undefined
}

function row([, time, number = ""]: RegExpExecArray): EventLine | undefined {
  return eventMeaning(Number(number)) && { number: Number(number), ...(time !== undefined && { time }) }
}

/** Whether a line is a heading with the name of one of our logs, whatever the heading is called. */
export function namesLog(line: string): boolean {
  return LOG.test(line)
}

/** The value of a heading in a line, whatever it is called; undefined where the line is none. */
export function headingValue(line: string): string | undefined {
  return /^[^:：=]{2,40}[:：=][ \t\u00a0]{0,20}(\S[^\r\n]{0,60})$/.exec(line)?.[1]
}

/** Whether a text begins with a date and a time to the second, as an event has them. */
export function isEventDate(text: string): boolean {
  return /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ T]\d{1,2}[:.]\d\d[:.]\d\d/.test(text)
}

/** Whether a line is the heading of Get-WinEvent's table. */
export function beginsTable(line: string): boolean {
  return TABLE.test(line)
}

/** Whether a line begins an event without telling which. */
export function announcesEvent(line: string): boolean {
  return NUMBERED.test(line)
}

/** Whether the details of an event begin with a line, in which names stand before values without a colon. */
export function beginsDetails(line: string): boolean {
  return DETAILS.test(line)
}
