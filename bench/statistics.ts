/** The middle of some values and how far they spread. */
export interface Spread {
  readonly least: number
  readonly median: number
  readonly most: number
}

/** The spread of some values; all NaN without a value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (index: number) => sorted[index] ?? Number.NaN
  return { least: at(0), median: at(sorted.length >> 1), most: at(sorted.length - 1) }
}

/** Runs a work and gives the milliseconds it took. */
export function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The same in milliseconds of a processor, in all threads together: what else a machine does counts for nothing. */
export function processorMilliseconds(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * The power of its size that a time grows with, by least squares over the logarithms of both: 1 for a work that takes
 * twice as long for twice the text, 2 for one that takes four times as long.
 */
export function growthExponent(points: readonly { readonly size: number; readonly time: number }[]): number {
  const sizes = points.map(({ size }) => Math.log(size))
  const times = points.map(({ time }) => Math.log(time))
  const meanSize = mean(sizes)
  const meanTime = mean(times)
  const shared = sizes.map((size, index) => (size - meanSize) * ((times[index] ?? 0) - meanTime))
  return mean(shared) / mean(sizes.map((size) => (size - meanSize) ** 2))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
