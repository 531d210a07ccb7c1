const ROUNDS = 9

/** Medians in milliseconds of works that take turns, so that a busy moment meets all of them. */
export function interleaved<Name extends string>(works: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const names = Object.keys(works) as Name[]
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < ROUNDS; round++) for (const name of names) taken[name].push(milliseconds(works[name]))
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<Name, number>
}

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
