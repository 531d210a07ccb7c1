import type { CodeLens, Command } from "vscode-languageserver"
import { findingId } from "../core/explain/finding.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import type { Abilities } from "./codeActions.ts"
import { rangeOf } from "./convert.ts"
import { failures } from "./failures.ts"
import type { Say } from "./say.ts"
import type { Settings } from "./settings.ts"

/**
 * The verdict above each capture, and beside it what one can do next. Each lens with a command appears only where the
 * client announced that command; the verdict is plain text where nothing can be explained.
 */
export function lenses(
  { uri, chunks }: LogDocument,
  { commands }: Abilities,
  settings: Settings,
  say: Say,
): CodeLens[] {
  return chunks.flatMap((placed) => {
    const { diagnosis } = placed.chunk
    const { evidence, verdict, root } = diagnosis
    const { sections, text } = evidence.capture
    if (sections.length === 0) return []
    const start = text.search(/\S/)
    const range = rangeOf(placed, { start, end: start })
    const canExplain = root !== undefined && commands.has("dsreg.explain")
    const explain = canExplain ? { command: "dsreg.explain", arguments: [findingId(root)] } : { command: "" }
    const next: readonly Command[] = [
      ...(canExplain ? [{ title: say("Explain"), ...explain }] : []),
      { title: say("Copy the verdict"), command: "dsreg.copyVerdict", arguments: [uri, range.start.line] },
      ...(settings.enable && failures(diagnosis, settings).length > 0
        ? [
            { title: say("Show only failing lines"), command: "dsreg.showFailing", arguments: [uri] },
            { title: say("Next failure"), command: "dsreg.nextFailure" },
          ]
        : []),
    ]
    return [{ title: verdict, ...explain }, ...next.filter(({ command }) => commands.has(command))].map((command) => ({
      range,
      command,
    }))
  })
}
