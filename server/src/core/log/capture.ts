import { plainName } from "../knowledge/plainName.ts"
import type { BlockId, SectionId } from "../knowledge/sectionId.ts"
import { lines } from "../text/lines.ts"
import { type Span, textAt } from "../text/span.ts"
import { classify } from "./line.ts"
import type { Block, Capture, Field, Section } from "./log.ts"
import { beginsEvent, beginsJoinDebug, isFieldName, isRecordName } from "./vocabulary.ts"

/** Reads the text of one capture. Never fails: what it does not understand is kept in `others`. */
export function parseCapture(text: string): Capture {
  const reader = new Reader(text)
  for (const line of lines(text)) reader.read(line)
  return reader.capture()
}

const PREVIOUS_REGISTRATION: ReadonlySet<string> = new Set([
  "previous registration",
  "registration type",
  "error phase",
  "client errorcode",
  "server errorcode",
  "server message",
  "https status",
  "request id",
])

const PRT_DIAGNOSTICS: ReadonlySet<string> = new Set([
  "acquireprtdiagnostics",
  "refreshprtdiagnostics",
  "previous prt attempt",
  "attempt status",
  "user identity",
  "credential type",
  "correlation id",
  "endpoint uri",
  "http method",
  "http error",
  "http status",
  "server error code",
  "server error description",
])

/** The fields whose text comes from a server and may run over several lines. */
const WRAPPING: ReadonlySet<string> = new Set(["server message", "server error description"])

/** What a server puts on lines of its own behind its message: `Trace ID: …`. */
const MESSAGE_TAIL = /^(?:trace id|correlation id|timestamp)$/

/** How the output of `/join /debug` begins where no field does. */
const DEBUG_START = /^(?:dsregcmd::wmain\b|PreJoinChecks Complete\b|TenantInfo::Discover\b|DsrCmd\w+::)/i

interface OpenSection extends Omit<Section, "span" | "blocks" | "texts"> {
  readonly start: number
  readonly blocks: OpenBlock[]
  readonly texts: Span[]
}

interface OpenBlock extends Omit<Block, "span" | "fields"> {
  readonly fields: Field[]
}

/** Builds the model line by line; it lives as long as one call of `parseCapture`. */
class Reader {
  readonly #text: string
  readonly #sections: OpenSection[] = []
  readonly #others: Span[] = []
  #prompt: Span | undefined
  #build: string | undefined
  #prt: Field | undefined
  /** A rule stood above without a title: fields that follow are in no titled box. */
  #ruled = false
  #titled = false
  #lastEnd = 0

  constructor(text: string) {
    this.#text = text
  }

