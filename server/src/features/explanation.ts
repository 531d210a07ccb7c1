import type { Place } from "../core/code.ts"
import { serverMessages } from "../core/codes/serverMessages.ts"
import { adviceText } from "../core/diagnose.ts"
import { documentation, explainCode, explainMeanings, explainMessage, explainRule } from "../core/explain.ts"
import { codeMeaning } from "../core/lookup.ts"
import { numbered } from "../core/markdown.ts"
import { canonicalCode } from "../core/mention.ts"
import { rules } from "../core/rules/catalogue.ts"

/** Something the catalogue can explain, named so that a client can ask for it: `code/0x80072ee2/discover`. */
export type ExplanationId = string

/** A page about one thing. */
export interface Explanation {
  readonly title: string
  readonly markdown: string
  /** What to do, as plain text to copy. */
  readonly resolution: string
  /** The public page that says more. */
  readonly page?: { readonly url: string; readonly title: string }
}

/** The id of a code at a place; without a place, all its meanings. */
export function codeId(code: string, place?: Place): ExplanationId {
  return place ? `code/${code}/${place}` : `code/${code}`
}

/** The page of an id; undefined for an id that names nothing. */
export function explanation(id: ExplanationId): Explanation | undefined {
  const [kind, name = "", place] = id.split("/")
  if (kind === "code") return codeExplanation(name, place as Place | undefined)
  if (kind === "message") {
    const message = serverMessages.find((known) => known.id === name)
    return (
      message && {
        title: message.title,
        markdown: explainMessage(message),
        resolution: plain(message.title, message.resolution.map(adviceText)),
        ...page(message.sources),
      }
    )
  }
  const rule = kind === "rule" ? rules.find((known) => known.id === name) : undefined
  return (
    rule && {
      title: rule.id,
      markdown: explainRule(rule),
      resolution: plain(rule.summary, [rule.fix]),
      ...page(rule.sources),
    }
  )
}

function codeExplanation(name: string, place: Place | undefined): Explanation | undefined {
  const entry = codeMeaning(name, place)
  if (!entry && !canonicalCode(name)) return undefined
  const code = entry?.code ?? name
  return {
    title: code,
    markdown: place ? explainCode(code, entry) : explainMeanings(code),
    resolution: entry ? plain(`${code}: ${entry.title}`, entry.resolution.map(adviceText)) : "",
    ...page(entry?.sources ?? []),
  }
}

function page(sources: Parameters<typeof documentation>[0]): Pick<Explanation, "page"> {
  const found = documentation(sources)
  return found ? { page: found } : {}
}

function plain(title: string, steps: readonly string[]): string {
  return `${title}\n${steps.length === 1 ? steps[0] : numbered(steps)}\n`
}
