import type { CodeAction, CodeActionParams, Command } from "vscode-languageserver"
import { type Cause, causeOfValue } from "../core/diagnosis/cause.ts"
import type { Diagnosis, Reported } from "../core/diagnosis/diagnose.ts"
import { type Evidence, placeOf } from "../core/evidence/evidence.ts"
import { mentionsIn } from "../core/evidence/mention.ts"
import { explanationId } from "../core/explain/explain.ts"
import { codeId, type ExplanationId } from "../core/explain/explanationId.ts"
import { findingId, firstErrand } from "../core/explain/finding.ts"
import type { Say } from "../core/explain/say.ts"
import { judgement } from "../core/knowledge/judgement.ts"
import { allFields, type Found } from "../core/log/query.ts"
import { printableLines } from "../core/text/printable.ts"
import type { Span } from "../core/text/span.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { offsetOf, rangeOf } from "./convert.ts"
import { explanation } from "./explanation.ts"
import { CodeActionKind } from "./lsp.ts"
import { supportData } from "./supportData.ts"
import { wholeWords } from "./wholeWords.ts"

/** What the client can do for the server; each action appears only where it can be carried out. */
export interface Abilities {
  /** The client opens a web page when the server asks it to (`window/showDocument`). */
  readonly showsDocuments: boolean
  /** Commands of the client's own that it announced: `dsreg.copy`, `dsreg.explain`. */
  readonly commands: ReadonlySet<string>
}

/** What `codeAction/resolve` needs to finish an action. */
type ActionData =
  | { readonly act: "open" | "explain" | "show" | "copy" | "commands"; readonly id: string }
  | { readonly act: "step"; readonly text: string }
  | { readonly act: "go"; readonly uri: string; readonly line: number }
  | { readonly act: "support"; readonly uri: string; readonly line: number }

/** The command by which the server opens a documentation page. */
export const OPEN_DOCUMENTATION = "dsreg.openDocumentation"

/** The command by which the server explains what an id names, for a client that has no command of its own for that. */
export const SHOW_EXPLANATION = "dsreg.showExplanation"

/** The actions for the codes and the findings in a range; their commands come with `resolvedAction`. */
export function codeActions(
  document: LogDocument,
  params: CodeActionParams,
  abilities: Abilities,
  say: Say,
): CodeAction[] {
  const placed = document.chunkAt(params.range.start.line)
  const range: Span = { start: offsetOf(placed, params.range.start), end: offsetOf(placed, params.range.end) }
  const cause = causeIn(placed, range)
  const told = subjects(placed, range)
  // What only follows gets the actions of what it follows from, before its own.
  const causes = cause?.finding ? [subjectOf(cause.finding)] : []
  const others = told.length > 0 || causes.length > 0 ? told : fieldSubjects(placed, range)
  const all = [...new Map([...causes, ...others].map((subject) => [subject.id, subject])).values()]
  const isTold = all.some(({ finding }) => finding)
  const lists = all.map((subject) => {
    const own = actionsFor(subject, placed.chunk.diagnosis.evidence, params, abilities, say)
    // What to do about a general code is to find out what the finding beside it tells.
    return isTold && !subject.finding ? own.filter(isReading) : own
  })
  const actions = [...(cause ? goingTo(document, placed, cause, abilities, say) : []), ...inTurn(lists)]
  if (
    isForSupport(placed, range, actions) &&
    abilities.commands.has("dsreg.copy") &&
    supportData(placed.chunk.diagnosis)
  ) {
    const data: ActionData = { act: "support", uri: document.uri, line: params.range.start.line }
    const title = say("Copy request id and time for Microsoft support")
    actions.push({ title, kind: CodeActionKind.QuickFix, data })
  }
  return actions
}

/** The action with its command; `find` gives the open document of an address. */
export function resolvedAction(action: CodeAction, find: (uri: string) => LogDocument | undefined): CodeAction {
  const data = action.data as ActionData | undefined
  const command = data && commandOf(action.title, data, find)
  return command ? { ...action, command } : action
}

/** What a value in the range follows from. */
function causeIn({ chunk }: PlacedChunk, range: Span): Cause | undefined {
  const found = fieldsIn(chunk.diagnosis, range)[0]
  return found && causeOfValue(chunk.diagnosis, found)
}

function fieldsIn({ evidence }: Diagnosis, range: Span): readonly Found[] {
  return Array.from(allFields(evidence.capture)).filter(({ field }) =>
    meets({ start: field.nameSpan.start, end: field.valueSpan.end }, range),
  )
}

/** The known fields of a range that have no code and no finding; a value as it should be asks for nothing. */
function fieldSubjects({ chunk }: PlacedChunk, range: Span): readonly Subject[] {
  const { joinType } = chunk.diagnosis.evidence
  return fieldsIn(chunk.diagnosis, range).flatMap(({ field, section }): readonly Subject[] => {
    const { entry, value } = field
    if (!entry || judgement(entry, value, section.id, joinType) === "healthy") return []
    return [{ id: `field/${entry.name}`, name: entry.name }]
  })
}

/** The lines that support asks for are offered beside a failure, and on themselves. */
function isForSupport({ chunk }: PlacedChunk, range: Span, actions: readonly CodeAction[]): boolean {
  return actions.length > 0 || fieldsIn(chunk.diagnosis, range).some(({ field }) => field.entry?.support !== undefined)
}

function goingTo(
  { uri }: LogDocument,
  placed: PlacedChunk,
  { span }: Cause,
  { commands }: Abilities,
  say: Say,
): readonly CodeAction[] {
  if (!commands.has("dsreg.goToLine")) return []
  const { line } = rangeOf(placed, span).start
  const data: ActionData = { act: "go", uri, line }
  return [{ title: say("Go to the cause, line {0}", line + 1), kind: CodeActionKind.QuickFix, data }]
}

