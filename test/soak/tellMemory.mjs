/* Loaded before a server: on a message it collects its garbage and says what it holds then. */
process.on("message", () => {
  globalThis.gc()
  globalThis.gc()
  const { heapUsed, external, rss } = process.memoryUsage()
  process.send({ heap: (heapUsed + external) / 1_000_000, resident: rss / 1_000_000 })
})
// Whoever asks may go first.
process.channel?.unref()
