import assert from "node:assert/strict"
import { TextDocument } from "vscode-languageserver-textdocument"
import { english } from "../../server/src/core/explain/say.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { hover } from "../../server/src/features/hover.ts"

/** The Markdown shown `skip` characters and one more behind the first place where `needle` stands in a log. */
export function hoverAt(log: string, needle: string, skip = 0, timeZone?: string): string {
  const at = log.indexOf(needle)
  assert.ok(at >= 0, `${needle} stands in the log`)
  const position = TextDocument.create("", "", 0, log).positionAt(at + skip + 1)
  const shown = hover(new LogDocument("file:///log.dsreg", 1, log), position, {
    commands: new Set(),
    say: english,
    ...(timeZone && { timeZone }),
  })
  assert.ok(shown, `there is a hover on ${needle}`)
  return (shown.contents as { value: string }).value
}
