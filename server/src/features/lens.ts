import type { CodeLens, Command } from "vscode-languageserver"
import { faultRule } from "../core/diagnosis/fault.ts"
import type { ExplanationId } from "../core/explain/explanationId.ts"
import { findingId } from "../core/explain/finding.ts"
import type { Say } from "../core/explain/say.ts"
import type { Chunk } from "../documents/chunk.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import type { Abilities } from "./codeActions.ts"
import { failures, isTold } from "./failures.ts"
import type { Settings } from "./settings.ts"
import { shortVerdict } from "./shortVerdict.ts"

/**
 * What the verdict rests on above each capture, in words that fit into half a window, with the verdict as its tooltip;
 * and beside it what one can do next. Each lens with a command appears only where the
 * client announced that command; the verdict is plain text where nothing can be explained.
 */
export function lenses(
  { uri, chunks }: LogDocument,
  { commands }: Abilities,
  settings: Settings,
  say: Say,
): CodeLens[] {
  return chunks.flatMap(({ chunk, firstLine }) => {
    const head = chunk.once(headOf, settings)
    if (!head) return []
    const line = firstLine + head.line
    const start = { line, character: head.character }
    const canExplain = head.root !== undefined && commands.has("dsreg.explain")
    const explain = canExplain ? { command: "dsreg.explain", arguments: [head.root] } : { command: "" }
    const cause = head.cause === undefined ? undefined : firstLine + head.cause
    const next: readonly Command[] = [
      {
        title: say("Report"),
        tooltip: say("Show the report beside the log"),
        command: "dsreg.showReport",
        arguments: [uri, line],
      },
      ...(cause === undefined
        ? []
        : [{ title: say("Go to line {0}", cause + 1), command: "dsreg.goToLine", arguments: [uri, cause] }]),
      ...(canExplain ? [{ title: say("Explain"), ...explain }] : []),
      ...(settings.enable && head.fails
        ? [
            { title: say("Failing lines"), command: "dsreg.showFailing", arguments: [uri] },
            { title: say("Next failure"), command: "dsreg.nextFailure" },
          ]
        : []),
      { title: say("Copy"), tooltip: say("Copy the verdict"), command: "dsreg.copyVerdict", arguments: [uri, line] },
    ]
    return [
      { title: head.title, tooltip: head.verdict, ...explain },
      ...next.filter(({ command }) => commands.has(command)),
    ].map((command) => ({ range: { start, end: start }, command }))
  })
}

/** What the lenses of a capture tell, and where its text begins by its own lines. */
interface Head {
  readonly line: number
  readonly character: number
  /** What the verdict rests on, or the verdict where it rests on nothing. */
  readonly title: string
  readonly verdict: string
  /** The line of the cause. */
  readonly cause: number | undefined
  readonly root: ExplanationId | undefined
  readonly fails: boolean
}

function headOf({ diagnosis, text, lines }: Chunk, settings: Settings): Head | undefined {
  if (!isTold(diagnosis)) return undefined
  const { line, character } = lines.positionAt(Math.max(0, text.search(/\S/)))
  const { verdict, root } = diagnosis
  return {
    line,
    character,
    title: shortVerdict(diagnosis, WIDTH),
    verdict,
    cause: root && lines.positionAt(root.span.start).line,
    root: root && root.rule.id !== faultRule.id ? findingId(root) : undefined,
    fails: failures(diagnosis, settings).length > 0,
  }
}

/** So many characters leave room for the lenses beside them in half a window. */
const WIDTH = 60
