import type { Reported } from "../core/diagnosis/diagnose.ts"
import { documentation } from "../core/explain/sources.ts"
import type { Source } from "../core/knowledge/source.ts"
import type { Related, Severity } from "../core/rules/rule.ts"
import type { Chunk } from "./chunk.ts"
import type { PlacedChunk } from "./logDocument.ts"
import { type Place, type Places, placeAt, placesOf } from "./place.ts"

/** A finding by lines and characters: what it says and where, without the text of the log. */
export interface PlacedFinding extends Place {
  /** The id of its rule. */
  readonly rule: string
  /** As the rule weighs it; the user's severity is applied when somebody asks. */
  readonly severity: Severity
  /** The code at that place, else the rule. */
  readonly code: string
  readonly message: string
  /** The address of the public page that says more. */
  readonly page: string | undefined
  readonly related: readonly RelatedPlace[]
  /** The rules of what it follows from: it is told where all of them are off. */
  readonly under: readonly string[]
}

/** Another place that belongs to a finding's story. */
export interface RelatedPlace extends Place {
  readonly message: string
}

const NONE: readonly never[] = []

/** The findings of a chunk of a log, and behind them those that follow from others. */
export function findingsOf({ chunk, firstLine }: PlacedChunk): readonly PlacedFinding[] {
  const places = chunk.once(placesIn)
  let next = 0
  const under = new Map(
    chunk.diagnosis.folded.map(({ finding, causes }) => [finding, causes.map(({ rule }) => rule.id)]),
  )
  return foundIn(chunk).map((finding) => {
    const { rule, severity, code, message } = finding
    const related = storyOf(finding)
    const { line, character, endLine, endCharacter } = placeAt(places, next++, firstLine)
    return {
      line,
      character,
      endLine,
      endCharacter,
      rule: rule.id,
      severity,
      code: code ?? rule.id,
      message,
      page: pageOf(finding),
      related:
        related.length === 0
          ? NONE
          : related.map((place) => ({ ...placeAt(places, next++, firstLine), message: place.message })),
      under: under.get(finding) ?? NONE,
    }
  })
}

function foundIn({ diagnosis: { findings, folded } }: Chunk): readonly Reported[] {
  return folded.length > 0 ? [...findings, ...folded.map(({ finding }) => finding)] : findings
}

/** The places that tell more of a finding; those that show it once more would be rows that say nothing new. */
function storyOf({ related = NONE }: Reported): readonly Related[] {
  return related.filter(({ sameFailure }) => !sameFailure)
}

/** The place of each finding, and behind it those of what is related to it. */
function placesIn(chunk: Chunk): Places {
  const spans = foundIn(chunk).flatMap((finding) => [finding.span, ...storyOf(finding).map(({ span }) => span)])
  return placesOf(chunk, spans)
}

function pageOf({ entry, rule }: Reported): string | undefined {
  return (entry && firstPage(entry.sources)) ?? firstPage(rule.sources)
}

/** Pages by the sources they are among, which are lists of the catalogue: a long log has thousands of findings. */
const pages = new WeakMap<readonly Source[], { readonly url: string | undefined }>()

function firstPage(sources: readonly Source[]): string | undefined {
  const known = pages.get(sources) ?? { url: documentation(sources)?.url }
  pages.set(sources, known)
  return known.url
}
