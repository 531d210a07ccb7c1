/** After so many failures the rest is left out: where the server does not run, each would wait for it in vain. */
const ENOUGH = 3

/**
 * What the extension host calls. Prints one line of results that the runner looks for, and fails where a test failed.
 * The line carries the name of the run, so that it cannot be mistaken for an older one.
 */
export function run(): Promise<void> {
  const failed: string[] = []
  const skipped: string[] = []
  const again: string[] = []
  let passed = 0
  return new Promise((resolve, reject) => {
    // Not mocha.run, which reads its options from the address of a web page.
    const runner = Mocha.prototype.run.call(mocha, (failures: number) => {
      console.log(`dsreg-results ${JSON.stringify({ run: __RUN__, passed, failed, skipped, again })}`)
      if (failures > 0) reject(new Error(`${failures} failed`))
      else resolve()
    })
    runner.on("pass", () => passed++)
    runner.on("pending", (test) => skipped.push(test.fullTitle()))
    runner.on("retry", (test, error) => again.push(`${test.fullTitle()}: ${error.message}`))
    runner.on("fail", (test, error) => {
      failed.push(`${test.fullTitle()}: ${error.message ?? error}`)
      if (failed.length === ENOUGH) runner.abort()
    })
  })
}
