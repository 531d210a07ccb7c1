import "../support/mocha.ts"

/** A suite that fails on purpose: the runner must say so. */
it("passes", () => {})
it("fails on purpose", () => {
  throw new Error("on purpose")
})

export { run } from "../support/run.ts"
