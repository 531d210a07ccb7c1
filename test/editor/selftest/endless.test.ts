/** A suite without an end: the runner must not wait for it, and must not take it for a success. */
it("passes", () => {})
it("waits without end", function () {
  this.timeout(0)
  console.log("waits without end")
  return new Promise(() => {})
})
