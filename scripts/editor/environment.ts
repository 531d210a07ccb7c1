/** An environment that shares nothing with the person who runs the tests but the search path. */
export function environment(home: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LANG: "C.UTF-8",
    HOME: home,
    TMPDIR: process.env.TMPDIR,
    // An empty gallery keeps the server and its page from asking one.
    EXTENSIONS_GALLERY: "{}",
  }
}
