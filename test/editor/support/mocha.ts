import "mocha/mocha.js"

/**
 * Mocha's browser build runs in every extension host: it needs no file system and no process.
 * A suite imports this file first, so that `describe` and `it` exist when its tests are read.
 */
mocha.setup({
  ui: "bdd",
  timeout: 25_000,
  // A test that passes only now is named by the runner.
  retries: 1,
  reporter: class {} as unknown as Mocha.ReporterConstructor,
})
if (__GREP__) mocha.fgrep(__GREP__)
