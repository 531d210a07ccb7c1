/**
 * A moment on the clocks of a time zone: `2025-01-31 10:16:43 UTC+01:00` for Europe/Berlin. Undefined for a zone that
 * the platform does not know, which it says by throwing.
 */
export function localTime(time: number, timeZone: string): string | undefined {
  try {
    const format = new Intl.DateTimeFormat("en-US", { ...FORMAT, timeZone })
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, value]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ""
    const offset = part("timeZoneName").replace("GMT", "") || "+00:00"
    const day = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`
    return `${day} ${part("hour")}:${part("minute")}:${part("second")} UTC${offset}`
  } catch {
    return undefined
  }
}

const FORMAT: Intl.DateTimeFormatOptions = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZoneName: "longOffset",
}