/** What to do stands first for every subject, then what to read; so the first actions of each come before the others. */
function inTurn(lists: readonly (readonly CodeAction[])[]): readonly CodeAction[] {
  const all = lists.flat()
  return [...all.filter((action) => !isReading(action)), ...all.filter(isReading)]
}

function isReading({ data }: CodeAction): boolean {
  return READING.has((data as ActionData).act)
}

const READING: ReadonlySet<ActionData["act"]> = new Set(["open", "explain", "show"])

function subjectOf(finding: Reported): Subject {
  const name = finding.entry?.kind === "server-message" ? finding.entry.title : (finding.code ?? finding.rule.id)
  return { id: findingId(finding), name, finding }
}

interface Subject {
  readonly id: ExplanationId
  /** How a title names it: the code, or the rule where there is no code. */
  readonly name: string
  readonly finding?: Reported
}

/** What the range holds: its codes, each once, then findings that have no code of their own in it. */
function subjects({ chunk }: PlacedChunk, range: Span): readonly Subject[] {
  const { evidence, findings } = chunk.diagnosis
  const found = new Map<ExplanationId, Subject>()
  const told = findings.filter(({ span }) => meets(span, range))
  const starts = new Set(told.map(({ span }) => span.start))
  const byCode = new Map<string, Reported>()
  for (const finding of told.toReversed()) if (finding.code) byCode.set(finding.code, finding)
  for (const finding of told) {
    if (finding.entry?.kind === "server-message") {
      found.set(findingId(finding), subjectOf(finding))
    }
  }
  for (const field of evidence.capture.fields) {
    const { valueSpan } = field
    if (!meets(valueSpan, range)) continue
    const whole = starts.has(valueSpan.start)
    const mentions = mentionsIn(field).filter(({ span }) => whole || meets(span, range))
    const place = mentions.length > 0 ? (placeOf(evidence, { field }) ?? "any") : "any"
    for (const mention of mentions.toReversed()) {
      const id = codeId(mention.code, place)
      const finding = byCode.get(mention.code)
      found.set(id, { id, name: mention.code, ...(finding && { finding }) })
    }
  }
  const shown = new Set(Array.from(found.values(), ({ finding }) => finding))
  for (const finding of told) {
    if (shown.has(finding)) continue
    found.set(findingId(finding), subjectOf(finding))
  }
  return [...found.values()]
}

function actionsFor(
  subject: Subject,
  evidence: Evidence,
  params: CodeActionParams,
  abilities: Abilities,
  say: Say,
): CodeAction[] {
  const page = explanation(subject.id)
  if (!page) return []
  const fixes = params.context.diagnostics.filter(
    (diagnostic) => diagnostic.source === "dsreg" && diagnostic.message === subject.finding?.message,
  )
  const action = (title: string, data: ActionData): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    ...(fixes.length > 0 && { diagnostics: fixes }),
    data,
  })
  const { name, id } = subject
  const copies = abilities.commands.has("dsreg.copy")
  const actions: CodeAction[] = []
  const first = subject.finding ? firstErrand(subject.finding, evidence) : page.firstStep
  if (first && copies) actions.push(action(say("First: {0}", shortStep(first)), { act: "step", text: first }))
  if (page.commands.length > 0 && copies) {
    actions.push(action(say("Copy the commands to run for {0}", name), { act: "commands", id }))
  }
  if (page.resolution && copies) {
    actions.push(action(say("Copy the resolution of {0}", name), { act: "copy", id }))
  }
  const act = abilities.commands.has("dsreg.explain") ? "explain" : "show"
  actions.push(action(say("Explain {0} here", name), { act, id }))
  if (page.page && abilities.showsDocuments) {
    const title = say("Open documentation of {0}: {1}", name, page.page.title)
    actions.push(action(title, { act: "open", id }))
  }
  return actions
}

/** A step in a menu: its first sentence, or as many whole words of it as fit. */
function shortStep(step: string): string {
  const sentence = /^.*?[.!?](?= |$)/.exec(step)?.[0] ?? step
  return sentence.length <= WIDTH ? sentence : `${wholeWords(sentence, WIDTH)}…`
}

/** As wide as a menu of actions gets without being cut. */
const WIDTH = 80

function commandOf(
  title: string,
  data: ActionData,
  find: (uri: string) => LogDocument | undefined,
): Command | undefined {
  if (data.act === "support") {
    const document = find(data.uri)
    const text = document && supportData(document.chunkAt(data.line).chunk.diagnosis)
    return text ? { title, command: "dsreg.copy", arguments: [text] } : undefined
  }
  if (data.act === "go") return { title, command: "dsreg.goToLine", arguments: [data.uri, data.line] }
  if (data.act === "step") return { title, command: "dsreg.copy", arguments: [printableLines(data.text)] }
  const id = explanationId(data.id)
  const page = id && explanation(id)
  switch (data.act) {
    case "open":
      return page?.page && { title, command: OPEN_DOCUMENTATION, arguments: [page.page.url] }
    case "explain":
      return { title, command: "dsreg.explain", arguments: [data.id] }
    case "show":
      return { title, command: SHOW_EXPLANATION, arguments: [data.id] }
    case "commands":
      return page && { title, command: "dsreg.copy", arguments: [`${page.commands.join("\n")}\n`] }
    case "copy":
      return page && { title, command: "dsreg.copy", arguments: [printableLines(page.resolution)] }
  }
}

function meets(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}
