/** How long anything in an editor may take before a test says that it never came, in milliseconds. */
const DEADLINE = 15_000

/**
 * The first value that is there: asks again until then, and fails with `what` after the deadline.
 * VS Code cancels a request when something else happens in the window; then too it is asked again.
 */
export async function until<Value>(
  what: string,
  ask: () => Value | undefined | Thenable<Value | undefined>,
): Promise<Value> {
  const deadline = Date.now() + DEADLINE
  while (Date.now() < deadline) {
    const value = await Promise.resolve()
      .then(ask)
      .catch((error: Error) => {
        if (error.message !== "Canceled") throw error
        return undefined
      })
    if (value !== undefined) return value
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`never came: ${what}`)
}