  read(line: Span): void {
    const found = classify(this.#text, line)
    const blankBefore = this.#blankBetween(this.#lastEnd, line.start)
    this.#lastEnd = line.end
    switch (found.kind) {
      case "title":
        this.#open(found.id, found.titleSpan)
        this.#titled = true
        this.#ruled = false
        return
      case "rule":
        this.#ruled = !this.#titled
        this.#titled = false
        return
      case "field":
        this.#titled = false
        if (this.#startsEvent(textAt(this.#text, line))) this.#open("event", { start: line.start, end: line.start })
        if (!this.#continues(textAt(this.#text, found.nameSpan), blankBefore)) {
          this.#add(this.#field(found.nameSpan, found.valueSpan))
        } else this.#extend(line)
        return
      case "prompt":
        this.#prompt ??= line
        return
      case "banner":
        this.#build ??= found.build
        return
      case "fence":
        return
      case "text":
        this.#addText(line, blankBefore)
    }
  }

  #addText(line: Span, blankBefore: boolean): void {
    const text = textAt(this.#text, line)
    if (/^DSREGCMD_END_STATUS\b/i.test(text)) this.#open("untitled", { start: line.start, end: line.start })
    else if (this.#startsEvent(text)) this.#open("event", { start: line.start, end: line.start })
    else if (DEBUG_START.test(text) && !this.#record()) this.#open("join-debug", { start: line.start, end: line.start })
    if (this.#record()) this.#sections.at(-1)?.texts.push(line)
    else if (!blankBefore && this.#wrapping() && !this.#ruled) this.#extend(line)
    else this.#others.push(line)
  }

  /** The kind of record that the lines stand in now, if any. */
  #record(): "event" | "join-debug" | undefined {
    const id = this.#sections.at(-1)?.id
    return id === "event" || id === "join-debug" ? id : undefined
  }

  /** An event begins with its own sentence, unless its header stands above; the debug output repeats such sentences. */
  #startsEvent(text: string): boolean {
    const section = this.#sections.at(-1)
    if (section?.id === "join-debug" || !beginsEvent(text)) return false
    const told = section?.id === "event" && section.texts.some((line) => beginsEvent(textAt(this.#text, line)))
    return section?.id !== "event" || told
  }

  capture(): Capture {
    return {
      kind: "capture",
      text: this.#text,
      sections: this.#sections.map((section) => closed(section)),
      others: this.#others,
      ...(this.#prompt && { prompt: this.#prompt }),
      ...(this.#build && { build: this.#build }),
    }
  }

  #open(id: SectionId, titleSpan: Span): void {
    const title = textAt(this.#text, titleSpan)
    this.#sections.push({ kind: "section", id, title, titleSpan, start: titleSpan.start, blocks: [], texts: [] })
  }

  #field(nameSpan: Span, valueSpan: Span): Field {
    const name = textAt(this.#text, nameSpan)
    return {
      kind: "field",
      name,
      key: plainName(name),
      nameSpan,
      value: textAt(this.#text, valueSpan),
      valueSpan,
    }
  }

  /** Opens or leaves a record where the name of a field says so. */
  #turn(field: Field): void {
    const record = this.#record()
    const here = { start: field.nameSpan.start, end: field.nameSpan.start }
    if (field.key === "log name" || (field.key === "event id" && !this.#hasField("log name", "event"))) {
      this.#open("event", here)
    } else if (!record && beginsJoinDebug(field.key)) {
      this.#open("join-debug", here)
    } else if (record && !isRecordName(record, field.key) && isFieldName(field.name)) {
      this.#open("untitled", here)
    }
  }

  #hasField(key: string, id: SectionId): boolean {
    const section = this.#sections.at(-1)
    return section?.id === id && section.blocks.some(({ fields }) => fields.some((field) => field.key === key))
  }

  #add(field: Field): void {
    this.#turn(field)
    if (this.#ruled || this.#sections.length === 0) {
      this.#open("untitled", { start: field.nameSpan.start, end: field.nameSpan.start })
      this.#ruled = false
    }
    const section = this.#sections.at(-1) as OpenSection
    const name = field.key
    const id = this.#record() ? "fields" : blockOf(name)
    const last = section.blocks.at(-1)
    if (last && last.id === id && !begins(name)) {
      last.fields.push(field)
    } else {
      const owner = id === "prt-diagnostics" ? this.#prt : undefined
      section.blocks.push({ kind: "block", id, fields: [field], ...(owner && { owner }) })
    }
    if (name === "azureadprt" || name === "enterpriseprt") this.#prt = field
  }

  /** The field whose server text the next line may go on with. */
  #wrapping(): Field | undefined {
    const last = this.#sections.at(-1)?.blocks.at(-1)?.fields.at(-1)
    return last && WRAPPING.has(last.key) ? last : undefined
  }

  /** Whether a line that looks like a field is the server's text running on. */
  #continues(name: string, blankBefore: boolean): boolean {
    if (!this.#wrapping() || this.#ruled) return false
    return MESSAGE_TAIL.test(plainName(name)) || (!blankBefore && !isFieldName(name))
  }

  #extend(line: Span): void {
    const fields = this.#sections.at(-1)?.blocks.at(-1)?.fields
    const last = fields?.pop()
    if (!fields || !last) return
    const start = last.valueSpan.start === last.valueSpan.end ? line.start : last.valueSpan.start
    fields.push(this.#field(last.nameSpan, { start, end: line.end }))
  }

  #blankBetween(from: number, to: number): boolean {
    const first = this.#text.indexOf("\n", from)
    if (first < 0 || first >= to) return false
    const second = this.#text.indexOf("\n", first + 1)
    return second >= 0 && second < to
  }
}

function blockOf(name: string): BlockId {
  if (PREVIOUS_REGISTRATION.has(name)) return "previous-registration"
  return PRT_DIAGNOSTICS.has(name) ? "prt-diagnostics" : "fields"
}

/** Whether a field of this name begins a group even where the same kind of group stands above. */
function begins(name: string): boolean {
  return name === "previous registration" || name === "acquireprtdiagnostics" || name === "refreshprtdiagnostics"
}

function closed(section: OpenSection): Section {
  const { start, ...rest } = section
  const blocks = section.blocks.map((block): Block => ({ ...block, span: blockSpan(block) }))
  const end = Math.max(blocks.at(-1)?.span.end ?? 0, section.texts.at(-1)?.end ?? 0, section.titleSpan.end)
  return { ...rest, blocks, span: { start, end } }
}

function blockSpan(block: OpenBlock): Span {
  return { start: block.fields[0]?.nameSpan.start ?? 0, end: block.fields.at(-1)?.valueSpan.end ?? 0 }
}
