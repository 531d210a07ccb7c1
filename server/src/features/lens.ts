import type { CodeLens } from "vscode-languageserver"
import type { Reported } from "../core/diagnose.ts"
import { codeId, type ExplanationId } from "../core/explanationId.ts"
import type { LogDocument } from "../documents.ts"
import type { Abilities } from "./codeActions.ts"
import { rangeOf } from "./convert.ts"

/** The verdict above each capture. A click explains its root, where the client announced that it can. */
export function lenses(document: LogDocument, abilities: Abilities): CodeLens[] {
  return document.chunks.flatMap((placed) => {
    const { situation, verdict, root } = placed.chunk.diagnosis
    const { sections, text } = situation.capture
    if (sections.length === 0) return []
    const start = text.search(/\S/)
    const canExplain = root !== undefined && abilities.commands.has("dsreg.explain")
    return [
      {
        range: rangeOf(placed, { start, end: start }),
        command: {
          title: verdict,
          command: canExplain ? "dsreg.explain" : "",
          ...(canExplain && { arguments: [rootId(root)] }),
        },
      },
    ]
  })
}

function rootId({ entry, code, phase, rule }: Reported): ExplanationId {
  if (entry?.kind === "server-message") return `message/${entry.id}`
  return code ? codeId(code, phase ?? rule.phase ?? "any") : `rule/${rule.id}`
}
