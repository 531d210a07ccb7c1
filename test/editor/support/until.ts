/** How long anything in an editor may take before a test says that it never came, in milliseconds. */
const DEADLINE = 15_000

/** The first value that is there: asks again until then, and fails with `what` after the deadline. */
export async function until<Value>(
  what: string,
  ask: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  const deadline = Date.now() + DEADLINE
  while (Date.now() < deadline) {
    const value = await ask()
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`never came: ${what}`)
}
