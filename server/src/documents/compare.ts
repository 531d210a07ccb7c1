import { besideEach, MOST_COMPARED, nothingBeside } from "../core/diagnosis/case.ts"
import { type Chunk, chunksIn, type Reading } from "./chunk.ts"

/** Tells each log of a document what the others say of it. One log alone, or one of very many, is told nothing. */
export function compare(chunks: readonly Chunk[]): void {
  const isCase = chunks.length > 1 && chunks.length <= MOST_COMPARED
  const compared = isCase ? chunks.flatMap((chunk) => (chunk.facts ? [{ chunk, facts: chunk.facts }] : [])) : []
  const beside = besideEach(compared.map(({ facts }) => facts))
  const told = new Map(compared.map(({ chunk }, index) => [chunk, beside[index]]))
  for (const chunk of chunks) chunk.beside = told.get(chunk) ?? nothingBeside
}

/** The chunks of a text that is not kept, compared like those of an open document. */
export function* comparedChunks(text: string, reading?: Reading): Iterable<Chunk> {
  let held: Chunk[] | undefined = []
  for (const chunk of chunksIn(text, reading)) {
    if (!held) {
      yield chunk
      continue
    }
    held.push(chunk)
    if (held.length <= MOST_COMPARED) continue
    yield* held
    held = undefined
  }
  if (!held) return
  compare(held)
  yield* held
}
