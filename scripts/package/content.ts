/** What is wrong with what a package holds: files that do not belong in it, kinds of files that it has to have and has not. */
export function contentFaults(files: readonly string[], kinds: readonly RegExp[]): readonly string[] {
  return [
    ...files.filter((file) => !kinds.some((kind) => kind.test(file))).map((file) => `${file} does not belong in it`),
    ...kinds.filter((kind) => !files.some((file) => kind.test(file))).map(({ source }) => `${source} is missing`),
  ]
}
