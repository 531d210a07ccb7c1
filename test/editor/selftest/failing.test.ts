/** A suite that fails on purpose: the runner must say so. */
it("passes", () => {})
it("fails on purpose", () => {
  throw new Error("on purpose")
})
