import type { Phase } from "../knowledge/code.ts"
import { messageMeaning, onlyPhaseOf } from "../knowledge/lookup.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Section } from "../log/log.ts"
import { codesOfRecord } from "./events.ts"
import type { Mention } from "./mention.ts"
import { SCP_ABSENT, SCP_NOT_READ } from "./tests.ts"

/** An attempt to join that the debug output tells of, and that failed. */
export interface DebugFailure {
  /** The first code that stands for a failure, which is nearest to the cause; later lines repeat it in outer ones. */
  readonly root: Mention
  readonly phase: Phase
  /** The server's message, where it is a known one. */
  readonly message: ServerMessage | undefined
  /** All that is told of the attempt. */
  readonly text: string
}

/** The failed attempts of a section of debug output, in their order: the federated one comes before the join by sync. */
export function debugFailuresOf(section: Section): readonly DebugFailure[] {
  const { capture, span } = section
  const fallback = /Try synchronized join/i.exec(capture.text.slice(span.start, span.end))
  const cut = fallback ? span.start + fallback.index : span.end
  return [
    { start: span.start, end: cut },
    { start: cut, end: span.end },
  ].flatMap(({ start, end }) => {
    const root = codesOfRecord(section).find(
      (one) => one.span.start >= start && one.span.end <= end && isFailure(one) && !isOfUser(capture.text, one),
    )
    if (!root) return []
    const text = capture.text.slice(start, end)
    return [{ root, phase: onlyPhaseOf(root.code) ?? phaseOf(text), message: messageMeaning(text), text }]
  })
}

/** Whether the attempt ended because there is no service connection point, which is normal where no hybrid join is wanted. */
export function foundNoScp({ phase, root }: DebugFailure): boolean {
  return phase === "discover" && (root.code === SCP_ABSENT || root.code === SCP_NOT_READ)
}

/**
 * Codes with the failure bit, and the numbers 12000 and up that WinHTTP gives without one; the debug output prints
 * progress as codes too.
 */
function isFailure({ code }: Mention): boolean {
  return /^0x(?:[89a-f]|00002(?:e[ef]|f))/.test(code)
}

/** Whether a code stands in a line that asks for the user's default account, as `/status /debug` does. */
function isOfUser(text: string, { span }: Mention): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf("\n", span.start - 1)), span.end)
  return /\b(?:GetDefaultSsoInfo|IsDefaultAccountSet)\b/.test(line.slice(-500))
}

/** The phase that the debug output stopped in, by the step that it says failed, where the code stands for none alone. */
function phaseOf(text: string): Phase {
  if (/TenantInfo::Discover\b[^{]{0,120}?fail/i.test(text)) return "discover"
  return /GetComputerToken\w{0,40} failed|AdalErrorCode/i.test(text) ? "auth" : "join"
}
