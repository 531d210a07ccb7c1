import type { Capture } from "../log/log.ts"
import { allFields } from "../log/query.ts"

const GUID = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi

/** How texts name a request before its number. */
const NAMED =
  /(?:correlation|trace|request|activity)[ _-]?id\b[^\da-z\r\n]{1,12}(?:\(request\)[^\da-z]{1,6})?([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})/gi

/** The ids of requests in a log, in lower case and without hyphens. */
export function requestsIn(text: string, captures: readonly Capture[]): ReadonlySet<string> {
  const found = Array.from(text.matchAll(NAMED), ([, id = ""]) => id)
  for (const capture of captures) {
    for (const { field } of allFields(capture)) {
      if (field.entry?.identity?.kind === "request") found.push(...(field.value.match(GUID) ?? []))
    }
  }
  return new Set(found.map((id) => id.replaceAll("-", "").toLowerCase()))
}
