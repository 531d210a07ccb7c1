import { codeKind } from "./code.ts"
import { eventKind } from "./event.ts"
import { fieldKind } from "./field.ts"
import type { Kind } from "./kind.ts"
import { messageKind } from "./message.ts"
import { phaseKind } from "./phase.ts"
import { ruleKind } from "./rule.ts"
import { sectionKind } from "./section.ts"
import { topicKind } from "./topic.ts"

/**
 * Every kind of knowledge, in the order of the index. Codes come last, for they take any number: what else a number
 * names, such as an event, is asked first.
 */
export const kinds: readonly Kind[] = [
  ruleKind,
  phaseKind,
  sectionKind,
  fieldKind,
  messageKind,
  eventKind,
  topicKind,
  codeKind,
]
