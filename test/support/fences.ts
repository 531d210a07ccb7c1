/** The code blocks of a language in a page, in their order. */
export function fences(page: string, language: string): readonly string[] {
  return Array.from(page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm")), ([, code = ""]) => code)
}
