import { diagnoseCase, MOST_COMPARED } from "../core/diagnosis/case.ts"
import { type Diagnosis, diagnose } from "../core/diagnosis/diagnose.ts"
import type { Fault } from "../core/diagnosis/fault.ts"
import { type PlacedCapture, positions } from "../core/log/placed.ts"
import { RECOGNIZED_HEAD, recognition } from "../core/log/recognize.ts"
import { hasSubstance, namesAnswer } from "../core/log/substance.ts"
import { WideTable } from "../core/log/wideTable.ts"
import { brokenParts, type Piece, type Tell } from "../core/report/formats/told.ts"
import { FileDecoder } from "../core/text/fileText.ts"
import { Packed } from "./archive.ts"
import { capturesOf } from "./captures.ts"
import type { Input, Parts } from "./input.ts"
import type { Remark } from "./remark.ts"
import { textParts } from "./textParts.ts"
import { isOfSystem, reason, Unreadable } from "./trouble.ts"

type FileInput = Extract<Input, { readonly parts: Parts }>

/** Reads one file. Whatever breaks is told in its place, and never keeps the next file from being read. */
export async function* readingOf<T>({ kind, file, parts }: FileInput, tell: Tell<T>): AsyncIterable<Piece<T> | Remark> {
  const faults: Fault[] = []
  let told = false
  let incomplete: string | undefined
  try {
    const texts = textsOf(kind === "named" ? textParts(parts()) : parts())
    const log = kind === "named" || file.endsWith(".dsreg") ? texts : await recognized(texts)
    for await (const piece of log ? piecesOf(file, log, tell, faults) : []) {
      told = true
      yield piece
    }
  } catch (error) {
    if (error instanceof Packed && kind === "found") return yield { kind: "skipped", file, why: error.message }
    if (error instanceof Unreadable) incomplete = error.message
    else if (isOfSystem(error)) incomplete = reason(error)
    else faults.push({ what: "the reading", error })
  }
  const fault = brokenParts(faults)
  if (fault !== "") yield { kind: "broken", file, faults }
  if (incomplete !== undefined) yield { kind: told ? "incomplete" : "unreadable", file, why: incomplete }
  if (told || fault !== "")
    yield { kind: "end", file, ending: { ...(fault && { fault }), ...(incomplete && { incomplete }) } }
  else if (incomplete === undefined) {
    yield kind === "named" ? { kind: "foreign", file } : { kind: "skipped", file, why: "it holds no dsregcmd output" }
  }
}

/**
 * What is told of each capture, by itself and beside the others. A file of more than can be compared is a stream, of
 * which nothing is kept. Where reading ends before its time, what was read is told first.
 */
async function* piecesOf<T>(
  file: string,
  texts: AsyncIterable<string>,
  tell: Tell<T>,
  faults: Fault[],
): AsyncIterable<Piece<T>> {
  const held: Diagnosed[] = []
  let isStream = false
  /** What is no log and names a code; it is told where the file holds no log at all, for it is what somebody asks about. */
  let beside: PlacedCapture | undefined
  let trouble: { readonly error: unknown } | undefined
  try {
    for await (const placed of capturesOf(texts)) {
      const isLog = hasSubstance(placed.capture)
      if (!isLog && !beside && namesAnswer(placed.capture)) beside = placed
      const diagnosed = isLog ? diagnosedOf(placed, faults) : undefined
      if (!diagnosed) continue
      held.push(diagnosed)
      isStream ||= held.length > MOST_COMPARED
      if (isStream) for (const one of held.splice(0)) yield* pieceOf(file, one, tell, faults)
    }
  } catch (error) {
    trouble = { error }
  }
  const alone = beside && held.length === 0 && !isStream ? diagnosedOf(beside, faults) : undefined
  if (alone?.diagnosis.root) held.push(alone)
  const compared = diagnoseCase(held.map(({ diagnosis }) => diagnosis))
  for (const [index, { placed, diagnosis }] of held.entries())
    yield* pieceOf(file, { placed, diagnosis: compared[index] ?? diagnosis }, tell, faults)
  if (trouble) throw trouble.error
}

interface Diagnosed {
  readonly placed: PlacedCapture
  readonly diagnosis: Diagnosis
}

/** The boundary around a capture: where all of its reading breaks, nothing is said of it but that. */
function diagnosedOf(placed: PlacedCapture, faults: Fault[]): Diagnosed | undefined {
  try {
    return { placed, diagnosis: diagnose(placed.capture) }
  } catch (error) {
    faults.push(faultAt(placed, error))
    return undefined
  }
}

/** The same boundary around what is told of a capture. */
function* pieceOf<T>(
  file: string,
  { placed, diagnosis }: Diagnosed,
  tell: Tell<T>,
  faults: Fault[],
): Iterable<Piece<T>> {
  try {
    const piece: Piece<T> = { kind: "capture", file, ...tell(diagnosis, positions(placed)) }
    faults.push(...diagnosis.faults)
    yield piece
  } catch (error) {
    faults.push(faultAt(placed, error))
  }
}

function faultAt({ firstLine }: PlacedCapture, error: unknown): Fault {
  return { what: `the reading of the capture at line ${firstLine}`, error }
}

async function* textsOf(parts: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new FileDecoder()
  const table = new WideTable()
  for await (const part of parts) yield table.next(decoder.next(part))
  yield table.next(decoder.end())
}

/** The same texts again if their beginning is recognized as a log; no more than that is read of another file. */
async function recognized(texts: AsyncIterable<string>): Promise<AsyncIterable<string> | undefined> {
  const reader = texts[Symbol.asyncIterator]()
  let head = ""
  let next = await reader.next()
  while (!next.done && head.length < RECOGNIZED_HEAD) {
    head += next.value
    next = await reader.next()
  }
  if (recognition(head) === "no") {
    await reader.return?.()
    return undefined
  }
  return (async function* () {
    yield head
    for (; !next.done; next = await reader.next()) yield next.value
  })()
}
