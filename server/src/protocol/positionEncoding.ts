import type { PositionEncoding } from "../documents/lines.ts"

const KNOWN: ReadonlySet<unknown> = new Set<PositionEncoding>(["utf-8", "utf-16"])

/** In what positions are counted: as the client likes best of what is known here, else as every client can. */
export function positionEncoding(offered: readonly unknown[] = []): PositionEncoding {
  return offered.find((encoding): encoding is PositionEncoding => KNOWN.has(encoding)) ?? "utf-16"
}
