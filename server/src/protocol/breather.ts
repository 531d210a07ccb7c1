import { RAL } from "../features/lsp.ts"

/** How long a work may go on before others have their turn, in milliseconds: less than a person notices. */
const LONGEST = 50

/** Lets a long work give way to what came in meanwhile: `if (breather.isDue) await breather.breathe()`. */
export class Breather {
  #since = Date.now()

  get isDue(): boolean {
    return Date.now() - this.#since > LONGEST
  }

  async breathe(): Promise<void> {
    await new Promise<void>((resolve) => RAL().timer.setImmediate(resolve))
    this.#since = Date.now()
  }
}
