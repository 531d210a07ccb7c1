import { adviceText, type Diagnosis, type Reported } from "../diagnosis/diagnose.ts"
import type { CodeEntry, Place } from "../knowledge/code.ts"
import { signedDecimal } from "../knowledge/codeNumber.ts"
import { decoded } from "../knowledge/decode.ts"
import type { EventEntry } from "../knowledge/events.ts"
import type { FieldEntry } from "../knowledge/fieldEntry.ts"
import { codeMeanings, phaseName } from "../knowledge/lookup.ts"
import type { Page } from "../knowledge/pages.ts"
import { pages } from "../knowledge/pages.ts"
import type { PhaseEntry } from "../knowledge/phases.ts"
import type { SectionEntry } from "../knowledge/sections.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Source } from "../knowledge/source.ts"
import type { Topic } from "../knowledge/topics.ts"
import type { Rule } from "../rules/rule.ts"
import { numbered } from "./markdown.ts"

/** Where the public page of a source can be opened; undefined for a page that is gone. */
function address(source: Source): string | undefined {
  const page: Page = pages[source.page]
  return page.url && (source.anchor ? `${page.url}#${source.anchor}` : page.url)
}

/** The first source that can be opened, which a diagnostic links to. */
export function documentation(sources: readonly Source[]): { url: string; title: string } | undefined {
  for (const source of sources) {
    const url = address(source)
    if (url) return { url, title: pages[source.page].title }
  }
  return undefined
}

/** Whether an address is one of this project's own sources, so that nothing else is ever opened. */
export function isPublicPage(url: string): boolean {
  const [bare] = url.split("#")
  return Object.values(pages).some((page: Page) => page.url === bare)
}

/** A code at a place, as Markdown: names, numbers, cause, resolution, sources. A code unknown here is taken apart. */
export function explainCode(code: string, entry: CodeEntry | undefined): string {
  if (!entry) return unknownCode(code)
  const names = entry.symbols.length > 0 ? entry.symbols.join(" / ") : upperFirst(entry.title)
  return paragraphs(
    `**${names}**${entry.symbols.length > 0 ? ` · ${entry.title}` : ""}`,
    [...numbers(entry.code), places(entry.places)].join(" · "),
    entry.nature && NATURES[entry.nature],
    adviceText(entry.cause),
    resolution(entry.resolution.map(adviceText)),
    entry.note && `_Note: ${entry.note}_`,
    sources(entry.sources),
  )
}

const NATURES: Readonly<Record<"information" | "warning", string>> = {
  information: "This code reports progress; it is not a failure.",
  warning: "This code is a warning; what was asked for may still have worked.",
}

/** All meanings of a code, one below the other, for a look-up without a log. */
export function explainMeanings(code: string): string {
  const entries = [...codeMeanings(code)].sort((a, b) => ORDER.indexOf(a.places[0]) - ORDER.indexOf(b.places[0]))
  return entries.length > 0
    ? entries.map((entry) => explainCode(entry.code, entry)).join("\n\n---\n\n")
    : unknownCode(code)
}

/** The order in which the meanings of one code are told: as a device meets them, the general one last. */
const ORDER: readonly Place[] = ["precheck", "discover", "auth", "join", "post-join", "hello", "enrollment", "any"]

/** A message of the registration service. */
export function explainMessage(message: ServerMessage): string {
  return paragraphs(
    `**${upperFirst(message.title)}** · message of the registration service`,
    `\`${message.errorCode}\` · ${places(message.places)}`,
    adviceText(message.cause),
    resolution(message.resolution.map(adviceText)),
    message.note && `_Note: ${message.note}_`,
    sources(message.sources),
  )
}

/** A field, and what its value means where the value is one of those it can have. */
export function explainField(entry: FieldEntry, value?: string): string {
  const said = value !== undefined && valueMeaning(entry, value)
  const values = Object.entries(entry.values ?? {}).map(([word, meaning]) => `- \`${word}\`: ${meaning}`)
  return paragraphs(
    `**${entry.name}**${entry.since ? ` · since ${entry.since}` : ""}`,
    entry.meaning,
    said ? `Here: ${said}` : undefined,
    entry.expected && `Expected: ${entry.expected}`,
    values.length > 0 ? values.join("\n") : undefined,
    entry.sources.length > 0 ? sources(entry.sources) : "_Not documented by Microsoft; seen in real logs._",
  )
}

