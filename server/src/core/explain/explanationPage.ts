import { crossLinks } from "./crossLinks.ts"
import { explain, related } from "./explain.ts"
import type { Explanation, Related } from "./explanation.ts"
import { type ContentsId, type ExplanationId, linkTo } from "./explanationId.ts"
import { kinds } from "./kinds/catalogue.ts"
import type { Kind } from "./kinds/kind.ts"
import type { Form } from "./print/form.ts"
import { inline, markdownForm } from "./print/markdown.ts"
import { printed, printedBody, tagsOf } from "./print/printed.ts"

/** A page about one thing, in Markdown that links to the other pages. Holds no text of a log. */
export interface ExplanationPage {
  readonly title: string
  readonly markdown: string
}

/** The page of an id; undefined for an id that names nothing. */
export function explanationPage(id: ExplanationId): ExplanationPage | undefined {
  if (id === "index") return { title: "Index", markdown: indexPage() }
  const kind = kinds.find((listed) => contentsId(listed) === id)
  if (kind)
    return { title: kind.title, markdown: [`# ${kind.title}`, bullets({ ids: kind.ids() }, id), back(id)].join("\n\n") }
  const [first, ...others] = explain(id)
  return first && { title: first.title, markdown: pageOf([first, ...others], id) }
}

/** What stands in place of a page where a text from outside names nothing; it repeats nothing of it. */
export function pageOfNothing(text: string): ExplanationPage {
  return {
    title: "Nothing known",
    markdown: ["# Nothing known", "The catalogue has no page of this name.", back(text)].join("\n\n"),
  }
}

function pageOf(meanings: readonly [Explanation, ...Explanation[]], id: ExplanationId): string {
  const form = markdownForm(crossLinks(id))
  const [first, ...others] = meanings
  const groups = related(id)
  return [
    ...(others.length === 0 ? alone(first, form) : severally(meanings, form)),
    ...(first.example && others.length === 0 ? ["## In a log", `\`\`\`text\n${first.example}\n\`\`\``] : []),
    ...(groups.length > 0 ? ["## See also"] : []),
    ...groups.map((group) => `**${group.title}**\n\n${bullets(group, id)}`),
    back(id),
  ].join("\n\n")
}

/** A name that is the title of the page already is not said again. */
function alone(explanation: Explanation, form: Form): readonly string[] {
  const { title, names } = explanation
  const isNamed = names.length === 1 && names[0] === title
  return isNamed
    ? [[`# ${title}`, ...tagsOf(explanation).map(form.text)].join(" · "), printedBody(explanation, form)]
    : [`# ${title}`, printed(explanation, form)]
}

/** Meanings that stand in different places have a heading each, others a line between them. */
function severally(meanings: readonly [Explanation, ...Explanation[]], form: Form): readonly string[] {
  const isParted = meanings.every(({ within }) => within === undefined)
  return [
    `# ${meanings[0].title}`,
    ...meanings.flatMap((meaning, index) => [
      ...(isParted ? (index > 0 ? ["---"] : []) : [`## In ${form.text(meaning.within ?? "")}`]),
      printed(meaning, form),
    ]),
  ]
}

/** Lists longer than this have a page of their own. */
const LONG = 100

function indexPage(): string {
  const groups = kinds.map((kind) => {
    const { title } = kind
    const ids = kind.ids()
    return ids.length > LONG
      ? `## ${title}\n\n[All ${ids.length} ${title.toLowerCase()}](${linkTo(contentsId(kind), "index")})`
      : `## ${title}\n\n${bullets({ ids }, "index")}`
  })
  return ["# Index", "Everything that the catalogue explains.", ...groups].join("\n\n")
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

function back(from: string): string {
  return `[Everything that is explained](${linkTo("index", from)})`
}
