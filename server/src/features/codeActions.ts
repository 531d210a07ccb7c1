import type { CodeAction, CodeActionParams, Command } from "vscode-languageserver"
import type { Reported } from "../core/diagnosis/diagnose.ts"
import { placeOf } from "../core/evidence/evidence.ts"
import { mentionsIn } from "../core/evidence/mention.ts"
import { explanationId } from "../core/explain/explain.ts"
import { codeId, type ExplanationId } from "../core/explain/explanationId.ts"
import { findingId } from "../core/explain/finding.ts"
import { printableLines } from "../core/text/printable.ts"
import type { Span } from "../core/text/span.ts"
import type { LogDocument, PlacedChunk } from "../documents/logDocument.ts"
import { offsetOf } from "./convert.ts"
import { explanation } from "./explanation.ts"
import { CodeActionKind } from "./lsp.ts"
import type { Say } from "./say.ts"
import { supportData } from "./supportData.ts"

/** What the client can do for the server; each action appears only where it can be carried out. */
export interface Abilities {
  /** The client opens a web page when the server asks it to (`window/showDocument`). */
  readonly showsDocuments: boolean
  /** Commands of the client's own that it announced: `dsreg.copy`, `dsreg.explain`. */
  readonly commands: ReadonlySet<string>
}

/** What `codeAction/resolve` needs to finish an action. */
type ActionData =
  | { readonly act: "open" | "explain" | "copy"; readonly id: string }
  | { readonly act: "support"; readonly uri: string; readonly line: number }

/** The command by which the server opens a documentation page. */
export const OPEN_DOCUMENTATION = "dsreg.openDocumentation"

/** The actions for the codes and the findings in a range; their commands come with `resolvedAction`. */
export function codeActions(
  document: LogDocument,
  params: CodeActionParams,
  abilities: Abilities,
  say: Say,
): CodeAction[] {
  const placed = document.chunkAt(params.range.start.line)
  const range: Span = { start: offsetOf(placed, params.range.start), end: offsetOf(placed, params.range.end) }
  const actions = subjects(placed, range).flatMap((subject) => actionsFor(subject, params, abilities, say))
  if (actions.length > 0 && abilities.commands.has("dsreg.copy") && supportData(placed.chunk.diagnosis)) {
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
      const id = findingId(finding)
      found.set(id, { id, name: finding.entry.title, finding })
    }
  }
  for (const field of evidence.capture.fields) {
    const { valueSpan } = field
    if (!meets(valueSpan, range)) continue
    const whole = starts.has(valueSpan.start)
    for (const mention of mentionsIn(field).toReversed()) {
      if (!whole && !meets(mention.span, range)) continue
      const id = codeId(mention.code, placeOf(evidence, { field }) ?? "any")
      const finding = byCode.get(mention.code)
      found.set(id, { id, name: mention.code, ...(finding && { finding }) })
    }
  }
  const shown = new Set(Array.from(found.values(), ({ finding }) => finding))
  for (const finding of told) {
    if (shown.has(finding)) continue
    const id = findingId(finding)
    found.set(id, { id, name: finding.code ?? finding.rule.id, finding })
  }
  return [...found.values()]
}

function actionsFor(subject: Subject, params: CodeActionParams, abilities: Abilities, say: Say): CodeAction[] {
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
  const actions: CodeAction[] = []
  if (page.page && abilities.showsDocuments) {
    const title = say("Open documentation of {0}: {1}", subject.name, page.page.title)
    actions.push(action(title, { act: "open", id: subject.id }))
  }
  if (abilities.commands.has("dsreg.explain")) {
    actions.push(action(say("Explain {0} here", subject.name), { act: "explain", id: subject.id }))
  }
  if (page.resolution && abilities.commands.has("dsreg.copy")) {
    actions.push(action(say("Copy the resolution of {0}", subject.name), { act: "copy", id: subject.id }))
  }
  return actions
}

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
  const id = explanationId(data.id)
  const page = id && explanation(id)
  switch (data.act) {
    case "open":
      return page?.page && { title, command: OPEN_DOCUMENTATION, arguments: [page.page.url] }
    case "explain":
      return { title, command: "dsreg.explain", arguments: [data.id] }
    case "copy":
      return page && { title, command: "dsreg.copy", arguments: [printableLines(page.resolution)] }
  }
}

function meets(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end
}
