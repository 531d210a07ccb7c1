/** A number with about two digits that count: `0.034`, `1.6`, `240`, `1,330`. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return "–"
  const rounded = Math.abs(value) < 10 ? Number(value.toPrecision(2)) : value
  // Adding nothing makes a plain zero of one with a sign.
  return (Math.round(rounded * 1000) / 1000 + 0).toLocaleString("en", {
    maximumFractionDigits: Math.abs(value) < 10 ? 3 : 0,
  })
}
