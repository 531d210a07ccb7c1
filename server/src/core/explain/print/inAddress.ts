/** A text as part of a link's address; a round bracket would end the link. */
export function inAddress(text: string): string {
  return encodeURIComponent(text).replace(/\(/g, "%28").replace(/\)/g, "%29")
}
