import type { DocumentLink } from "vscode-languageserver"
import { type Evidence, placeOf, textPlace } from "../core/evidence/evidence.ts"
import { type Mention, mentionsIn, mentionsInText } from "../core/evidence/mention.ts"
import type { Say } from "../core/explain/say.ts"
import { documentation, isPublicPage } from "../core/explain/sources.ts"
import { codeMeaning } from "../core/knowledge/lookup.ts"
import { allFields } from "../core/log/query.ts"
import { addressesIn, copyTarget } from "../core/text/addresses.ts"
import { type Span, textAt } from "../core/text/span.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { type Places, placeAt, placesOf } from "../documents/place.ts"
import type { Abilities } from "./codeActions.ts"
import { rangeAt } from "./convert.ts"

/**
 * Links from codes to their pages, and from the few addresses that are such pages. Every other address was chosen by a
 * stranger: it is shown and not opened. Editors turn any address into a link by themselves, unless a server has one at
 * the same place; so a client that can copy gets one that copies.
 */
export function links({ chunks }: LogDocument, { commands }: Abilities, say: Say): DocumentLink[] {
  return chunks.flatMap(({ chunk, firstLine }) => {
    const { places, links } = chunk.once(linksIn, commands, say)
    return links.map(({ target, tooltip }, index) => ({
      range: rangeAt(placeAt(places, index, firstLine)),
      target,
      tooltip,
    }))
  })
}

interface PlacedLinks {
  readonly places: Places
  readonly links: readonly Link[]
}

function linksIn(chunk: Chunk, commands: Abilities["commands"], say: Say): PlacedLinks {
  const all = [...addressLinks(chunk.text, commands.has("dsreg.copy"), say), ...codeLinks(chunk.diagnosis.evidence)]
  const links = apart(all)
  const spans = links.map(({ span }) => span)
  return { places: placesOf(chunk, spans), links }
}

/** In the order of the text, without what begins inside a link before it: a code in an address. */
function apart(links: readonly Link[]): Link[] {
  const kept: Link[] = []
  for (const link of links.toSorted((a, b) => a.span.start - b.span.start)) {
    if (link.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(link)
  }
  return kept
}

interface Link {
  readonly span: Span
  readonly target: string
  readonly tooltip: string
}

function codeLinks(evidence: Evidence): Link[] {
  const { capture } = evidence
  const inFields = Array.from(allFields(capture)).flatMap((found) => {
    const mentions = mentionsIn(found.field)
    if (mentions.length === 0) return []
    // Looked for once, since all of the value may have to be read for it.
    const place = placeOf(evidence, found)
    return mentions.flatMap((mention) => codeLink(mention, place) ?? [])
  })
  const inTexts = capture.sections.flatMap((section) =>
    section.texts
      .flatMap((line) => mentionsInText(capture.text, line))
      .flatMap((mention) => codeLink(mention, textPlace(capture, section)) ?? []),
  )
  const inOthers = capture.others
    .flatMap((line) => mentionsInText(capture.text, line))
    .flatMap((mention) => codeLink(mention, undefined) ?? [])
  return [...inFields, ...inTexts, ...inOthers]
}

function codeLink({ code, span }: Mention, place: Parameters<typeof codeMeaning>[1]): Link | undefined {
  const page = documentation(codeMeaning(code, place)?.sources ?? [])
  return page && { span, target: page.url, tooltip: `${code}: ${page.title}` }
}

/** The page that dsregcmd itself names: with its scheme below the log, without one in Diagnostics Reference. */
const HELP_PAGE = "https://www.microsoft.com/aadjerrors"
const BARE_HELP_PAGE = /(?<![\w/.@-])www\.microsoft\.com\/aadjerrors(?![\w/?#%-])/g

function addressLinks(text: string, copies: boolean, say: Say): Link[] {
  const bare = Array.from(text.matchAll(BARE_HELP_PAGE), ({ index, 0: { length } }) =>
    opening({ start: index, end: index + length }, HELP_PAGE, say),
  )
  const whole = addressesIn(text).flatMap((span) => {
    const address = textAt(text, span)
    if (isKnownPage(address)) return [opening(span, address, say)]
    return copies ? [copying(span, address, say)] : []
  })
  return [...bare, ...whole]
}

/** Whether an address is one of our own pages, letter by letter; a fragment may name a heading and nothing else. */
function isKnownPage(address: string): boolean {
  return address === HELP_PAGE || (isPublicPage(address) && /^[^#]*(?:#[\w-]*)?$/.test(address))
}

function opening(span: Span, target: string, say: Say): Link {
  return { span, target, tooltip: say("Open Microsoft's page") }
}

function copying(span: Span, address: string, say: Say): Link {
  return {
    span,
    target: copyTarget(address),
    tooltip: say("Copy this address. It stands in the log and is not opened"),
  }
}
