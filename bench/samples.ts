import { type Spread, spreadOf } from "./statistics.ts"

/** One measured value. Values of one round of a name and of another were taken right after each other. */
export interface Sample {
  /** What was measured, and of whom: `open 10 MB, dsreg`. */
  readonly name: string
  readonly value: number
}

/** All values of a run by their name, in the order of their rounds. */
export class Samples {
  readonly #values = new Map<string, number[]>()

  add({ name, value }: Sample): void {
    const values = this.#values.get(name)
    if (values) values.push(value)
    else this.#values.set(name, [value])
  }

  spread(name: string): Spread {
    return spreadOf(this.#values.get(name) ?? [])
  }

  /** The spread of one name's value divided by another's, round by round. */
  ratio(name: string, over: string): Spread {
    const below = this.#values.get(over) ?? []
    const above = this.#values.get(name) ?? []
    return spreadOf(above.slice(0, below.length).map((value, round) => value / (below[round] ?? Number.NaN)))
  }
}
