import type { Position } from "vscode-languageserver"
import type { LogDocument } from "../documents/logDocument.ts"
import { rangeOf } from "./convert.ts"
import { failures } from "./failures.ts"
import type { Settings } from "./settings.ts"

/** Where one capture fails. */
export interface FailurePlaces {
  /** The line at which the capture begins. */
  readonly firstLine: number
  /** The starts of its findings: first the one that the verdict rests on, then the others in the order of the text. */
  readonly places: readonly Position[]
}

/** Where a log fails, the causes first: a list for each of its captures that does. */
export function failurePlaces(document: LogDocument, settings: Settings): readonly FailurePlaces[] {
  return document.chunks.flatMap((placed) => {
    const { diagnosis } = placed.chunk
    const failing = failures(diagnosis, settings)
    const root = failing.filter((finding) => finding === diagnosis.root)
    const others = failing.filter((finding) => finding !== diagnosis.root)
    const places = [...root, ...others].map(({ span }) => rangeOf(placed, span).start)
    return places.length > 0 ? [{ firstLine: placed.firstLine, places }] : []
  })
}
