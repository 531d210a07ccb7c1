/** A number with about two digits that count: `0.034`, `1.6`, `240`, `1,330`. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return "–"
  const size = Math.abs(value)
  const digits = size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
