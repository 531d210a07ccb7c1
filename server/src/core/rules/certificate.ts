import type { Evidence } from "../evidence/evidence.ts"
import type { Field } from "../log/log.ts"
import type { Finding } from "./rule.ts"

/** A certificate's life and the log's clock, in milliseconds since 1970. */
interface Lifetime {
  readonly start: number
  readonly end: number
  readonly now: number
}

/** The certificate of the join. That of a work account ends without harm to the device. */
export function ownCertificates(log: Evidence): readonly Field[] {
  const own = log.field("DeviceCertificateValidity", "device-details", "device-state")
  return own ? [own] : []
}

/** Findings on certificates, judged by the log's own clock; none where the log has no clock. */
export function* certificateFindings(
  log: Evidence,
  certificates: readonly Field[],
  judge: (life: Lifetime) => string | undefined,
): Iterable<Finding> {
  const clock = log.clock
  if (!clock) return
  for (const field of certificates) {
    const [start, end] = log.timesOf(field)
    const message = start !== undefined && end !== undefined && judge({ start, end, now: clock.time })
    if (message)
      yield {
        span: field.valueSpan,
        message,
        related: [{ span: clock.field.valueSpan, message: "The log's own clock" }],
      }
  }
}
