import { LOG_LANGUAGE } from "./fences.ts"
import { coloredLog, escaped } from "./markdownColors.ts"

/** What this needs to know of markdown-it, the parser of the preview. */
interface MarkdownIt {
  readonly options: { highlight?: Highlight | null | undefined }
}

/** Turns the text of a fence into HTML; an empty answer leaves it to the parser. */
type Highlight = (text: string, language: string, attributes: string) => string

/** Colors logs in the fences of VS Code's Markdown preview, which calls this by its name. Other languages stay as they are. */
export function extendMarkdownIt<Parser extends MarkdownIt>(parser: Parser): Parser {
  const { highlight } = parser.options
  parser.options.highlight = (text, language, attributes) =>
    LOG_LANGUAGE.test(language) ? shown(text) : (highlight?.(text, language, attributes) ?? "")
  return parser
}

/** A fault here must not take the whole preview with it. */
function shown(text: string): string {
  try {
    return coloredLog(text)
  } catch {
    return escaped(text)
  }
}
