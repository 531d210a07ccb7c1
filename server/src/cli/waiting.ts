/** Whether something comes before the program has to wait for it. */
export function isThere(next: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const waits = setImmediate(resolve, false)
    next.then(() => {
      clearImmediate(waits)
      resolve(true)
    }, reject)
  })
}
