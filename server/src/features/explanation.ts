import { adviceText } from "../core/diagnosis/diagnose.ts"
import { documentation } from "../core/explain/explain.ts"
import type { ExplanationId } from "../core/explain/explanationId.ts"
import { numbered } from "../core/explain/markdown.ts"
import type { Place } from "../core/knowledge/code.ts"
import { canonicalCode } from "../core/knowledge/codeNumber.ts"
import { serverMessages } from "../core/knowledge/codes/serverMessages.ts"
import { codeMeaning } from "../core/knowledge/lookup.ts"
import { rules } from "../core/rules/catalogue.ts"

/** What an action can do about one thing besides explaining it. */
export interface Explanation {
  /** What to do, as plain text to copy. */
  readonly resolution: string
  /** The public page that says more. */
  readonly page?: { readonly url: string; readonly title: string }
}

/** What can be done about the code, message or rule of an id; undefined for an id that names none. */
export function explanation(id: ExplanationId): Explanation | undefined {
  const [kind, name = "", place] = id.split("/")
  if (kind === "code") return codeExplanation(name, place as Place | undefined)
  if (kind === "message") {
    const message = serverMessages.find((known) => known.id === name)
    return (
      message && {
        resolution: plain(message.title, message.resolution.map(adviceText)),
        ...page(message.sources),
      }
    )
  }
  const rule = kind === "rule" ? rules.find((known) => known.id === name) : undefined
  return (
    rule && {
      resolution: plain(rule.summary, [rule.fix]),
      ...page(rule.sources),
    }
  )
}

function codeExplanation(name: string, place: Place | undefined): Explanation | undefined {
  const entry = codeMeaning(name, place)
  if (!entry && !canonicalCode(name)) return undefined
  return {
    resolution: entry ? plain(`${entry.code}: ${entry.title}`, entry.resolution.map(adviceText)) : "",
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
