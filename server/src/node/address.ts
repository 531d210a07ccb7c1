import { fileURLToPath, pathToFileURL } from "node:url"

/** The address of a file in one spelling. Editors have several: `%20`, `%28` or `(`, `c:` or `C%3A`. */
export function addressOf(uri: string): string {
  const path = pathOf(uri)
  return path === undefined ? uri : pathToFileURL(path).href
}

/** The path of a file's address; none for any other, which the platform says by throwing. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}
