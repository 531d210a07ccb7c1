import type { DocumentLink } from "vscode-languageserver"
import { documentation } from "../core/explain.ts"
import { codeMeaning } from "../core/lookup.ts"
import { mentionsIn } from "../core/mention.ts"
import { allFields } from "../core/query.ts"
import { placeOf } from "../core/situation.ts"
import type { LogDocument } from "../documents.ts"
import { rangeOf } from "./convert.ts"

/**
 * Links from codes to their pages. The addresses that a log itself prints are shown and never linked, because a
 * stranger chose them.
 */
export function links(document: LogDocument): DocumentLink[] {
  return document.chunks.flatMap((placed) => {
    const { situation } = placed.chunk.diagnosis
    return Array.from(allFields(situation.capture)).flatMap((found) =>
      mentionsIn(found.field).flatMap(({ code, span }) => {
        const page = documentation(codeMeaning(code, placeOf(situation, found))?.sources ?? [])
        return page ? [{ range: rangeOf(placed, span), target: page.url, tooltip: `${code}: ${page.title}` }] : []
      }),
    )
  })
}
