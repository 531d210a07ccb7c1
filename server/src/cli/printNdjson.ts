import { jsonLine } from "../core/report/formats/json.ts"
import type { Piece } from "../core/report/formats/told.ts"
import type { ToldRecord } from "./record.ts"

/** Which shape a line has: `schemas/ndjson-1.schema.json`. Keys that come in addition are no other shape. */
const SHAPE = 1

/**
 * One JSON object a capture, each on a line of its own and all with the same keys, so that programs can read, split and
 * join the output line by line. A file of which something could not be read has a line without a capture at its end.
 */
export async function* printNdjson(pieces: AsyncIterable<Piece<ToldRecord>>): AsyncIterable<string> {
  let capture = 0
  for await (const piece of pieces) {
    if (piece.kind === "capture") {
      yield jsonLine(lineOf(piece.file, ++capture, piece))
    } else {
      const { fault = null, incomplete = null } = piece.ending
      if (fault !== null || incomplete !== null) yield jsonLine({ ...NOTHING, file: piece.file, fault, incomplete })
      capture = 0
    }
  }
}

function lineOf(file: string, capture: number, { report, facts }: ToldRecord) {
  const { line, joinType, phase, verdict, root, findings } = report
  const cause = root === null ? undefined : findings[root]
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return {
    version: SHAPE,
    file,
    capture,
    line,
    verdict,
    severity: facts.severity,
    rule: cause?.rule ?? null,
    cause: facts.cause,
    code: cause?.code ?? null,
    symbol: facts.symbol,
    phase,
    joinType,
    failingLine: cause?.line ?? null,
    errors: count("error"),
    warnings: count("warning"),
    information: count("info"),
    tenantId: facts.tenantId,
    tenantName: facts.tenantName,
    deviceId: facts.deviceId,
    thumbprint: facts.thumbprint,
    host: facts.host,
    time: facts.time,
    timeIsExact: facts.timeIsExact,
    attemptTime: facts.attemptTime,
    prtUpdateTime: facts.prtUpdateTime,
    prtExpiryTime: facts.prtExpiryTime,
    findings,
    fault: null,
    incomplete: null,
  } satisfies Record<string, unknown>
}

type Line = ReturnType<typeof lineOf>

/** Every key of a line, with what it says where there is no capture. */
const NOTHING: Readonly<Record<keyof Line, unknown>> = {
  version: SHAPE,
  file: null,
  capture: null,
  line: null,
  verdict: null,
  severity: null,
  rule: null,
  cause: null,
  code: null,
  symbol: null,
  phase: null,
  joinType: null,
  failingLine: null,
  errors: null,
  warnings: null,
  information: null,
  tenantId: null,
  tenantName: null,
  deviceId: null,
  thumbprint: null,
  host: null,
  time: null,
  timeIsExact: null,
  attemptTime: null,
  prtUpdateTime: null,
  prtExpiryTime: null,
  findings: [],
  fault: null,
  incomplete: null,
}
