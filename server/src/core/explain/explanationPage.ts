import { crossLinks } from "./crossLinks.ts"
import { explain, related } from "./explain.ts"
import type { Explanation, Related } from "./explanation.ts"
import { type ContentsId, type ExplanationId, linkTo } from "./explanationId.ts"
import { kinds } from "./kinds/catalogue.ts"
import type { Kind } from "./kinds/kind.ts"
import type { Form } from "./print/form.ts"
import { framed } from "./print/frame.ts"
import { inline, markdownForm } from "./print/markdown.ts"
import { printed, printedBody, tagsOf } from "./print/printed.ts"
import { english, type Say } from "./say.ts"

/** A page about one thing, in Markdown that links to the other pages. Holds no text of a log. */
export interface ExplanationPage {
  readonly title: string
  readonly markdown: string
}

/** The page of an id; undefined for an id that names nothing. */
export function explanationPage(id: ExplanationId, say: Say = english): ExplanationPage | undefined {
  if (id === "index") return { title: say("Index"), markdown: indexPage(say) }
  const kind = kinds.find((listed) => contentsId(listed) === id)
  if (kind) {
    const title = framed(kind.title, say)
    return { title, markdown: [`# ${title}`, bullets({ ids: kind.ids() }, id), back(id, say)].join("\n\n") }
  }
  const [first, ...others] = explain(id)
  return first && { title: first.title, markdown: pageOf([first, ...others], id, say) }
}

/** What stands in place of a page where a text from outside names nothing; it repeats nothing of it. */
export function pageOfNothing(text: string, say: Say = english): ExplanationPage {
  const title = say("Nothing known")
  return {
    title,
    markdown: [`# ${title}`, say("The catalogue has no page of this name."), back(text, say)].join("\n\n"),
  }
}

function pageOf(meanings: readonly [Explanation, ...Explanation[]], id: ExplanationId, say: Say): string {
  const form = markdownForm(crossLinks(id), say)
  const [first, ...others] = meanings
  const groups = related(id)
  return [
    ...(others.length === 0 ? alone(first, form) : severally(meanings, form)),
    ...(first.example && others.length === 0 ? [`## ${say("In a log")}`, `\`\`\`text\n${first.example}\n\`\`\``] : []),
    ...(groups.length > 0 ? [`## ${say("See also")}`] : []),
    ...groups.map((group) => `**${framed(group.title, say)}**\n\n${bullets(group, id)}`),
    back(id, say),
  ].join("\n\n")
}

/** A name that is the title of the page already is not said again. */
function alone(explanation: Explanation, form: Form): readonly string[] {
  const { title, names } = explanation
  const isNamed = names.length === 1 && names[0] === title
  return isNamed
    ? [[`# ${title}`, ...tagsOf(explanation, form)].join(" · "), printedBody(explanation, form)]
    : [`# ${title}`, printed(explanation, form)]
}

/** Meanings that stand in different places have a heading each, others a line between them. */
function severally(meanings: readonly [Explanation, ...Explanation[]], form: Form): readonly string[] {
  const isParted = meanings.every(({ within }) => within === undefined)
  return [
    `# ${meanings[0].title}`,
    ...meanings.flatMap((meaning, index) => [
      ...(isParted
        ? index > 0
          ? ["---"]
          : []
        : [`## ${form.text(form.say("In {0}", framed(meaning.within ?? "", form.say)))}`]),
      printed(meaning, form),
    ]),
  ]
}

/** Lists longer than this have a page of their own. */
const LONG = 100

function indexPage(say: Say): string {
  const groups = kinds.map((kind) => {
    const title = framed(kind.title, say)
    const ids = kind.ids()
    return ids.length > LONG
      ? `## ${title}\n\n[${say("All {0}", ids.length)}](${linkTo(contentsId(kind), "index")})`
      : `## ${title}\n\n${bullets({ ids }, "index")}`
  })
  return [`# ${say("Index")}`, say("Everything that the catalogue explains."), ...groups].join("\n\n")
}

function contentsId({ word }: Kind): ContentsId {
  return `index/${word}s`
}

function bullets({ ids, within }: Omit<Related, "title">, from: ExplanationId): string {
  return ids
    .flatMap((id) => {
      const meanings = explain(id)
      const { inList } =
        meanings.find((meaning) => within !== undefined && meaning.within === within) ?? meanings[0] ?? {}
      return inList ? [`- [${inline(inList.name)}](${linkTo(id, from)}): ${inline(inList.text)}`] : []
    })
    .join("\n")
}

function back(from: string, say: Say): string {
  return `[${say("Everything that is explained")}](${linkTo("index", from)})`
}