/** A section, by its title. */
export function explainSection(entry: SectionEntry): string {
  return paragraphs(`**${entry.title}**`, entry.meaning, entry.printedWhen, sources(entry.sources))
}

/** A phase of the join and why it can fail. */
export function explainPhase(entry: PhaseEntry): string {
  const reasons = entry.reasons.map(({ cause, check }) => `- ${cause} ${check}`)
  return paragraphs(`**${entry.title}**`, entry.meaning, reasons.join("\n"), sources(entry.sources))
}

/** An event of Windows' own logs. */
export function explainEvent(entry: EventEntry): string {
  return paragraphs(`**Event ${entry.id}** · ${entry.log}`, entry.meaning, entry.read, sources(entry.sources))
}

/** A page about what belongs to no single code or field. */
export function explainTopic(entry: Topic): string {
  return paragraphs(
    `**${entry.title}**`,
    entry.text.length > 2 ? numbered(entry.text) : entry.text.join("\n\n"),
    sources(entry.sources),
  )
}

/** A rule: the fault it finds, why it matters, what to do. */
export function explainRule(rule: Rule): string {
  return paragraphs(
    `**${rule.summary}** · rule \`${rule.id}\` · ${rule.severity === "info" ? "information" : rule.severity}`,
    rule.why,
    `**What to do**: ${rule.fix}`,
    sources(rule.sources),
  )
}

/**
 * Why a finding matters and what to do, where no code says more. Editors show the message itself above the hover.
 * Undefined for a finding whose code has a page of its own.
 */
export function explainFinding({ entry, rule }: Reported): string | undefined {
  return entry ? undefined : paragraphs(rule.why, `**What to do**: ${rule.fix}`, sources(rule.sources))
}

/** One line that says what the whole log comes to. */
export function explainContext(diagnosis: Diagnosis): string {
  return `_This log: ${diagnosis.verdict}_`
}

function unknownCode(code: string): string {
  return paragraphs(
    `**${code}** · not in the catalogue`,
    numbers(code).join(" · "),
    ...decoded(code).map((line) => line),
    `Nothing is known about this code beyond its number. [${pages.errorLookup.title}](${pages.errorLookup.url}) may name it.`,
  )
}

function numbers(code: string): string[] {
  return code.startsWith("0x") ? [`\`${code}\``, `\`${signedDecimal(code)}\``] : [`\`${code}\``]
}

/** The places where a code can stand, in words: `discover phase, join phase`. */
export function places(of: readonly Place[]): string {
  return of.map(placeName).join(", ")
}

function placeName(place: Place): string {
  switch (place) {
    case "any":
      return "any phase"
    case "hello":
      return "Windows Hello"
    case "enrollment":
      return "device management enrollment"
    default:
      return phaseName(place)
  }
}

function resolution(steps: readonly string[]): string {
  return steps.length === 1 ? `**What to do**: ${steps[0]}` : `**What to do**\n\n${numbered(steps)}`
}

function sources(of: readonly Source[]): string {
  return of.map((source) => `Source: ${sourceName(source)}`).join("  \n")
}

function sourceName(source: Source): string {
  const page: Page = pages[source.page]
  const title = source.heading ? `${page.title} › ${source.heading}` : page.title
  const url = address(source)
  return `${url ? `[${title.replace(/[[\]]/g, "\\$&")}](${url})` : title}${page.date ? `, ${page.date}` : ""}`
}

function valueMeaning(entry: FieldEntry, value: string): string | undefined {
  const plain = value.toLowerCase()
  for (const [word, meaning] of Object.entries(entry.values ?? {})) {
    if (word.toLowerCase() === plain) return meaning
  }
  return undefined
}

function paragraphs(...parts: readonly (string | undefined | false)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== "").join("\n\n")
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
