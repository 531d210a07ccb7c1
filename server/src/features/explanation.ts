import { commandsIn } from "../core/explain/commands.ts"
import { explain } from "../core/explain/explain.ts"
import type { PageLink } from "../core/explain/explanation.ts"
import type { ExplanationId } from "../core/explain/explanationId.ts"
import { plain, plainResolution, plainSteps } from "../core/explain/print/plain.ts"

/** What an action can do about one thing besides explaining it. */
export interface Explanation {
  /** What to do, as plain text to copy. */
  readonly resolution: string
  /** The step to begin with, in one line. */
  readonly firstStep?: string
  /** What can be pasted into a prompt as it is, and changes nothing. */
  readonly commands: readonly string[]
  /** The public page that says more. */
  readonly page?: { readonly url: string; readonly title: string }
}

/** What can be done about what an id names; undefined for an id that names nothing. */
export function explanation(id: ExplanationId): Explanation | undefined {
  const [meaning] = explain(id)
  if (!meaning) return undefined
  const page = meaning.sources.find(isOpen)
  const [firstStep] = plainSteps(meaning)
  return {
    resolution: plainResolution(meaning),
    ...(firstStep && { firstStep }),
    commands: commandsIn(meaning.steps),
    ...(page && { page: { url: page.url, title: page.title } }),
  }
}

/** All that is known of what an id names, as plain text; undefined for an id that names nothing. */
export function explanationText(id: ExplanationId): string | undefined {
  const texts = explain(id).map((meaning) => plain(meaning, (text) => text))
  return texts.length > 0 ? texts.join("\n\n") : undefined
}

/** Whether a page is still there. */
function isOpen(page: PageLink): page is PageLink & { readonly url: string } {
  return page.url !== undefined
}
